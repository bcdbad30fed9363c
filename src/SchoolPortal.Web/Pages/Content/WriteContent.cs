using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Public;

namespace SchoolPortal.Web.Pages.Content;

/// <summary>Writes a draft anew. Whoever saw an older text of it than is kept is told, with both texts, and nothing is saved.</summary>
public sealed class WriteContent(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Saves the words, or gives what somebody else saved in the meantime.</summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="id">The draft.</param>
    /// <param name="seen">Token of the text that the writer began with.</param>
    /// <param name="words">What was typed, given the words that are kept.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task<ContentVersion?> HandleAsync(Actor actor, Guid id, Guid seen, Func<ContentWords, ContentWords> words, CancellationToken cancel)
    {
        var draft = await db.ContentVersions.SingleAsync(v => v.Id == id, cancel);
        var typed = words(draft.Words).Trimmed();
        if (draft.Token != seen && typed != draft.Words)
        {
            return draft;
        }

        var change = new Change(actor, clock.UtcNow(), $"Wrote version {draft.Number} of {draft.PageKey}");
        draft.Write(typed, clock.Today(), change);
        await db.SaveAsync(change, cancel);
        return null;
    }
}
