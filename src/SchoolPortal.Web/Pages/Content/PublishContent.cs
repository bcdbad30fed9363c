using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Hosting;
using SchoolPortal.Web.Pages.Public;

namespace SchoolPortal.Web.Pages.Content;

/// <summary>Shows a draft to everybody from a day on, or gives it up before anybody has seen it.</summary>
public sealed class PublishContent(PortalDbContext db, TimeProvider clock, PublishedContent shown, VisitorPages visitors)
{
    /// <summary>Publishes it.</summary>
    public async Task HandleAsync(Actor actor, Guid id, (DateOnly From, DateOnly? To) days, string note, CancellationToken cancel)
    {
        var version = await db.ContentVersions.SingleAsync(v => v.Id == id, cancel);
        var change = new Change(actor, clock.UtcNow(), $"Published version {version.Number} of {version.PageKey} from {NewZealandTime.Show(days.From)}", note);
        version.Publish(days, note, clock.Today(), change);
        await SaveAsync(change, cancel);
    }

    /// <summary>Gives it up.</summary>
    public async Task WithdrawAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        var version = await db.ContentVersions.SingleAsync(v => v.Id == id, cancel);
        var change = new Change(actor, clock.UtcNow(), $"Withdrew version {version.Number} of {version.PageKey}");
        version.Withdraw(clock.Today(), change);
        await SaveAsync(change, cancel);
    }

    private async Task SaveAsync(Change change, CancellationToken cancel)
    {
        await db.SaveAsync(change, cancel);
        shown.Forget();
        visitors.Forget();
    }
}
