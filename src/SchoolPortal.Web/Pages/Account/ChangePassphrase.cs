using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Account;

/// <summary>Changes one's own passphrase; every other session of the person ends (requirement R12).</summary>
public sealed class ChangePassphrase(PortalDbContext db, UserManager<PortalUser> users, RecentSignIn recent, EndSessions end, TimeProvider clock)
{
    /// <summary>Refuses a wrong current passphrase, and a new one that breaks the rules.</summary>
    public async Task HandleAsync(Actor actor, Session session, string current, string chosen, CancellationToken cancel)
    {
        await recent.ConfirmAsync("Current", current, cancel);
        var user = await users.FindByIdAsync(actor.PersonId.ToString()) ?? throw new InvalidOperationException("An account without sign-in.");

        // Both or neither: nobody may stay signed in with the passphrase of before.
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        var result = await users.ChangePasswordAsync(user, current, chosen);
        if (!result.Succeeded)
        {
            throw new RuleBroken("Chosen", result.Errors.First().Description);
        }

        var others = await db.Sessions
            .Where(s => s.PersonId == actor.PersonId && s.Id != session.Id && s.EndedAt == null)
            .Select(s => s.Id)
            .ToListAsync(cancel);
        db.AuditEvents.Add(new AuditEvent(new Change(actor, clock.UtcNow(), "Changed the passphrase"), nameof(Person), actor.PersonId, null, null));
        await end.HandleAsync(actor, others, "Signed out because the passphrase changed", cancel);
        await together.CommitAsync(cancel);
    }
}
