using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Notices;

namespace SchoolPortal.Web.Pages.Account;

/// <summary>
/// Sends a link to a new passphrase to somebody who lost theirs. An address that has no account, or whose account is disabled,
/// is answered in the same words and after the same time (requirement R05).
/// </summary>
public sealed class AskNewPassphrase(PortalDbContext db, WriteNotices write, TimeProvider clock)
{
    /// <summary>Links of one account within an hour; more would only fill a mailbox.</summary>
    public const int MostAnHour = 3;

    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(400);

    private static Actor Stranger { get; } = new(Guid.Empty, "Somebody not signed in", "", []);

    public Task HandleAsync(string email, string address, CancellationToken cancel) =>
        Task.WhenAll(AskAsync(email.Trim().ToLowerInvariant(), address, cancel), Task.Delay(Least, cancel));

    private async Task AskAsync(string email, string address, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Email == email && p.DisabledAt == null, cancel);
        var change = new Change(Stranger, now, "Asked for a link to a new passphrase", person is null ? "No account to send it to" : null);
        db.AuditEvents.Add(new AuditEvent(change, nameof(Person), person?.Id ?? Guid.Empty, null, null, address: address));
        if (person is not null)
        {
            await SendAsync(person, change, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The newest link alone works: what has not left is withdrawn, and the links before are dead.</summary>
    private async Task SendAsync(Person person, Change change, CancellationToken cancel)
    {
        var asked = db.Notices.Where(n => n.Kind == NoticeKind.NewPassphrase && n.PersonId == person.Id);
        var hourAgo = change.At.AddHours(-1);
        if (await asked.CountAsync(n => n.MadeAt > hourAgo, cancel) >= MostAnHour)
        {
            return;
        }

        foreach (var waiting in await asked.Where(n => n.State == NoticeState.Waiting).ToListAsync(cancel))
        {
            waiting.Withdraw(change with { Who = Actor.Portal, Why = "A newer link was asked for." });
        }

        await db.MailedLinks.Where(l => l.Kind == NoticeKind.NewPassphrase && l.PersonId == person.Id && l.UsedAt == null)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.ExpiresAt, change.At), cancel);
        const string Text = "Somebody, you we hope, asked for a new passphrase for your account in School Portal. The link that follows works once and for one hour. If it was not you, do nothing: your passphrase stays as it is.";
        await write.AddAsync(
            NoticeKind.NewPassphrase, $"New passphrase {Guid.CreateVersion7():N}",
            [new Telling(SchoolId: null, new Addressee(person.Name, person.Email, person.Id, ContactId: null), new Message("A new passphrase for School Portal", Text, Path: null))],
            change, cancel, urgent: true);
    }
}
