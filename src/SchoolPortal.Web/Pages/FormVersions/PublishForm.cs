using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Hosting;

namespace SchoolPortal.Web.Pages.FormVersions;

/// <summary>Has the profile's next version asked from now on, or takes it back before it is.</summary>
public sealed class PublishForm(PortalDbContext db, DailyBell bell, TimeProvider clock)
{
    /// <summary>Publishes it; profiles in the making follow at once, in the background (<see cref="MoveProfiles"/>).</summary>
    public async Task HandleAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        var version = await db.FormVersions.SingleAsync(f => f.Id == id, cancel);
        var change = new Change(actor, clock.UtcNow(), $"Published version {version.Number} of the profile\u2019s questions");
        version.Publish((await db.FormInUseAsync(version.FormKey, cancel)).Version, change);
        await db.SaveAsync(change, cancel);
        bell.Ring();
    }

    /// <summary>Withdraws it.</summary>
    public async Task WithdrawAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        var version = await db.FormVersions.SingleAsync(f => f.Id == id, cancel);
        var change = new Change(actor, clock.UtcNow(), $"Withdrew version {version.Number} of the profile\u2019s questions");
        version.Withdraw(change);
        await db.SaveAsync(change, cancel);
    }
}
