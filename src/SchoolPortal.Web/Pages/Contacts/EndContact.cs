using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>Ends somebody's time in a position on its last day; the position is a gap from then on.</summary>
public sealed class EndContact(PortalDbContext db, TimeProvider clock, Actor actor)
{
    public async Task<SchoolContact> HandleAsync(CurrentSchool school, Guid contactId, DateOnly lastDay, CancellationToken cancel)
    {
        var contact = await db.SchoolContacts.SingleAsync(c => c.SchoolId == school.Id && c.Id == contactId, cancel);
        contact.End(lastDay);
        await LeaveOfContact.EndWithAsync(db, contact, "To", cancel);
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Ended the time of the {Words.Of(contact.Position)}"), cancel);
        return contact;
    }
}
