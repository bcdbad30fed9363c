using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Security;

/// <summary>
/// Signing, and changing who may do what, ask for a passphrase given no longer ago than ten minutes, else for the passphrase
/// itself (requirement R22).
/// </summary>
public sealed class RecentSignIn(PortalDbContext db, PassphraseCheck passphrases, WrongTries tries, Session session, TimeProvider clock)
{
    private bool isConfirmed;

    /// <summary>True while nothing needs asking.</summary>
    public bool IsRecent => isConfirmed || session.IsRecent(clock.UtcNow());

    /// <summary>Passes, or refuses beside the field <c>Input.Passphrase</c>.</summary>
    public async Task RequireAsync(string? passphrase, CancellationToken cancel)
    {
        if (IsRecent)
        {
            return;
        }

        if (string.IsNullOrEmpty(passphrase))
        {
            throw new RuleBroken("Passphrase", "Enter your passphrase; you signed in more than ten minutes ago");
        }

        await ConfirmAsync("Passphrase", passphrase, cancel);
    }

    /// <summary>Takes the passphrase as given again, or refuses beside a field. A wrong one counts, as at sign-in.</summary>
    public async Task ConfirmAsync(string field, string passphrase, CancellationToken cancel)
    {
        if (await tries.AreTooManyAsync(session.PersonId, session.Address, cancel))
        {
            throw new RuleBroken(field, "There were too many wrong tries. Wait 15 minutes, then try again.");
        }

        var user = await db.Users.SingleAsync(u => u.Id == session.PersonId, cancel);
        if (!await passphrases.IsRightAsync(user, passphrase, cancel))
        {
            db.AuditEvents.Add(tries.Refused("Passphrase refused within a session", WrongTries.Reason, session.PersonId, session.Address));
            await db.SaveChangesAsync(cancel);
            throw new RuleBroken(field, "That is not your passphrase. After five wrong tries an account rests for 15 minutes.");
        }

        var kept = await db.Sessions.SingleAsync(s => s.Id == session.Id, cancel);
        kept.Confirm(clock.UtcNow());
        isConfirmed = true;
    }
}
