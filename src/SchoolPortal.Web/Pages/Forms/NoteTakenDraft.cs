using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>Notes what stands in a draft that somebody takes away as a Word file, so that it can come back.</summary>
public sealed class NoteTakenDraft(PortalDbContext db, TimeProvider clock)
{
    /// <summary>The note of this text: the one there is, or a new one.</summary>
    /// <param name="actor">Who takes it.</param>
    /// <param name="schoolId">The school.</param>
    /// <param name="recordId">The agreement or the profile.</param>
    /// <param name="form">Its definition.</param>
    /// <param name="text">What stands in the file.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task<Guid> HandleAsync(
        Actor actor, Guid schoolId, Guid recordId, FormDefinition form, DraftText text, CancellationToken cancel)
    {
        var sha256 = text.Sha256();
        var known = await db.TakenDrafts
            .Where(t => t.RecordId == recordId && t.Sha256 == sha256 && t.FormVersion == form.Version)
            .OrderBy(t => t.Id)
            .Select(t => (Guid?)t.Id)
            .FirstOrDefaultAsync(cancel);
        if (known is { } id)
        {
            return id;
        }

        var now = clock.UtcNow();
        var taken = new TakenDraft(schoolId, recordId, form, text, now);
        db.TakenDrafts.Add(taken);
        await db.SaveAsync(new Change(actor, now, "Took a draft as a Word file"), cancel);
        return taken.Id;
    }
}
