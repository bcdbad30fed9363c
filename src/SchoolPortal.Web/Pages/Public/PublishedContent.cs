using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Public;
using SchoolPortal.Web.Pages.Shared;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>A content page as visitors see it today.</summary>
/// <param name="Key">Its address without the leading slash.</param>
/// <param name="Number">Number of its version; 0 for the text that ships with the portal.</param>
/// <param name="Words">What it says, as its editor wrote it.</param>
/// <param name="Since">The day since when it says so.</param>
/// <param name="Text">Its text with the portal's blanks filled in: what readers get.</param>
public sealed record PublishedPage(string Key, int Number, ContentWords Words, DateOnly Since, string Text)
{
    private readonly Lazy<IHtmlContent> html = new(() => ContentHtml.Of(Key, Text));

    private readonly Lazy<(string Heading, string All)> folded = new(() => (Folded.Of($"{Words.Title} {Words.Summary}"), Folded.Of($"{Words.Title} {Words.Summary} {Text}")));

    /// <summary>Whether it says every one of these folded words.</summary>
    public bool Says(IEnumerable<string> words) => words.All(word => folded.Value.All.Contains(word, StringComparison.Ordinal));

    /// <summary>Whether its title and summary alone say all of them.</summary>
    public bool IsAbout(IEnumerable<string> words) => words.All(word => folded.Value.Heading.Contains(word, StringComparison.Ordinal));

    /// <summary>Its text as HTML, made once for a version.</summary>
    public IHtmlContent Html => html.Value;
}

/// <summary>
/// What every content page says today, in memory. Published here it is seen at once; other nodes, and days that begin, are
/// seen within half a minute.
/// </summary>
public sealed class PublishedContent(TimeProvider clock, PortalFacts facts)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private volatile Kept? kept;

    /// <summary>Every page, in the order in which they are read.</summary>
    public async ValueTask<IReadOnlyList<PublishedPage>> AllAsync(PortalDbContext db, CancellationToken cancel)
    {
        if (kept is { } known && clock.UtcNow() - known.ReadAt < Fresh)
        {
            return known.Pages;
        }

        var read = await ReadAsync(db, kept?.Pages ?? [], cancel);
        kept = new Kept(read, clock.UtcNow());
        return read;
    }

    /// <summary>The page of this key, or null.</summary>
    public async ValueTask<PublishedPage?> FindAsync(PortalDbContext db, string key, CancellationToken cancel) =>
        (await AllAsync(db, cancel)).FirstOrDefault(page => page.Key == key);

    /// <summary>Something was published or withdrawn: reads again at the next request.</summary>
    public void Forget() => kept = null;

    private async Task<IReadOnlyList<PublishedPage>> ReadAsync(PortalDbContext db, IReadOnlyList<PublishedPage> before, CancellationToken cancel)
    {
        var shown = (await db.ContentVersions.AsNoTracking()
                .Where(ContentVersion.ShownOn(clock.Today()))
                .GroupBy(v => v.PageKey)
                .Select(versions => versions.OrderByDescending(v => v.From).ThenByDescending(v => v.Number).First())
                .ToListAsync(cancel))
            .ToDictionary(v => v.PageKey);
        return
        [
            .. from page in ShippedContent.All
               let version = shown.GetValueOrDefault(page.Key)
               let number = version?.Number ?? 0
               let words = version?.Words ?? page.Words
               select before.FirstOrDefault(known => known.Key == page.Key && known.Number == number)
                   ?? new PublishedPage(page.Key, number, words, version?.From ?? page.WrittenOn, FilledBlanks.In(words.Text, facts)),
        ];
    }

    private sealed record Kept(IReadOnlyList<PublishedPage> Pages, DateTime ReadAt);
}
