using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Notices;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>
/// Asks each of a school's people once a term whether they still are, by a link that needs no sign-in. The school itself is
/// asked when the term begins; whom it has confirmed by the third week is not asked again. The portal's own daily work.
/// </summary>
public sealed class AskStillYou(PortalDbContext db, WriteNotices write, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>What occasions the question: told once a term.</summary>
    public static string Occasion(int term, DateOnly start) => $"Still you? Term {term} of {start.Year}";

    /// <summary>Writes the notices of the day. Doing it again writes none.</summary>
    public async Task HandleAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        if ((await db.CalendarAsync(cancel)).TermOn(today) is not { } term || TermReadiness.On(today, term.Start) != ReadinessTurn.Remind)
        {
            return;
        }

        var occasion = Occasion(term.Number, term.Start);
        while (await NextAsync(term.Start, today, occasion, cancel) is { Count: > 0 } tellings)
        {
            var change = new Change(Actor.Portal, clock.UtcNow(), "Asked contacts whether they still are");
            await write.AddAsync(NoticeKind.StillYou, occasion, tellings, change, cancel);
            await db.SaveAsync(change, cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Those who were named before the term, confirmed by nobody since it began and not asked yet. One address is asked once for a school.</summary>
    private async Task<List<Telling>> NextAsync(DateOnly start, DateOnly today, string occasion, CancellationToken cancel)
    {
        var unasked = await (
            from contact in db.SchoolContacts.AsNoTracking()
            join school in db.Schools on contact.SchoolId equals school.Id
            where school.Status == SchoolStatus.Open
                && contact.Email != null && contact.From < start && contact.ConfirmedOn < start && (contact.To == null || contact.To >= today)
                && !db.Notices.Any(n => n.SchoolId == contact.SchoolId && n.Kind == NoticeKind.StillYou && n.Occasion == occasion && n.Address == contact.Email)
            orderby contact.Id
            select new { contact.Id, contact.SchoolId, contact.Name, contact.Email, contact.Position, School = school.Facts.Name }).Take(Batch).ToListAsync(cancel);
        return unasked.ConvertAll(c => new Telling(
            c.SchoolId, new Addressee(c.Name, c.Email!, PersonId: null, c.Id), Question(Words.Of(c.Position), c.School)));
    }

    private static Message Question(string position, string school) => new(
        $"Are you still {position} of {school}?",
        $"""
        School Portal, where schools and Police keep their partnership, has you as {position} of {school}. Nobody has said this term that it is still right.

        The link that follows asks one question, needs no sign-in, works once and for 14 days. It shows no phone number and no address. If you do not answer, the school’s Lead Police Contact will ask the school.
        """,
        Path: null);
}
