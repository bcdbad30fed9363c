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
public sealed class YearModel(PortalDbContext db, TimeProvider clock, Actor actor, CurrentSchool school, TakeProfileStep take) : PageModel, IShowAgain
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

    public Task ShowAgainAsync(CancellationToken cancel) => LoadAsync(cancel);

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await school.Readings.OfAsync(Year, () => ProfileSheet.LoadAsync(db, school.Id, Year, cancel)) is not { Profile: var profile } sheet)
        {
            return false;
        }

        Profile = profile;
        Turn = ProfileTurn.Of(profile, school.Roles, clock.Today());
        Steps = [.. ProfileLifecycle.Table.Offered(profile.State, school.Roles).Where(row => row.Step != ProfileStep.Begin)];
        Stages = ProfileStages.Of(profile, clock.Today());
        Rows = [.. profile.Form.Sections.Select(section => SectionRow.Of(school.Number, profile, access.MayRead(section), sheet.Sections[section.Key], section))];
        LastYear = sheet.LastYear;
        return true;
    }
}

/// <summary>One section in the list of tasks.</summary>
/// <param name="Text">Number and title.</param>
/// <param name="Href">Its page, or null for those who may not read it.</param>
/// <param name="Hint">Who saved it when, what Police asked, whether it is restricted.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Colour">The status's colour.</param>
public sealed record SectionRow(string Text, string? Href, string? Hint, string Status, TagColour Colour)
{
    public static SectionRow Of(
        int school, ProfileSummary profile, bool isReadable, SectionLine saved, SectionDefinition section)
    {
        var text = $"{profile.Form.NumberOf(section)} {section.Title}";
        if (!isReadable)
        {
            return new SectionRow(text, null, null, "Restricted", TagColour.Grey);
        }

        string?[] hints =
        [
            section.Sensitivity == Sensitivity.Restricted ? "Restricted." : null,
            saved.At is { } at ? $"{(at > profile.ConfirmedAt ? "Amended" : "Saved")} on {NewZealandTime.Show(at)} by {saved.By}." : null,
            saved.ReturnReason is null ? null : $"From Police: “{saved.ReturnReason}”",
        ];
        var hint = string.Join(' ', hints.OfType<string>());
        return new SectionRow(
            text,
            ProfileLinks.Section(school, profile.Year, section.Key),
            hint.Length == 0 ? null : hint,
            Words.Capital(saved.State),
            TagColours.Of(saved.State));
    }
}
