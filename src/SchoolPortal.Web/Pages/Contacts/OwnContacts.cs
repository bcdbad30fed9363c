using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>What schools have recorded of the reader as one of their people, for the reader to see and correct (domain §14.3).</summary>
public sealed class OwnContacts(PortalDbContext db, Actor actor, TimeProvider clock)
{
    /// <summary>The reader's current entries: tied to their account, or with its address.</summary>
    public IQueryable<SchoolContact> All()
    {
        var today = clock.Today();
        var address = db.People.Where(p => p.Id == actor.PersonId).Select(p => p.Email);
        return db.SchoolContacts.Where(c => (c.To == null || c.To >= today) && (c.PersonId == actor.PersonId || (c.Email != null && address.Contains(c.Email))));
    }

    /// <summary>Corrects one. It is the reader's own, so it counts as confirmed. Refuses when somebody changed it meanwhile.</summary>
    public async Task<SchoolContact> ChangeAsync(Guid id, ContactDetails details, Guid basedOn, CancellationToken cancel)
    {
        var contact = await All().SingleOrDefaultAsync(c => c.Id == id, cancel)
            ?? throw new StepNotAllowed("This entry is not one of yours any more. Open your account to see what schools have of you.");
        if (contact.Token != basedOn)
        {
            throw new ChangedMeanwhile("The school changed this entry after you opened the page. What you typed is still here; save again to keep it.");
        }

        contact.Change(details.TidyName, details.Reach(), details.AfterHours);
        contact.Confirm(clock.Today());
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Corrected their own entry as {Words.Of(contact.Position)}"), cancel);
        return contact;
    }
}
