using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>Somebody says that one contact, or all whom they may see, are still right.</summary>
public sealed class ConfirmContacts(PortalDbContext db, TimeProvider clock, Actor actor)
{
    /// <summary>How many were confirmed that had not been today.</summary>
    /// <param name="school">The school.</param>
    /// <param name="contactId">The one, or null for all.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<int> HandleAsync(CurrentSchool school, Guid? contactId, CancellationToken cancel)
    {
        var today = clock.Today();
        var maySeeAll = school.May(Operation.ViewEmergencyContacts);
        var current = await db.SchoolContacts
            .Where(c => c.SchoolId == school.Id && c.From <= today && (c.To == null || c.To >= today) && c.ConfirmedOn < today)
            .Where(c => contactId == null || c.Id == contactId)
            .ToListAsync(cancel);
        var confirmed = current.FindAll(c => maySeeAll || !SchoolContact.IsEmergency(c.Position));
        confirmed.ForEach(c => c.Confirm(today));
        await db.SaveAsync(new Change(actor, clock.UtcNow(), "Confirmed that contacts are right"), cancel);
        return confirmed.Count;
    }
}
