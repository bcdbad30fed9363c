using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Somebody says that they have read what they were asked to take note of.</summary>
public sealed class AcknowledgeAgreement(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Refuses what is asked of another role, what was acknowledged before, and what is none of this school's.</summary>
    public async Task HandleAsync(Actor actor, Place place, Guid acknowledgementId, CancellationToken cancel)
    {
        var asked = await db.Acknowledgements.SingleOrDefaultAsync(a => a.Id == acknowledgementId && a.SchoolId == place.SchoolId, cancel)
            ?? throw new StepNotAllowed("There is nothing of this school here to acknowledge. Open the agreement to see what is asked.");
        var change = new Change(actor, clock.UtcNow(), $"Acknowledged: {asked.Text}");
        asked.Give(actor.RolesAt(place), change);
        await db.SaveAsync(change, cancel);
    }
}
