using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Templates;

/// <summary>Has new agreements written in a template version from a day on, or takes it back before that day has come.</summary>
public sealed class PublishTemplate(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Publishes it. Refuses a day that is past.</summary>
    public async Task HandleAsync(Actor actor, Guid id, DateOnly from, CancellationToken cancel)
    {
        var version = await db.TemplateVersions.SingleAsync(t => t.Id == id, cancel);
        var change = new Change(actor, clock.UtcNow(), $"Published template version {version.Number} from {NewZealandTime.Show(from)}");
        version.Publish(from, clock.Today(), change);
        await db.SaveAsync(change, cancel);
    }

    /// <summary>Withdraws it. Refuses once its day has come.</summary>
    public async Task WithdrawAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        var version = await db.TemplateVersions.SingleAsync(t => t.Id == id, cancel);
        var change = new Change(actor, clock.UtcNow(), $"Withdrew template version {version.Number}");
        version.Withdraw(clock.Today(), change);
        await db.SaveAsync(change, cancel);
    }
}
