using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>The Lead Police Contact sees what differs from last year and confirms the profile.</summary>
[Requires(Operation.ViewProfile)]
public sealed class ConfirmModel(
    PortalDbContext db, Actor actor, CurrentSchool school, TakeProfileStep take, ProfileViews views) : PageModel, IShowAgain
{
    private readonly ProfileAccess access = new(actor, school.Place);

    [FromRoute]
    public int Year { get; set; }

    /// <summary>The profile's token when the page was opened.</summary>
    [BindProperty]
    public string? Token { get; set; }

    public CurrentSchool School => school;

    public ProfileSummary Profile { get; private set; } = null!;

    /// <summary>The year compared with, or null when this is the school's first profile.</summary>
    public int? LastYear { get; private set; }

    /// <summary>What differs, section by section; sections without a difference are not there.</summary>
    public IReadOnlyList<AnswerChanges> Changes { get; private set; } = [];

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

        await views.RecordAsync(school, Profile.Id, Year, Changes.Select(change => change.Changes[0].Section), cancel);
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

    public Task ShowAgainAsync(CancellationToken cancel) => LoadAsync(cancel);

    private async Task<IActionResult?> LoadAsync(CancellationToken cancel)
    {
        var reading = await ProfileReading.LoadAsync(db, school, Year, cancel);
        if (reading is null)
        {
            return NotFound();
        }

        Profile = reading.Profile;
        if (!ProfileLifecycle.MayTake(ProfileStep.Confirm, school.Roles))
        {
            return Forbid();
        }

        if (await ProfileReading.LoadBeforeAsync(db, school, Year, cancel) is { } before)
        {
            LastYear = before.Profile.Year;
            Changes =
            [
                .. from section in Profile.Form.Sections.Select(access.Readable).OfType<SectionDefinition>()
                   let earlier = before.Sections.GetValueOrDefault(section.Key)?.Answers() ?? Answers.None
                   let changes = AnswerComparison.Changes(section, earlier, reading.Sections[section.Key].Answers())
                   where changes.Count > 0
                   select new AnswerChanges($"{Profile.Form.NumberOf(section)} {section.Title}", $"{LastYear}", $"{Year}", changes),
            ];
        }

        return null;
    }
}
