using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>A whole profile to be read: where it stands, and its sections with their answers.</summary>
/// <param name="Profile">Where it stands.</param>
/// <param name="Sections">By key.</param>
public sealed record ProfileReading(ProfileSummary Profile, IReadOnlyDictionary<string, ProfileSection> Sections)
{
    /// <summary>The year's profile of a school, or null.</summary>
    public static async Task<ProfileReading?> LoadAsync(PortalDbContext db, CurrentSchool school, int year, CancellationToken cancel)
    {
        var profile = await ProfileSummary.OfYearAsync(db, school.Id, year, cancel);
        return profile is null
            ? null
            : new ProfileReading(
                profile,
                await db.ProfileSections.AsNoTracking().Where(s => s.ProfileId == profile.Id).ToDictionaryAsync(s => s.Key, cancel));
    }

    /// <summary>The profile with its sections as they are at hand.</summary>
    public static ProfileReading Of(PortalDbContext db, Profile profile) => new(ProfileSummary.Of(db, profile), profile.Sections.ToDictionary(s => s.Key));

    /// <summary>Keys of the sections that have nothing to report.</summary>
    public IReadOnlySet<string> NothingToReport => ProfileDrafts.NothingIn(Sections.Values);

    /// <summary>The day the text is of.</summary>
    public DateOnly Date =>
        NewZealandTime.DayOf(Profile.AmendedAt ?? Profile.ConfirmedAt ?? Sections.Values.Max(s => s.SavedAt) ?? Profile.StateSince);

    /// <summary>All answers of the sections given, without what their reader may not see.</summary>
    public Answers AnswersOf(IEnumerable<SectionDefinition> readable) =>
        readable.Aggregate(Answers.None, (all, section) => all.With(Sections[section.Key].Answers().Of(section)));
}
