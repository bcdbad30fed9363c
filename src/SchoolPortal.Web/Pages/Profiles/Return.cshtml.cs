using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>The Lead Police Contact sends sections back, each with its reason.</summary>
[Requires(Operation.ViewProfile)]
public sealed class ReturnModel(PortalDbContext db, CurrentSchool school, ReturnProfile send) : PageModel, IShowAgain
{
    [FromRoute]
    public int Year { get; set; }

    /// <summary>The profile's token when the page was opened.</summary>
    [BindProperty]
    public string? Token { get; set; }

    [BindProperty]
    public ReasonsInput Input { get; set; } = new();

    public CurrentSchool School => school;

    public ProfileSummary Profile { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } refused)
        {
            return refused;
        }

        return Profile.State == ProfileState.Submitted ? Page() : Redirect(ProfileLinks.Year(school.Number, Year));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } refused)
        {
            return refused;
        }

        var reasons = Input.Reasons.ToDictionary(reason => reason.Key, reason => reason.Value ?? "", StringComparer.Ordinal);
        await send.HandleAsync(school, Year, reasons, PostedToken.Read(Token), cancel);
        TempData["Done"] = $"The {Year} profile is sent back to the school";
        TempData["Next"] = "The school mends the sections you named and submits again.";
        return Redirect(ProfileLinks.Year(school.Number, Year));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => LoadAsync(cancel);

    private async Task<IActionResult?> LoadAsync(CancellationToken cancel)
    {
        var found = await ProfileSummary.OfYearAsync(db, school.Id, Year, cancel);
        if (found is null)
        {
            return NotFound();
        }

        Profile = found;
        return ProfileLifecycle.MayTake(ProfileStep.Return, school.Roles) ? null : Forbid();
    }

    public sealed class ReasonsInput
    {
        /// <summary>Section key → why it is sent back; blank for a section that is in order.</summary>
        public Dictionary<string, string?> Reasons { get; set; } = [];
    }
}
