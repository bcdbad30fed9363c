using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>Calls a job off. Schools that are done stay done; whoever works on it stops at the next one.</summary>
public sealed class CancelJob(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Refuses a job that is over, and somebody else's.</summary>
    public async Task HandleAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        var job = await db.Jobs.SingleAsync(j => j.Id == id, cancel);
        var change = new Change(actor, clock.UtcNow(), "Cancelled a job");
        job.Cancel(change);
        await db.SaveAsync(change, cancel);
    }
}
