using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Account;

/// <summary>Changes one's own passphrase; every other session of the person ends (requirement R12).</summary>
public sealed class ChangePassphrase(
    PortalDbContext db, UserManager<PortalUser> users, PassphraseCheck passphrases, WrongTries tries, EndSessions end, TimeProvider clock)
{
    /// <summary>Refuses a wrong current passphrase, which counts as a wrong try, and a new one that breaks the rules.</summary>
    public async Task HandleAsync(Actor actor, Session session, string current, string chosen, CancellationToken cancel)
    {
        var user = await users.FindByIdAsync(actor.PersonId.ToString()) ?? throw new InvalidOperationException("An account without sign-in.");
        if (await tries.AreTooManyAsync(user.Id, session.Address, cancel))
        {
            throw new RuleBroken("Current", "There were too many wrong tries. Wait 15 minutes, then try again.");
        }

        if (!await passphrases.IsRightAsync(user, current, cancel))
        {
            db.AuditEvents.Add(tries.Refused("Change of passphrase refused", WrongTries.Reason, user.Id, session.Address));
            await db.SaveChangesAsync(cancel);
            throw new RuleBroken("Current", "That is not the passphrase you use now");
        }

        // Both or neither: nobody may stay signed in with the passphrase of before.
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        var result = await users.ChangePasswordAsync(user, current, chosen);
        if (!result.Succeeded)
        {
            throw new RuleBroken("Chosen", result.Errors.First().Description);
        }

        session.Confirm(clock.UtcNow());
        var others = await db.Sessions
            .Where(s => s.PersonId == actor.PersonId && s.Id != session.Id && s.EndedAt == null)
            .Select(s => s.Id)
            .ToListAsync(cancel);
        db.AuditEvents.Add(new AuditEvent(new Change(actor, clock.UtcNow(), "Changed the passphrase"), nameof(Person), actor.PersonId, null, null));
        await end.HandleAsync(actor, others, "Signed out because the passphrase changed", cancel);
        await together.CommitAsync(cancel);
    }
}
