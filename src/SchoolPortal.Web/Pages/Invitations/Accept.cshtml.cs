using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Web.Pages.Notices;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Invitations;

/// <summary>Where the link of an invitation leads. Opening it changes nothing, since mail systems open links to look at them.</summary>
[AllowAnonymous]
[EnableRateLimiting(PortalSecurity.LinkLimit)]
public sealed class AcceptModel(FindInvitation find, AcceptInvitation accept) : PageModel, IShowAgain
{
    [BindProperty]
    public AcceptInput Input { get; set; } = new();

    [FromRoute]
    public string Token { get; set; } = "";

    public FoundInvitation Found { get; private set; } = null!;

    /// <summary>What has become of it, and what to do.</summary>
    public (string Heading, string Text) Told => Found.Answer switch
    {
        LinkAnswer.Used => ("This invitation has been accepted", "Sign in with your email address and your passphrase."),
        LinkAnswer.Expired => ("This link is too old", $"It could be used until {NewZealandTime.Show(Found.Link!.ExpiresAt)}. Ask {Found.Invitation!.InvitedByName} to send the invitation again. If a newer e-mail has come, use its link."),
        LinkAnswer.Ended => ("This invitation no longer holds", $"It was taken back, or its time is over. Ask {Found.Invitation!.InvitedByName} if you still need it."),
        _ => ("This is not a link of ours", "It may have been cut off on the way: open it again from the e-mail, whole. If that does not help, ask whoever invited you to send the invitation again."),
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        (Input.Name, Input.Position) = (Found.Invitation?.Name, Found.Invitation?.Position);
        return Answer();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Found.Answer != LinkAnswer.Good)
        {
            return Answer();
        }

        var accepted = await accept.HandleAsync(
            Token, TypedText.CleanLine(Input.Name), TypedText.CleanLine(Input.Position), Input.Passphrase!, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", cancel);
        TempData["Done"] = $"You are {Words.Of(accepted.Role)} {(accepted.PlaceId is null ? "for" : "of")} {accepted.PlaceName}";
        TempData["Next"] = "Sign in with your email address and your passphrase.";
        return Redirect("/account/sign-in");
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Found = await find.HandleAsync(Token, cancel);
        LinkPage.Guard(Response);
    }

    private PageResult Answer()
    {
        var page = Page();
        page.StatusCode = LinkPage.StatusOf(Found.Answer);
        return page;
    }

    public sealed class AcceptInput
    {
        [StringLength(100, ErrorMessage = "Your name must be 100 characters or fewer")]
        public string? Name { get; set; }

        [StringLength(100, ErrorMessage = "What you are must be 100 characters or fewer")]
        public string? Position { get; set; }

        [Required(ErrorMessage = "Enter a passphrase")]
        [StringLength(PassphraseRules.Longest, ErrorMessage = "Your passphrase must be 200 characters or fewer")]
        public string? Passphrase { get; set; }
    }
}
