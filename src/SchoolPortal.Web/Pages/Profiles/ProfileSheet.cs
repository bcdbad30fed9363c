using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>A year's profile and how far its sections are, without their answers.</summary>
/// <param name="Profile">Where it stands.</param>
/// <param name="Sections">By key.</param>
/// <param name="LastYear">The newest earlier year that has a profile.</param>
/// <param name="HasSnapshot">It was kept as it stood when it was due.</param>
/// <param name="Comments">How many there are, by key of the section.</param>
/// <param name="Calendar">The terms that say what is stale.</param>
internal sealed record ProfileSheet(
    ProfileSummary Profile,
    IReadOnlyDictionary<string, SectionLine> Sections,
    int? LastYear,
    bool HasSnapshot,
    IReadOnlyDictionary<string, int> Comments,
    SchoolCalendar Calendar)
{
    /// <summary>The section was found right before the end of a term that is over, and its profile still lives.</summary>
    public bool IsStale(SectionDefinition section, DateOnly today) =>
        Profile.State != ProfileState.Archived && ProfileSection.IsStale(section, Sections[section.Key].CheckedAt, Calendar, today);

    public static async Task<ProfileSheet?> LoadAsync(PortalDbContext db, Guid schoolId, int year, CancellationToken cancel)
    {
        var profile = await ProfileSummary.OfYearAsync(db, schoolId, year, cancel);
        return profile is null
            ? null
            : new ProfileSheet(
                profile,
                await db.ProfileSections.AsNoTracking()
                    .Where(s => s.ProfileId == profile.Id)
                    .Select(s => new { s.Key, Line = new SectionLine(s.Token, s.State, s.SavedAt, s.SavedBy, s.ReturnReason, s.CheckedAt, s.CheckedBy) })
                    .ToDictionaryAsync(s => s.Key, s => s.Line, cancel),
                await db.Profiles.AsNoTracking()
                    .Where(p => p.SchoolId == schoolId && p.Year < year)
                    .MaxAsync(p => (int?)p.Year, cancel),
                await db.ProfileSnapshots.AnyAsync(s => s.ProfileId == profile.Id, cancel),
                await db.SectionComments.Where(c => c.ProfileId == profile.Id)
                    .GroupBy(c => c.Key)
                    .ToDictionaryAsync(c => c.Key, c => c.Count(), cancel),
                new SchoolCalendar(await db.SchoolTerms.AsNoTracking().ToListAsync(cancel)));
    }
}

/// <summary>How far one section is, who saved it, what Police asked, and who last found it right.</summary>
public sealed record SectionLine(Guid Token, SectionState State, DateTime? At, string? By, string? ReturnReason, DateTime? CheckedAt, string? CheckedBy);
