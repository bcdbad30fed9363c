using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>Lets a returned file go without taking anything of it.</summary>
public sealed class DiscardDraft(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Refuses when somebody has decided about the file already.</summary>
    public async Task HandleAsync(Actor actor, Guid schoolId, Guid returnedId, CancellationToken cancel)
    {
        var returned = await db.ReturnedDrafts.SingleAsync(r => r.Id == returnedId && r.SchoolId == schoolId, cancel);
        var change = new Change(actor, clock.UtcNow(), $"Discarded the Word file “{returned.FileName}”");
        returned.Discard(change);
        await db.SaveAsync(change, cancel);
    }
}
