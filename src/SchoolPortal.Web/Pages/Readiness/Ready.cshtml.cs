using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Web.Pages.Contacts;
using SchoolPortal.Web.Pages.Notices;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Readiness;

/// <summary>
/// Where the link of a readiness notice leads: the school's name, two questions and a button, to whoever holds it. Opening it
/// changes nothing, since mail systems open links to look at them.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(PortalSecurity.LinkLimit)]
public sealed class ReadyModel(FindReadinessLink find, ConfirmReadiness confirm) : PageModel, IShowAgain
{
    [FromRoute]
    public string Token { get; set; } = "";

    public FoundLink Found { get; private set; } = null!;

    /// <summary>Where something that has changed is put right, after signing in.</summary>
    public string PutRight => $"/account/sign-in?returnUrl={Uri.EscapeDataString(ContactLinks.People(Found.SchoolNumber))}";

    /// <summary>What has become of it, and what to do.</summary>
    public (string Heading, string Text) Told => Found.Answer switch
    {
        LinkAnswer.Used => ("This link has been used", $"{Found.School} was confirmed with it on {NewZealandTime.Show(Found.Link!.UsedAt!.Value)}. What the profile may still need, somebody who signs in sees on its page."),
        LinkAnswer.Expired => ("This link is too old", $"It could be used until {NewZealandTime.Show(Found.Link!.ExpiresAt)}. Sign in and confirm the details of {Found.School} there; next term the portal sends a new link."),
        LinkAnswer.Ended => ("This link can no longer be used", $"It was sent to somebody who no longer speaks for {Found.School} as principal or Lead School Contact. Whoever does now can sign in and confirm there."),
        _ => ("This is not a link of ours", "It may have been cut off on the way: open it again from the e-mail, whole. If that does not help, sign in and confirm there, or ask your Lead Police Contact."),
    };

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if ((await find.HandleAsync(Token, cancel)).Answer != LinkAnswer.Good)
        {
            return await ShowAsync(cancel);
        }

        var left = await confirm.HandleAsync(Token, cancel);
        TempData["Done"] = left.Count == 0 ? "Thank you. The details are confirmed for this term" : "Thank you. The school’s contacts are confirmed for this term";
        TempData["Next"] = left.Count == 0
            ? "Police see that they are right. You can close this page."
            : $"The profile still needs somebody who signs in: {Words.And([.. left.Select(title => $"“{title}”")])} of this year’s profile {(left.Count == 1 ? "is" : "are")} not filled in.";
        return RedirectToPage();
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Found = await find.HandleAsync(Token, cancel);
        LinkPage.Guard(Response);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        var page = Page();
        page.StatusCode = LinkPage.StatusOf(Found.Answer);
        return page;
    }
}
