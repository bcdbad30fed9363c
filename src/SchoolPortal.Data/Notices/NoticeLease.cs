using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.Notices;

namespace SchoolPortal.Data.Notices;

/// <summary>
/// One round's hold on the next notices, so that of two nodes only one sends each. A node that is killed in the middle leaves
/// those it had until the time is over; then they are sent again, under the same id, by which a mail system knows them.
/// </summary>
public static class NoticeLease
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    /// <summary>Takes the notices that have waited longest, and gives them tracked; none when nothing is due or another node was quicker.</summary>
    /// <param name="db">The records.</param>
    /// <param name="now">UTC.</param>
    /// <param name="onlyUrgent">Quiet hours: take what is urgent alone.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<IReadOnlyList<Notice>> TakeAsync(PortalDbContext db, DateTime now, bool onlyUrgent, int most, CancellationToken cancel)
    {
        var free = db.Notices.Where(n => n.State == NoticeState.Waiting && n.NotBefore <= now && (n.HeldUntil == null || n.HeldUntil < now) && (n.IsUrgent || !onlyUrgent));
        var next = await free.OrderBy(n => n.NotBefore).Select(n => n.Id).Take(most).ToListAsync(cancel);
        if (next.Count == 0)
        {
            return [];
        }

        Guid? holder = Guid.CreateVersion7();
        await free.Where(n => next.Contains(n.Id)).ExecuteUpdateAsync(
            notice => notice.SetProperty(n => n.Holder, holder).SetProperty(n => n.HeldUntil, now + Length), cancel);
        return await db.Notices.Where(n => n.Holder == holder && next.Contains(n.Id)).OrderBy(n => n.NotBefore).ToListAsync(cancel);
    }

    /// <summary>Lets go of them, so that the next round need not wait.</summary>
    public static Task LetGoAsync(PortalDbContext db, IReadOnlyCollection<Notice> held, CancellationToken cancel)
    {
        var (ids, holder) = (held.Select(n => n.Id).ToList(), held.First().Holder);
        return db.Notices.Where(n => ids.Contains(n.Id) && n.Holder == holder)
            .ExecuteUpdateAsync(notice => notice.SetProperty(n => n.HeldUntil, (DateTime?)null), cancel);
    }
}
