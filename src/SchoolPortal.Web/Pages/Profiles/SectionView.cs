using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>One section of a year's profile with what stands beside it, as one person may see it.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Section">What is asked, without what this person may not see.</param>
/// <param name="Saved">The stored section.</param>
/// <param name="LastYear">The newest earlier year's section, or null.</param>
/// <param name="Facts">Live facts.</param>
/// <param name="People">The school's people.</param>
public sealed record SectionView(
    ProfileSummary Profile,
    SectionDefinition Section,
    ProfileSection Saved,
    ProfileSection? LastYear,
    IReadOnlyDictionary<string, FactValue> Facts,
    IReadOnlyList<ContactChoice> People)
{
    /// <summary>Questions that the version before did not ask.</summary>
    public IReadOnlyList<FieldDefinition> New { get; private init; } = [];

    /// <summary>Answers to earlier versions of the questions, as far as this person may read them.</summary>
    public IReadOnlyList<EarlierAnswer> Earlier { get; private init; } = [];

    /// <summary>Questions that earlier versions asked here, and this one does not take from a page that still asks them.</summary>
    private IReadOnlyList<FieldDefinition> Gone { get; init; } = [];

    /// <summary>The stored answers.</summary>
    public Answers Stored { get; } = Saved.Answers();

    /// <summary>1-based place in the form.</summary>
    public int Number => Profile.Form.NumberOf(Section);

    /// <summary>Questions that people answer.</summary>
    public int Questions => Section.Fields.Count(asked => asked.Kind != FieldKind.Fact);

    /// <summary>Questions that have an answer.</summary>
    public int Answered => Section.Fields.Count(asked => Stored[asked.Key] is not null);

    /// <summary>What is still missing before the section is complete.</summary>
    public IReadOnlyList<FieldProblem> Missing =>
        Saved.IsDone || Saved.State == SectionState.NotStarted ? [] : SectionCheck.Missing(Section, Stored);

    /// <summary>"Saved at 2:14pm by Aroha Ngata.", or null while nobody saved it.</summary>
    public string? SavedInWords(DateOnly today) => Saved.SavedAt is not { } at
        ? null
        : NewZealandTime.DayOf(at) == today
            ? $"Saved at {NewZealandTime.Time(at)} by {Saved.SavedBy}."
            : $"Saved on {NewZealandTime.Show(at)} by {Saved.SavedBy}.";

    /// <summary>
    /// What was typed on a page that was opened before the questions changed, for those that are no longer asked here: to be
    /// shown, so that nothing typed is lost.
    /// </summary>
    public IReadOnlyList<EarlierAnswer> TypedForGone(IFormCollection form) =>
    [
        .. from asked in Gone
           let typed = InputNames.All(asked).Where(name => name != InputNames.Rows(asked)).SelectMany(name => form[name]).Where(text => !string.IsNullOrWhiteSpace(text)).ToList()
           where typed.Count > 0
           select new EarlierAnswer(Profile.FormVersion - 1, asked.Key, asked.Label, typed!, Why: null, IsRestricted: false, CountsStudents: false),
    ];

    /// <summary>The stored answers, ready to be changed.</summary>
    public SectionForm ToForm(DateOnly today) =>
        WithSurroundings(SectionForm.Of(Section, Stored, People)) with { Warnings = FreeTextGuard.Warnings(Section, Stored, today) };

    /// <summary>A form with what stands beside its questions.</summary>
    public SectionForm WithSurroundings(SectionForm form) => form with { Facts = Facts, LastYear = LastYear?.Answers() ?? Answers.None };

    /// <summary>Reads a section; null when there is no such profile or section.</summary>
    /// <param name="db">The records.</param>
    /// <param name="school">The school.</param>
    /// <param name="access">What this person may read; a section of which that is nothing comes back as it is defined, not to be shown.</param>
    /// <param name="year">The year.</param>
    /// <param name="key">The section's key.</param>
    /// <param name="today">Today.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<SectionView?> LoadAsync(
        PortalDbContext db, CurrentSchool school, ProfileAccess access, int year, string key, DateOnly today, CancellationToken cancel)
    {
        var profile = await ProfileSummary.OfYearAsync(db, school.Id, year, cancel);
        if (profile?.Form.Section(key) is not { } definition)
        {
            return null;
        }

        var years = await db.ProfileSections.AsNoTracking()
            .Join(db.Profiles, s => s.ProfileId, p => p.Id, (s, p) => new { Section = s, p.SchoolId, p.Year })
            .Where(both => both.SchoolId == school.Id && both.Year <= year && both.Section.Key == key)
            .OrderByDescending(both => both.Year)
            .Take(2)
            .Select(both => both.Section)
            .ToListAsync(cancel);
        var emergency = school.May(Operation.ViewEmergencyContacts);
        return new SectionView(
            profile,
            access.Readable(definition) ?? definition,
            years[0],
            years.ElementAtOrDefault(1),
            await LiveFacts.OfAsync(db, school.Id, today, emergency, cancel),
            await ContactChoices.OfAsync(db, school.Id, today, emergency, cancel))
        {
            New = [.. db.ProfileWay(profile.FormVersion - 1, profile.FormVersion).SelectMany(step => definition.Fields.Where(step.IsNew))],
            Earlier = [.. access.Readable(definition, years[0].Earlier())],
            Gone =
            [
                .. Enumerable.Range(1, profile.FormVersion - 1).SelectMany(version => db.ProfileForm(version).Section(key)?.Fields ?? [])
                    .Where(asked => definition.Fields.All(now => now.Key != asked.Key && now.Was != asked.Key))
                    .DistinctBy(asked => asked.Key),
            ],
        };
    }
}
