using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Account;

/// <summary>Ends sessions of the person acting: one, or all others.</summary>
public sealed class EndSessions(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Ends those of the sessions that are the person's own and still run.</summary>
    public async Task HandleAsync(Actor actor, IReadOnlyList<Guid> ids, string what, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var sessions = await db.Sessions
            .Where(s => s.PersonId == actor.PersonId && ids.Contains(s.Id) && s.EndedAt == null)
            .ToListAsync(cancel);
        foreach (var session in sessions)
        {
            session.End(now);
            db.AuditEvents.Add(new AuditEvent(new Change(actor, now, what), nameof(Session), session.PersonId, null, null));
        }

        await db.SaveChangesAsync(cancel);
    }
}
