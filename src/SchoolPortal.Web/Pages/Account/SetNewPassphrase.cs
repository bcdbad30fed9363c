using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Notices;
using SchoolPortal.Web.Pages.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Account;

/// <summary>
/// Whoever holds the link chooses a new passphrase. Every session of the account ends, its rest after wrong tries too, nobody is signed in by it,
/// and the person is told (requirement R08).
/// </summary>
public sealed class SetNewPassphrase(
    PortalDbContext db, FindNewPassphrase find, MailedLinks links, NewAccount accounts, UserManager<PortalUser> users, WriteNotices write, TimeProvider clock)
{
    /// <summary>Refuses a link that no longer works, and a passphrase that breaks the rules.</summary>
    public async Task HandleAsync(string token, string chosen, string address, CancellationToken cancel)
    {
        if (await find.HandleAsync(token, cancel) is not (LinkAnswer.Good, { PersonId: { } id } link))
        {
            throw new StepNotAllowed("This link cannot be used any more.");
        }

        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == id, cancel);
        await accounts.CheckAsync(person, "Passphrase", chosen);
        var now = clock.UtcNow();
        var change = new Change(new Actor(person.Id, person.Name, person.Position, []), now, "Chose a new passphrase by the link in an e-mail", WrongTries.Forgiven);
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        await links.UseAsync(link, cancel);
        var user = await db.Users.SingleAsync(u => u.Id == id, cancel);
        user.PasswordHash = users.PasswordHasher.HashPassword(user, chosen);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        foreach (var session in await db.Sessions.Where(s => s.PersonId == id && s.EndedAt == null).ToListAsync(cancel))
        {
            session.End(now);
        }

        db.AuditEvents.Add(new AuditEvent(change, nameof(Person), id, null, null, address: address));
        const string Text = "The passphrase of your account in School Portal was changed by a link sent to this address, and you are signed out everywhere. If it was not you, tell whoever runs the portal at once.";
        await write.AddAsync(
            NoticeKind.PassphraseChanged, $"Changed {link.NoticeId:N}",
            [new Telling(SchoolId: null, new Addressee(person.Name, person.Email, id, ContactId: null), new Message("Your passphrase was changed", Text, "/contact"))],
            change, cancel, urgent: true);
        await db.SaveChangesAsync(cancel);
        await together.CommitAsync(cancel);
    }
}
