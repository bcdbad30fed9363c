using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>
/// Takes in the draft of a section from the page on which it is typed. A draft is its writer's own, so no role is asked; the
/// slip in the form says that this page was shown to this person, as a form token would, and lives longer than one.
/// </summary>
[Authorize]
[IgnoreAntiforgeryToken]
public sealed class DraftModel(SectionDrafts drafts, DraftSlips slips, Actor actor) : PageModel
{
    /// <summary>There is nothing to look at here.</summary>
    public IActionResult OnGet() => NotFound();

    /// <summary>Keeps the draft; answers with the time at which it was kept.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await OwnSlipAsync(cancel) is not { } slip)
        {
            return BadRequest();
        }

        return await drafts.KeepAsync(slip, TypedForm.Write(Request.Form), cancel) is { } at
            ? Content(NewZealandTime.Time(at))
            : StatusCode(StatusCodes.Status413PayloadTooLarge);
    }

    /// <summary>Throws the draft away and shows the section as it is saved.</summary>
    public async Task<IActionResult> OnPostDiscardAsync([FromForm] string? returnUrl, CancellationToken cancel)
    {
        if (await OwnSlipAsync(cancel) is null)
        {
            return BadRequest();
        }

        await drafts.ClearAsync(Request.Form, cancel);
        TempData["Done"] = "What you typed is thrown away";
        TempData["Next"] = "The section is shown as it is saved.";
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/today");
    }

    private async Task<DraftSlip?> OwnSlipAsync(CancellationToken cancel) =>
        await slips.InAsync(Request, cancel) is { } slip && slip.PersonId == actor.PersonId ? slip : null;
}
