using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Public;

namespace SchoolPortal.Web.Pages.Content;

/// <summary>Begins a draft of a page from the text that is shown, or from an earlier one.</summary>
public sealed class BeginContent(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Gives the draft's id; where one is being written, that one's.</summary>
    /// <param name="actor">Who begins.</param>
    /// <param name="key">Key of the page.</param>
    /// <param name="from">Number of the version to begin with; 0 is the text that ships with the portal.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task<Guid> HandleAsync(Actor actor, string key, int from, CancellationToken cancel)
    {
        if (await db.ContentVersions.Where(v => v.PageKey == key && v.State == ContentState.Draft).Select(v => (Guid?)v.Id).SingleOrDefaultAsync(cancel) is { } open)
        {
            return open;
        }

        var shipped = ShippedContent.Find(key) ?? throw new RuleBroken("", "There is no such page");
        var words = from == 0 ? shipped.Words : (await db.ContentVersions.AsNoTracking().SingleAsync(v => v.PageKey == key && v.Number == from, cancel)).Words;
        var number = await db.NextNumberAsync(key, cancel);
        var change = new Change(actor, clock.UtcNow(), $"Began version {number} of {key}, from {(from == 0 ? "the standard text" : $"version {from}")}");
        var draft = new ContentVersion(key, number, words, change);
        db.ContentVersions.Add(draft);
        await db.SaveAsync(change, cancel);
        return draft.Id;
    }
}

/// <summary>Numbers of versions.</summary>
internal static class ContentNumbers
{
    /// <summary>The number of a page's next version.</summary>
    public static async Task<int> NextNumberAsync(this PortalDbContext db, string key, CancellationToken cancel) =>
        (await db.ContentVersions.Where(v => v.PageKey == key).MaxAsync(v => (int?)v.Number, cancel) ?? 0) + 1;
}
