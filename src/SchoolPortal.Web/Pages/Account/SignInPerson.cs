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
public sealed class SignInPerson(PortalDbContext db, UserManager<PortalUser> users, PassphraseCheck passphrases, TimeProvider clock)
{
    private const string Refused =
        "The email address or the passphrase is not right. After five wrong tries an account rests for 15 minutes.";

    /// <summary>Begins a session, or refuses with one sentence for every cause.</summary>
    public async Task<Session> HandleAsync(string email, string passphrase, string device, string address, CancellationToken cancel)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        var locked = user is not null && await users.IsLockedOutAsync(user);
        var right = await passphrases.IsRightAsync(user, passphrase, cancel);
        var actor = user is null ? null : await db.ActorOf(user.Id, clock.Today(), cancel);
        var now = clock.UtcNow();
        if (user is null || locked || !right || actor is null)
        {
            if (user is not null && !locked && !right)
            {
                await users.AccessFailedAsync(user);
            }

            await RecordAsync(actor, user?.Id, "Sign-in refused", address, now, cancel);
            throw new RuleBroken("", Refused);
        }

        await users.ResetAccessFailedCountAsync(user);
        var idle = actor.Authorities.All(a => Roles.OfSchool.Contains(a.Role)) ? Session.SchoolIdle : Session.PoliceIdle;
        var session = new Session(user.Id, now, idle, device.Length > 200 ? device[..200] : device, address);
        db.Sessions.Add(session);
        await RecordAsync(actor, session.PersonId, "Signed in", address, now, cancel);
        return session;
    }

    private async Task RecordAsync(Actor? actor, Guid? personId, string what, string address, DateTime now, CancellationToken cancel)
    {
        db.AuditEvents.Add(new AuditEvent(
            new Change(actor ?? Actor.Portal, now, what), "Session", personId ?? Guid.Empty, null, null, address: address));
        await db.SaveChangesAsync(cancel);
    }
}
