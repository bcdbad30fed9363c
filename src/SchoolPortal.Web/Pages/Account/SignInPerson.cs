using Microsoft.AspNetCore.Identity;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Account;

/// <summary>
/// Checks a passphrase and begins a session. Unknown, locked and disabled accounts and wrong passphrases all take as long and
/// read the same (requirement R05).
/// </summary>
public sealed class SignInPerson(PortalDbContext db, UserManager<PortalUser> users, PassphraseCheck passphrases, WrongTries tries, TimeProvider clock)
{
    private const string Refused =
        "The email address or the passphrase is not right. After five wrong tries an account rests for 15 minutes.";

    /// <summary>Begins a session, or refuses with one sentence for every cause.</summary>
    public async Task<Session> HandleAsync(string email, string passphrase, string device, string address, CancellationToken cancel)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        var rests = user is not null && await tries.AreTooManyAsync(user.Id, address, cancel);
        var right = await passphrases.IsRightAsync(user, passphrase, cancel);
        var actor = user is null ? null : await db.ActorOf(user.Id, clock.Today(), cancel);
        if (user is null || rests || !right || actor is null)
        {
            var why = user is null ? "Unknown address" : rests ? "The account rests" : !right ? WrongTries.Reason : "The account is disabled";
            db.AuditEvents.Add(tries.Refused("Sign-in refused", why, user?.Id ?? Guid.Empty, address));
            await db.SaveChangesAsync(cancel);
            throw new RuleBroken("", Refused);
        }

        var now = clock.UtcNow();
        var idle = actor.Authorities.All(a => Roles.OfSchool.Contains(a.Role)) ? Session.SchoolIdle : Session.PoliceIdle;
        var session = new Session(user.Id, now, idle, device.Length > 200 ? device[..200] : device, address);
        db.Sessions.Add(session);
        db.AuditEvents.Add(new AuditEvent(new Change(actor, now, "Signed in"), nameof(Session), user.Id, null, null, address: address));
        await db.SaveChangesAsync(cancel);
        return session;
    }
}
