using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Notices;

/// <summary>Puts a notice that failed back among those that wait, once what was wrong is mended.</summary>
public sealed class TryNoticeAgain(PortalDbContext db, TimeProvider clock)
{
    public async Task HandleAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        var notice = await db.Notices.SingleAsync(n => n.Id == id, cancel);
        var change = new Change(actor, clock.UtcNow(), $"Tried again to send the {Words.Of(notice.Kind)}");
        notice.TryAgain(QuietHours.Over(change.At, await db.CalendarAsync(cancel)), change);
        db.AuditEvents.Add(new AuditEvent(change, nameof(Notice), notice.Id, notice.SchoolId, changes: null));
        await db.SaveAsync(change, cancel);
    }
}
