using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>Notes what stands in a draft that somebody takes away as a Word file, so that it can come back.</summary>
public sealed class NoteTakenDraft(PortalDbContext db, TimeProvider clock)
{
    /// <summary>The notes of these texts, by record: the ones there are, or new ones, in one query and one save.</summary>
    /// <param name="actor">Who takes them.</param>
    /// <param name="drafts">One of each record.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task<IReadOnlyDictionary<Guid, Guid>> HandleAsync(Actor actor, IReadOnlyCollection<DraftToTake> drafts, CancellationToken cancel)
    {
        var records = drafts.Select(d => d.RecordId).ToList();
        var known = (await db.TakenDrafts
                .Where(t => records.Contains(t.RecordId))
                .OrderBy(t => t.Id)
                .Select(t => new { t.RecordId, t.Sha256, t.FormVersion, t.TemplateId, t.Id })
                .ToListAsync(cancel))
            .ToLookup(t => (t.RecordId, t.Sha256, t.FormVersion, t.TemplateId), t => t.Id);
        var now = clock.UtcNow();
        var notes = new Dictionary<Guid, Guid>();
        foreach (var draft in drafts)
        {
            notes[draft.RecordId] = known[(draft.RecordId, draft.Text.Sha256(), draft.Form.Version, draft.Form.Template)].Select(id => (Guid?)id).FirstOrDefault()
                ?? Note(draft, now);
        }

        await db.SaveAsync(new Change(actor, now, "Took a draft as a Word file"), cancel);
        return notes;
    }

    private Guid Note(DraftToTake draft, DateTime now)
    {
        var taken = new TakenDraft(draft.SchoolId, draft.RecordId, draft.Form, draft.Text, now);
        db.TakenDrafts.Add(taken);
        return taken.Id;
    }
}

/// <summary>A draft that somebody takes away.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="RecordId">The agreement or the profile.</param>
/// <param name="Form">Its definition, in the words of its template.</param>
/// <param name="Text">What stands in the file.</param>
public sealed record DraftToTake(Guid SchoolId, Guid RecordId, FormDefinition Form, DraftText Text);
