using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>Writes down who read restricted parts of what, as every such page promises (domain §14.2).</summary>
public sealed class RestrictedViews(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Records one view.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="what">What is read, such as "Read agreement 3 with its restricted parts".</param>
    /// <param name="subject">Kind of record.</param>
    /// <param name="subjectId">Its id.</param>
    /// <param name="schoolId">Whose record it is.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task RecordAsync(Actor actor, string what, string subject, Guid subjectId, Guid schoolId, CancellationToken cancel)
    {
        db.AuditEvents.Add(new AuditEvent(new Change(actor, clock.UtcNow(), what), subject, subjectId, schoolId, changes: null, restricted: true));
        await db.SaveChangesAsync(cancel);
    }
}
