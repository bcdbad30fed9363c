using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

using SchoolPortal.Domain.Notices;
using SchoolPortal.Web.Pages.Notices;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Account;

/// <summary>Where the link to a new passphrase leads. Opening it changes nothing, since mail systems open links to look at them.</summary>
[AllowAnonymous]
[EnableRateLimiting(PortalSecurity.LinkLimit)]
public sealed class NewPassphraseModel(FindNewPassphrase find, SetNewPassphrase set) : PageModel, IShowAgain
{
    [BindProperty]
    public ChosenPassphrase Input { get; set; } = new();

    [FromRoute]
    public string Token { get; set; } = "";

    public LinkAnswer Answer { get; private set; }

    /// <summary>What has become of the link, and what to do.</summary>
    public (string Heading, string Text) Told => Answer switch
    {
        LinkAnswer.Good => ("Choose a new passphrase", ""),
        LinkAnswer.Used => ("This link has been used", "The passphrase was changed with it. If it was not you, ask for a new link now and choose another one."),
        LinkAnswer.Expired => ("This link is too old", "It works for one hour, and only the newest one does."),
        LinkAnswer.Ended => ("This link can no longer be used", "The account is disabled. Ask an administrator."),
        _ => ("This is not a link of ours", "It may have been cut off on the way: open it again from the e-mail, whole."),
    };

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if ((await find.HandleAsync(Token, cancel)).Answer != LinkAnswer.Good)
        {
            return await ShowAsync(cancel);
        }

        await set.HandleAsync(Token, Input.Passphrase!, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", cancel);
        TempData["Done"] = "Your new passphrase is set";
        TempData["Next"] = "Sign in with it.";
        return Redirect("/account/sign-in");
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        (Answer, _) = await find.HandleAsync(Token, cancel);
        LinkPage.Guard(Response);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        var page = Page();
        page.StatusCode = LinkPage.StatusOf(Answer);
        return page;
    }

    public sealed class ChosenPassphrase
    {
        [Required(ErrorMessage = "Enter a passphrase")]
        [StringLength(PassphraseRules.Longest, ErrorMessage = "Your passphrase must be 200 characters or fewer")]
        public string? Passphrase { get; set; }
    }
}
