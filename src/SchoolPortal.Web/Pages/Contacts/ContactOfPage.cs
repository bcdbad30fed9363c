using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>The one contact whose page this is: of this school, not over yet, and one that the person may see.</summary>
internal static class ContactOfPage
{
    public static async Task<SchoolContact?> FindAsync(PortalDbContext db, CurrentSchool school, Guid contactId, DateOnly today, CancellationToken cancel)
    {
        var contact = await db.SchoolContacts.AsNoTracking()
            .SingleOrDefaultAsync(c => c.SchoolId == school.Id && c.Id == contactId && (c.To == null || c.To >= today), cancel);
        return contact is not null && SchoolContact.IsEmergency(contact.Position) && !school.May(Operation.ViewEmergencyContacts) ? null : contact;
    }

    public static string Say(SchoolContact contact) => $"{contact.Name}, {Words.Of(contact.Position)}";
}
