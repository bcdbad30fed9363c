using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>One year among others: where it stands, and what it says to one reader, in the questions of its own time.</summary>
/// <param name="Profile">Where it stands.</param>
/// <param name="Record">
/// Without what its reader may not see, and without facts: those are live, so no year has any of its own.
/// </param>
public sealed record ProfileYear(ProfileSummary Profile, FormRecord Record)
{
    /// <summary>The record by the name people know it by.</summary>
    public NamedRecord Named => new(Profile.Name, Record);
}

/// <summary>Reads several years of a school's profile as far as one person may, and writes down who read restricted parts.</summary>
public sealed class ReadProfileYears(PortalDbContext db, ProfileViews views, CurrentSchool school, Actor actor)
{
    private static readonly Dictionary<string, FactValue> NoFacts = [];

    private readonly ProfileAccess access = new(actor, school.Place);

    /// <summary>What the years say, oldest first.</summary>
    /// <param name="profiles">Which years; one that is named twice is read once.</param>
    /// <param name="isWanted">Which sections; the others are not read.</param>
    /// <param name="cancel">Stops the queries.</param>
    public async Task<IReadOnlyList<ProfileYear>> HandleAsync(
        IEnumerable<ProfileSummary> profiles, Func<SectionDefinition, bool> isWanted, CancellationToken cancel)
    {
        var forms = profiles.Distinct().OrderBy(profile => profile.Year).ToDictionary(profile => profile, profile => profile.Form with
        {
            Sections = [.. profile.Form.Sections.Where(isWanted).Select(access.Readable).OfType<SectionDefinition>()],
        });
        var ids = forms.Keys.Select(profile => profile.Id).ToList();
        var keys = forms.Values.SelectMany(form => form.Sections).Select(section => section.Key).Distinct().ToList();
        var sections = (await db.ProfileSections.AsNoTracking()
            .Where(section => ids.Contains(section.ProfileId) && keys.Contains(section.Key))
            .ToListAsync(cancel)).ToLookup(section => section.ProfileId);
        foreach (var (profile, form) in forms)
        {
            await views.RecordAsync(school, profile.Id, profile.Year, form.Sections, cancel);
        }

        return [.. forms.Select(year => new ProfileYear(year.Key, RecordOf(year.Value, [.. sections[year.Key.Id]])))];
    }

    private FormRecord RecordOf(FormDefinition form, IReadOnlyCollection<ProfileSection> sections)
    {
        var answers = form.Sections.Join(sections, asked => asked.Key, kept => kept.Key, (asked, kept) => kept.Answers().Of(asked))
            .Aggregate(Answers.None, (all, ofSection) => all.With(ofSection));
        return new FormRecord(form, access.Shown(form, answers), NoFacts)
        {
            NothingToReport = ProfileDrafts.NothingIn(sections),
        };
    }
}
