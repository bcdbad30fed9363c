using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Shared;

namespace SchoolPortal.Web.Security;

/// <summary>A session with its person and what they may do today, as the records had it at a mark.</summary>
internal sealed record KnownSession(Session Session, Actor Actor, SignedIn Header, DateOnly Day, Guid Mark);

/// <summary>
/// Keeps who is signed in while nothing that decides access changes on any node: being somebody then costs a request one
/// small query instead of four. Every request still asks for the mark, so sign-out and changed roles count at the next one.
/// </summary>
internal sealed class KnownSessions(TimeProvider clock) : IDisposable
{
    private const int Most = 20_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The session while it is alive and its account enabled; else null.</summary>
    public async ValueTask<KnownSession?> FindAsync(PortalDbContext db, Guid id, Marks marks, CancellationToken cancel)
    {
        var known = kept.Get<KnownSession>(id);
        // What another node saw of a session does not move the mark, so one that looks idle is read again before it is over.
        if (known?.Mark != marks.Access || known.Day != clock.Today() || !known.Session.IsAlive(clock.UtcNow()))
        {
            known = await ReadAsync(db, id, marks.Access, cancel);
        }

        return known?.Session.IsAlive(clock.UtcNow()) == true ? known : null;
    }

    /// <summary>Writes down that it was used, and reads it anew at its next use.</summary>
    public async Task SeenAsync(PortalDbContext db, Session session, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        await db.Sessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), cancel);
        kept.Remove(session.Id);
    }

    public void Dispose() => kept.Dispose();

    private async Task<KnownSession?> ReadAsync(PortalDbContext db, Guid id, Guid mark, CancellationToken cancel)
    {
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel);
        var actor = session is null ? null : await db.ActorOf(session.PersonId, clock.Today(), cancel);
        if (session is null || actor is null)
        {
            kept.Remove(id);
            return null;
        }

        var known = new KnownSession(session, actor, Header.Of(actor, session), clock.Today(), mark);
        using var entry = kept.CreateEntry(id).SetValue(known).SetSize(1).SetSlidingExpiration(TimeSpan.FromMinutes(session.IdleMinutes));
        return known;
    }
}
