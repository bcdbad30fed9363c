using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Notices;

/// <summary>Something to be told to somebody, about a school or about none.</summary>
public sealed record Telling(Guid? SchoolId, Addressee To, Message Message);

/// <summary>Writes notices into the outbox, with the next save of the caller and in its transaction.</summary>
public sealed class WriteNotices(PortalDbContext db)
{
    /// <summary>
    /// Adds those that were not told on this occasion yet. Two nodes that do it at once are kept apart by the database: the
    /// save of the second is refused whole.
    /// </summary>
    /// <param name="kind">What they tell.</param>
    /// <param name="occasion">What occasions them.</param>
    /// <param name="tellings">To whom, about what.</param>
    /// <param name="change">Who has them sent, and when.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="urgent">Quiet hours do not hold them back.</param>
    /// <returns>How many were added.</returns>
    public async Task<int> AddAsync(NoticeKind kind, string occasion, IReadOnlyCollection<Telling> tellings, Change change, CancellationToken cancel, bool urgent = false)
    {
        if (tellings.Count == 0)
        {
            return 0;
        }

        var told = (await db.Notices.Where(n => n.Kind == kind && n.Occasion == occasion)
                .Select(n => new { n.SchoolId, n.Address })
                .ToListAsync(cancel))
            .Select(n => (n.SchoolId, n.Address))
            .ToHashSet();
        // Somebody may be named twice for one school, as Lead Police Contact and as relief; an address is one in any case of letters.
        var notBefore = urgent ? change.At : QuietHours.Over(change.At, await db.CalendarAsync(cancel));
        var added = tellings.DistinctBy(t => (t.SchoolId, Notice.AddressOf(t.To)))
            .Where(t => !told.Contains((t.SchoolId, Notice.AddressOf(t.To))))
            .Select(t => new Notice(kind, occasion, t.SchoolId, t.To, t.Message, notBefore, change, urgent))
            .ToList();
        db.Notices.AddRange(added);
        return added.Count;
    }
}
