using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>A year's profile and how far its sections are, without their answers.</summary>
/// <param name="Profile">Where it stands.</param>
/// <param name="Sections">By key.</param>
/// <param name="LastYear">The newest earlier year that has a profile.</param>
internal sealed record ProfileSheet(ProfileSummary Profile, IReadOnlyDictionary<string, SectionLine> Sections, int? LastYear)
{
    public static async Task<ProfileSheet?> LoadAsync(PortalDbContext db, Guid schoolId, int year, CancellationToken cancel)
    {
        var profile = await ProfileSummary.OfYearAsync(db, schoolId, year, cancel);
        return profile is null
            ? null
            : new ProfileSheet(
                profile,
                await db.ProfileSections.AsNoTracking()
                    .Where(s => s.ProfileId == profile.Id)
                    .Select(s => new { s.Key, Line = new SectionLine(s.State, s.SavedAt, s.SavedBy, s.ReturnReason) })
                    .ToDictionaryAsync(s => s.Key, s => s.Line, cancel),
                await db.Profiles.AsNoTracking()
                    .Where(p => p.SchoolId == schoolId && p.Year < year)
                    .MaxAsync(p => (int?)p.Year, cancel));
    }
}

/// <summary>How far one section is, who saved it, and what Police asked.</summary>
public sealed record SectionLine(SectionState State, DateTime? At, string? By, string? ReturnReason);
