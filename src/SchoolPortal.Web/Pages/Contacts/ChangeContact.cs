using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>Corrects name and ways to reach; who sees no mobile keeps what is there. A contact that was just corrected is right.</summary>
public sealed class ChangeContact(PortalDbContext db, TimeProvider clock, Actor actor)
{
    /// <param name="school">The school.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="details">As typed.</param>
    /// <param name="basedOn">The contact's token when the form was opened.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<SchoolContact> HandleAsync(
        CurrentSchool school, Guid contactId, ContactDetails details, Guid basedOn, CancellationToken cancel)
    {
        var contact = await db.SchoolContacts.SingleAsync(c => c.SchoolId == school.Id && c.Id == contactId, cancel);
        if (contact.Token != basedOn)
        {
            throw new ChangedMeanwhile("Somebody else changed this person after you opened the page. What you typed is still here; compare it with the list of people, then save again.");
        }

        var mayMobile = school.May(Operation.ViewEmergencyContacts);
        var reach = details.Reach();
        contact.Change(
            details.TidyName,
            mayMobile ? reach : reach with { Mobile = contact.Mobile },
            mayMobile ? details.AfterHours : contact.AfterHours);
        contact.Confirm(clock.Today());
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Changed the {Words.Of(contact.Position)}"), cancel);
        return contact;
    }
}
