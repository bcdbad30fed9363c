using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.People;

/// <summary>A portal never loses its last administrator (requirement R14).</summary>
internal static class Administrators
{
    /// <summary>
    /// Refuses when, without this person, nobody would be administrator on a day. Ask within a serialisable transaction:
    /// two administrators may be taking each other's role at the same moment.
    /// </summary>
    public static async Task MustRemainAsync(PortalDbContext db, Guid without, DateOnly day, CancellationToken cancel)
    {
        var others = await db.Grants.AnyAsync(
            g => g.Role == Role.Administrator && g.PersonId != without && g.From <= day && (g.To == null || g.To >= day)
                && db.People.Any(p => p.Id == g.PersonId && p.DisabledAt == null),
            cancel);
        if (!others)
        {
            throw new RuleBroken("", "This is the last system administrator; make somebody else one first");
        }
    }
}
