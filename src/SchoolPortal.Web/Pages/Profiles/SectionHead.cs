using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>One section of a year's profile, for the pages round it: its comments, its earlier texts, who keeps it.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Section">What is asked, without what this person may not see.</param>
/// <param name="Saved">The stored section.</param>
public sealed record SectionHead(ProfileSummary Profile, SectionDefinition Section, ProfileSection Saved)
{
    /// <summary>1-based place in the form.</summary>
    public int Number => Profile.Form.NumberOf(Section);

    /// <summary>The section, or null when there is none that this person may read.</summary>
    public static async Task<SectionHead?> LoadAsync(
        PortalDbContext db, CurrentSchool school, ProfileAccess access, int year, string key, CancellationToken cancel)
    {
        var profile = await ProfileSummary.OfYearAsync(db, school.Id, year, cancel);
        return profile?.Form.Section(key) is { } definition && access.Readable(definition) is { } readable
            ? new SectionHead(profile, readable, await db.ProfileSections.AsNoTracking().SingleAsync(s => s.ProfileId == profile.Id && s.Key == key, cancel))
            : null;
    }
}
