using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>Names somebody for a position at the school; whoever holds a position of one is ended on the day before.</summary>
public sealed class NameContact(PortalDbContext db, NoteNewContacts notes, TellNamedContact tell, TimeProvider clock, Actor actor)
{
    public async Task<SchoolContact> HandleAsync(
        CurrentSchool school, ContactPosition position, ContactDetails details, DateOnly from, CancellationToken cancel)
    {
        var existing = await db.SchoolContacts.Where(c => c.SchoolId == school.Id && c.Position == position).ToListAsync(cancel);
        var named = new SchoolPositions(school.Id, existing).Name(position, details.TidyName, details.Reach(), details.AfterHours, from);
        foreach (var before in existing.Where(c => c.To == from.AddDays(-1)))
        {
            await LeaveOfContact.EndWithAsync(db, before, "From", cancel);
        }

        db.SchoolContacts.Add(named);
        var change = new Change(actor, clock.UtcNow(), $"Named a {Words.Of(position)}");
        await tell.AddAsync(school, named, change, cancel);
        await db.SaveAsync(change, cancel);
        await notes.HandleAsync([school.Id], cancel);
        return named;
    }
}
