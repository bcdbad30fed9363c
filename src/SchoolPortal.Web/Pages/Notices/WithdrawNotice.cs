using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Notices;

/// <summary>Takes back a notice that was not sent yet.</summary>
public sealed class WithdrawNotice(PortalDbContext db, TimeProvider clock)
{
    public async Task HandleAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        var notice = await db.Notices.SingleAsync(n => n.Id == id, cancel);
        var change = new Change(actor, clock.UtcNow(), $"Withdrew the {Words.Of(notice.Kind)}");
        notice.Withdraw(change);
        db.AuditEvents.Add(new AuditEvent(change, nameof(Notice), notice.Id, notice.SchoolId, changes: null));
        await db.SaveAsync(change, cancel);
    }
}
