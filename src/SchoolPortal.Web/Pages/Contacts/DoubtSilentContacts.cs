using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>
/// Notes who was asked this term whether they still are and let their link run out, or could not be reached: that is their Lead
/// Police Contact's to find out. The portal's own daily work.
/// </summary>
public sealed class DoubtSilentContacts(PortalDbContext db, TimeProvider clock)
{
    private const int Batch = 500;

    public async Task HandleAsync(CancellationToken cancel)
    {
        if ((await db.CalendarAsync(cancel)).TermOn(clock.Today()) is not { } term)
        {
            return;
        }

        var occasion = AskStillYou.Occasion(term.Number, term.Start);
        var asked = db.Notices.Where(n => n.Kind == NoticeKind.StillYou && n.Occasion == occasion);
        var over = clock.UtcNow() - MailedLink.GoodFor(NoticeKind.StillYou);
        await RaiseAsync(ContactDoubt.Bounced, asked.Where(n => n.State == NoticeState.Failed), term.Start, cancel);
        await RaiseAsync(ContactDoubt.NoAnswer, asked.Where(n => n.State == NoticeState.Sent && n.StateSince <= over), term.Start, cancel);
    }

    /// <summary>Of the contacts at each address that was asked in vain, those whom nobody has confirmed since the term began.</summary>
    private async Task RaiseAsync(ContactDoubt doubt, IQueryable<Notice> unanswered, DateOnly start, CancellationToken cancel)
    {
        var today = clock.Today();
        var change = new Change(Actor.Portal, clock.UtcNow(), $"Noted that contacts {(doubt == ContactDoubt.NoAnswer ? "did not answer" : "could not be reached")}");
        while (true)
        {
            var silent = await db.SchoolContacts
                .Where(c => c.Doubt == null && c.ConfirmedOn < start && (c.To == null || c.To >= today))
                .Where(c => unanswered.Any(n => n.SchoolId == c.SchoolId && n.Address == c.Email))
                .OrderBy(c => c.Id)
                .Take(Batch)
                .ToListAsync(cancel);
            if (silent.Count == 0)
            {
                return;
            }

            silent.ForEach(contact => contact.PutInDoubt(doubt));
            await db.SaveAsync(change, cancel);
            db.ChangeTracker.Clear();
        }
    }
}
