using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>
/// Writes down that somebody without a standing duty at the school looked at its emergency contacts and mobiles (domain
/// §3.2, "logged"), once a day for each reader: the one thing that a GET writes here.
/// </summary>
public sealed class RecordEmergencyView(PortalDbContext db, TimeProvider clock, Actor actor)
{
    private const string Looked = "Looked at emergency contacts and mobiles";

    public async Task HandleAsync(CurrentSchool school, CancellationToken cancel)
    {
        var roles = Permissions.RolesFor(Operation.ViewEmergencyContacts).Where(school.Roles.Contains);
        if (roles.Any(role => role is not (Role.SpecialistOfficer or Role.AreaSupervisor)))
        {
            return;
        }

        var now = clock.UtcNow();
        var since = NewZealandTime.StartOf(clock.Today());
        if (!await db.AuditEvents.AnyAsync(e => e.SchoolId == school.Id && e.At >= since && e.PersonId == actor.PersonId && e.What == Looked, cancel))
        {
            db.AuditEvents.Add(new AuditEvent(new Change(actor, now, Looked), nameof(SchoolContact), school.Id, school.Id, changes: null));
            await db.SaveChangesAsync(cancel);
        }
    }
}
