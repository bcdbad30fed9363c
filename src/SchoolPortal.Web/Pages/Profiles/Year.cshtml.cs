using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>One year's profile: whose turn, how far, and its sections as a list of tasks.</summary>
[Requires(Operation.ViewProfile)]
public sealed class YearModel(PortalDbContext db, TimeProvider clock, Actor actor, CurrentSchool school, TakeProfileStep take,
    KeepProfileUnchanged keep, ReconfirmSection reconfirm, SectionCompany company) : PageModel, IShowAgain
{
    private readonly ProfileAccess access = new(actor, school.Place);

    [FromRoute]
    public int Year { get; set; }

    /// <summary>The profile's token on the page where a button was pressed.</summary>
    [BindProperty]
    public string? Token { get; set; }

    public CurrentSchool School => school;

    public ProfileSummary Profile { get; private set; } = null!;

    public ProfileTurn Turn { get; private set; } = null!;

    public IReadOnlyList<LifecycleRow<ProfileState, ProfileStep>> Steps { get; private set; } = [];

    public IReadOnlyList<Stage> Stages { get; private set; } = [];

    public IReadOnlyList<SectionRow> Rows { get; private set; } = [];

    /// <summary>The newest earlier year that has a profile.</summary>
    public int? LastYear { get; private set; }

    public bool MayEdit => access.MayEditAny;

    /// <summary>It was kept as it stood when it was due.</summary>
    public bool HasSnapshot { get; private set; }

    /// <summary>Sections filled in from last year that this person may keep as they are.</summary>
    public int ToCheck { get; private set; }

    /// <summary>Sections that this person is asked to find right again.</summary>
    public IReadOnlyList<StaleSection> Stale { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? Page() : NotFound();

    /// <summary>Takes a submitted profile back; every other step has a page of its own.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!ProfileLifecycle.MayTake(ProfileStep.TakeBack, school.Roles))
        {
            return Forbid();
        }

        await take.HandleAsync(school, Year, ProfileStep.TakeBack, PostedToken.Read(Token), cancel);
        TempData["Done"] = $"The {Year} profile is back with the school";
        TempData["Next"] = "Change what needs changing, then the principal submits it again.";
        return Redirect(ProfileLinks.Year(school.Number, Year));
    }

    /// <summary>Last year's answers still hold wherever they are complete.</summary>
    public async Task<IActionResult> OnPostUnchangedAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!access.MayEditAny)
        {
            return Forbid();
        }

        var (kept, left) = await keep.HandleAsync(school, Year, PostedToken.Read(Token), cancel);
        TempData["Done"] = kept.Count == 0 ? "No section could be kept as it is" : $"Kept as last year: {Words.And([.. kept.Select(section => section.Title)])}";
        TempData["Next"] = left.Count == 0 ? "Nothing is left to check." : $"Still to do: {Words.And([.. left.Select(section => section.Title)])}.";
        return Redirect(ProfileLinks.Year(school.Number, Year));
    }

    /// <summary>A section that fell stale with the end of a term is still right.</summary>
    public async Task<IActionResult> OnPostReconfirmAsync([FromForm] string? section, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        await reconfirm.HandleAsync(school, Year, section ?? "", PostedToken.Read(Token), cancel);
        TempData["Done"] = $"{Profile.Form.Section(section!)!.Title} is confirmed again";
        return Redirect(ProfileLinks.Year(school.Number, Year));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => LoadAsync(cancel);

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await school.Readings.OfAsync(Year, () => ProfileSheet.LoadAsync(db, school.Id, Year, cancel)) is not { Profile: var profile } sheet)
        {
            return false;
        }

        var today = clock.Today();
        Profile = profile;
        Turn = ProfileTurn.Of(profile, school.Roles, today);
        Steps = [.. ProfileLifecycle.Table.Offered(profile.State, school.Roles).Where(row => row.Step != ProfileStep.Begin)];
        Stages = ProfileStages.Of(profile, today);
        var others = await company.AtAsync(profile.Id, cancel);
        Rows = [.. profile.Form.Sections.Select(section => SectionRow.Of(school.Number, sheet, access, section, others[section.Key], today))];
        LastYear = sheet.LastYear;
        HasSnapshot = sheet.HasSnapshot;
        ToCheck = profile.IsOpen ? profile.Form.Sections.Count(section => access.MayEdit(section) && sheet.Sections[section.Key].State == SectionState.ToCheck) : 0;
        Stale =
        [
            .. profile.Form.Sections.Where(section => access.MayEdit(section) && sheet.IsStale(section, today))
                .Select(section => new StaleSection(section.Key, section.Title, sheet.Sections[section.Key])),
        ];
        return true;
    }
}
