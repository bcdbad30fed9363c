using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>
/// Writes down who read restricted parts of what, as every such page promises (domain §14.2): once a day for each reader and
/// thing read. With <see cref="NoteTakenDraft"/> the one thing that a GET writes, because being looked at is what must be told; nothing
/// else is changed by it.
/// </summary>
public sealed class RestrictedViews(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Records what was not yet recorded today.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="what">What is read, such as "Read agreement 3 with its restricted parts".</param>
    /// <param name="subject">Kind of record.</param>
    /// <param name="subjectId">Its id.</param>
    /// <param name="schoolId">Whose record it is.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task RecordAsync(
        Actor actor, IReadOnlyCollection<string> what, string subject, Guid subjectId, Guid schoolId, CancellationToken cancel)
    {
        if (what.Count == 0)
        {
            return;
        }

        var now = clock.UtcNow();
        var since = NewZealandTime.StartOf(NewZealandTime.DayOf(now));
        var told = await db.AuditEvents.AsNoTracking()
            .Where(e => e.PersonId == actor.PersonId && e.At >= since && e.Subject == subject && e.SubjectId == subjectId)
            .Select(e => e.What)
            .ToListAsync(cancel);
        db.AuditEvents.AddRange(what.Except(told).Select(view =>
            new AuditEvent(new Change(actor, now, view), subject, subjectId, schoolId, changes: null, restricted: true)));
        await db.SaveChangesAsync(cancel);
    }
}
