using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Web.Pages.Notices;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>Where the link of the question "still you?" leads. Opening it changes nothing, since mail systems open links to look at them.</summary>
[AllowAnonymous]
[EnableRateLimiting(PortalSecurity.LinkLimit)]
public sealed class StillYouModel(FindStillYou find, AnswerStillYou answer) : PageModel, IShowAgain
{
    [FromRoute]
    public string Token { get; set; } = "";

    public FoundStillYou Found { get; private set; } = null!;

    /// <summary>What has become of it, and what to do.</summary>
    public (string Heading, string Text) Told => Found.Answer switch
    {
        LinkAnswer.Used => ("This link has been used", $"It was answered on {NewZealandTime.Show(Found.Link!.UsedAt!.Value)}. Thank you; you can close this page."),
        LinkAnswer.Expired => ("This link is too old", $"It could be used until {NewZealandTime.Show(Found.Link!.ExpiresAt)}. Tell the office of {Found.School} whether you still are its contact; next term the portal asks again."),
        LinkAnswer.Ended => ("There is nothing to answer any more", $"The portal no longer has you as a contact of {Found.School}."),
        _ => ("This is not a link of ours", "It may have been cut off on the way: open it again from the e-mail, whole. If that does not help, tell the school’s office."),
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        return Answer();
    }

    public async Task<IActionResult> OnPostAsync(bool? still, CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Found.Answer != LinkAnswer.Good)
        {
            return Answer();
        }

        if (still is not { } said)
        {
            throw new RuleBroken("", "Choose yes or no");
        }

        await answer.HandleAsync(Token, said, cancel);
        TempData["Done"] = said ? "Thank you. You are confirmed for this term" : "Thank you for telling us";
        TempData["Next"] = said ? "You can close this page." : "The school’s Lead Police Contact will ask the school who is now. You can close this page.";
        return RedirectToPage();
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
}
