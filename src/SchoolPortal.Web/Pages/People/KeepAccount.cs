using System.Data;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.People;

/// <summary>Disables, enables and unlocks an account, and ends its sessions.</summary>
public sealed class KeepAccount(PortalDbContext db, RecentSignIn recent, TimeProvider clock)
{
    /// <summary>The person is out at the next request. Refuses one's own account and the last administrator's.</summary>
    public async Task DisableAsync(Actor actor, Guid personId, string? why, string? passphrase, CancellationToken cancel)
    {
        await recent.RequireAsync(passphrase, cancel);
        if (personId == actor.PersonId)
        {
            throw new RuleBroken("", "You cannot disable your own account; another administrator can");
        }

        await using var alone = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);
        await Administrators.MustRemainAsync(db, personId, clock.Today(), cancel);
        var now = clock.UtcNow();
        var person = await db.People.SingleAsync(p => p.Id == personId, cancel);
        person.Disable(now);
        await EndAsync(personId, now, cancel);
        await db.SaveAsync(new Change(actor, now, $"Disabled the account of {person.Name}", why), cancel);
        await alone.CommitAsync(cancel);
    }

    /// <summary>The person may sign in again.</summary>
    public async Task EnableAsync(Actor actor, Guid personId, string? why, string? passphrase, CancellationToken cancel)
    {
        await recent.RequireAsync(passphrase, cancel);
        var person = await db.People.SingleAsync(p => p.Id == personId, cancel);
        person.Enable();
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Enabled the account of {person.Name}", why), cancel);
    }

    /// <summary>Ends the rest that follows five wrong passphrases.</summary>
    public Task UnlockAsync(Actor actor, Guid personId, CancellationToken cancel) =>
        TellAsync(actor, personId, "Unlocked the account", WrongTries.Forgiven, cancel);

    /// <summary>Signs the person out on every device.</summary>
    public async Task EndSessionsAsync(Actor actor, Guid personId, CancellationToken cancel)
    {
        await EndAsync(personId, clock.UtcNow(), cancel);
        await TellAsync(actor, personId, "Ended all sessions of the account", null, cancel);
    }

    private async Task EndAsync(Guid personId, DateTime now, CancellationToken cancel)
    {
        foreach (var session in await db.Sessions.Where(s => s.PersonId == personId && s.EndedAt == null).ToListAsync(cancel))
        {
            session.End(now);
        }
    }

    private async Task TellAsync(Actor actor, Guid personId, string what, string? why, CancellationToken cancel)
    {
        var name = await db.People.Where(p => p.Id == personId).Select(p => p.Name).SingleAsync(cancel);
        db.AuditEvents.Add(new AuditEvent(new Change(actor, clock.UtcNow(), $"{what} of {name}", why), nameof(Person), personId, null, null));
        await db.SaveChangesAsync(cancel);
    }
}
