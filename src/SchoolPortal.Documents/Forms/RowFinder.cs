using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>The rows that may hold one answer.</summary>
/// <param name="Rows">One when it was found; several when it cannot be told which; none when it is not there.</param>
/// <param name="Doubt">Why somebody must look, in a sentence, or null.</param>
internal sealed record FoundRows(IReadOnlyList<WordRow> Rows, string? Doubt);

/// <summary>
/// Finds the row of a question by the bookmark round its label, then by its visible key, then by a control's tag, then by
/// its alias; never by its place. Where bookmark and key disagree, or a key is missing or stands twice, it says so.
/// </summary>
internal sealed class RowFinder
{
    private readonly ILookup<string, WordRow> byBookmark;
    private readonly ILookup<string, WordRow> byKey;
    private readonly ILookup<string, WordRow> byTag;
    private readonly ILookup<string, WordRow> byAlias;

    internal RowFinder(IEnumerable<WordRow> rows)
    {
        var all = rows.ToList();
        byBookmark = By(all, row => row.Bookmarks);
        byKey = all.ToLookup(row => row.Key, StringComparer.Ordinal);
        byTag = By(all, row => row.Tags.Distinct());
        byAlias = By(all, row => row.Aliases.Distinct());
    }

    /// <summary>The row of this question.</summary>
    internal FoundRows Find(FieldDefinition field)
    {
        List<WordRow> marked = [.. byBookmark[RowNames.Bookmark(field.Key)].Distinct()];
        List<WordRow> keyed = [.. byKey[field.Key]];
        var place = $"“{field.Label}”";
        switch (marked.Count, keyed.Count)
        {
            case (0 or 1, 1) when marked.Count == 0 || ReferenceEquals(marked[0], keyed[0]):
                return new FoundRows(keyed, null);
            case ( > 1, _) or (_, > 1):
                return new FoundRows([.. marked.Union(keyed)], $"The row of {place} stands in the file more than once.");
            case (1, 1):
                return new FoundRows([marked[0], keyed[0]], $"The question {place} and its key {field.Key} stand in different rows.");
            case (1, 0):
                return new FoundRows(marked, $"The row of {place} has lost its key {field.Key}.");
            default:
                List<WordRow> controlled = byTag[field.Key].ToList() is { Count: > 0 } tagged ? tagged : [.. byAlias[field.Key]];
                return new FoundRows(controlled, controlled.Count == 0
                    ? $"The row of {place} is not in the file."
                    : $"The row of {place} has lost its key {field.Key}.");
        }
    }

    private static ILookup<string, WordRow> By(IEnumerable<WordRow> rows, Func<WordRow, IEnumerable<string>> names) =>
        rows.SelectMany(row => names(row).Select(name => (name, row))).ToLookup(pair => pair.name, pair => pair.row, StringComparer.Ordinal);
}
