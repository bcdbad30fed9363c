using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>The Lead Police Contact sees what differs from last year and confirms the profile.</summary>
[Requires(Operation.ViewProfile)]
public sealed class ConfirmModel(
    PortalDbContext db, CurrentSchool school, TakeProfileStep take, CompareProfileYears compare) : PageModel, IShowAgain
{
    private List<ProfileSummary> profiles = [];

    [FromRoute]
    public int Year { get; set; }

    /// <summary>The profile's token when the page was opened.</summary>
    [BindProperty]
    public string? Token { get; set; }

    public CurrentSchool School => school;

    public ProfileSummary Profile { get; private set; } = null!;

    /// <summary>What differs from the year before, or null when this is the school's first profile.</summary>
    public FormComparison? Comparison { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } refused)
        {
            return refused;
        }

        if (Profile.State != ProfileState.Submitted)
        {
            return Redirect(ProfileLinks.Year(school.Number, Year));
        }

        await CompareAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } refused)
        {
            return refused;
        }

        await take.HandleAsync(school, Year, ProfileStep.Confirm, PostedToken.Read(Token), cancel);
        TempData["Done"] = $"The {Year} profile is confirmed";
        TempData["Next"] = "The school may still change a section; each change is shown as an amendment with its date.";
        return Redirect(ProfileLinks.Year(school.Number, Year));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        await CompareAsync(cancel);
    }

    /// <summary>Loads where the profile stands; says what to answer instead when it is not there or not for this person.</summary>
    private async Task<IActionResult?> LoadAsync(CancellationToken cancel)
    {
        profiles = await ProfileSummary.ListAsync(db, school.Id, cancel);
        if (profiles.Find(profile => profile.Year == Year) is not { } found)
        {
            return NotFound();
        }

        Profile = found;
        return ProfileLifecycle.MayTake(ProfileStep.Confirm, school.Roles) ? null : Forbid();
    }

    private async Task CompareAsync(CancellationToken cancel)
    {
        if (profiles.Find(profile => profile.Year < Year) is { } before)
        {
            Comparison = await compare.HandleAsync(profiles, before.Year, Year, cancel);
        }
    }
}
