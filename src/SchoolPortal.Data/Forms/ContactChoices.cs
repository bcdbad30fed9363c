using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Data.Forms;

/// <summary>The school's people whom a contact question may be answered with.</summary>
public static class ContactChoices
{
    /// <summary>The contacts of a school on a day, by position; emergency contacts only for those who may see them.</summary>
    public static async Task<IReadOnlyList<ContactChoice>> OfAsync(
        PortalDbContext db, Guid schoolId, DateOnly today, bool emergency, CancellationToken cancel)
    {
        var contacts = await db.SchoolContacts.AsNoTracking()
            .Where(c => c.SchoolId == schoolId && c.From <= today && (c.To == null || c.To >= today))
            .Select(c => new { c.Id, c.Name, c.Position, c.SearchName })
            .ToListAsync(cancel);
        return
        [
            .. contacts
                .Where(c => emergency || !SchoolContact.IsEmergency(c.Position))
                .OrderBy(c => c.Position).ThenBy(c => c.SearchName, StringComparer.Ordinal)
                .Select(c => new ContactChoice(c.Id.ToString(), c.Name, Words.Of(c.Position))),
        ];
    }
}
