using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>The row of headings: which column holds the school number and which holds which fact.</summary>
internal sealed class DirectoryHeader
{
    private const int FewestFacts = 5;

    private static readonly HashSet<string> NumberHeadings =
        [.. new[] { "School Id", "School Number", "School No", "MoE Number", "Institution Number" }.Select(SchoolFact.FoldHeading)];

    private static readonly Dictionary<string, SchoolFact> FactsByHeading =
        SchoolFact.All.SelectMany(fact => fact.Headings.Distinct(StringComparer.Ordinal), (fact, heading) => (fact, heading))
            .ToDictionary(pair => pair.heading, pair => pair.fact, StringComparer.Ordinal);

    private DirectoryHeader(string[] headings, int numberColumn, SchoolFact?[] columns)
    {
        Headings = headings;
        NumberColumn = numberColumn;
        Columns = columns;
    }

    public IReadOnlyList<string> Headings { get; }

    public int NumberColumn { get; }

    /// <summary>The fact that each column tells; null when it tells none.</summary>
    public IReadOnlyList<SchoolFact?> Columns { get; }

    public int FactCount => Columns.Count(fact => fact is not null);

    public bool Tells(string fact) => Columns.Any(column => column?.Key == fact);

    public IReadOnlyList<string> Unmatched =>
        [.. Headings.Where((heading, column) => column != NumberColumn && Columns[column] is null && heading.Length > 0)];

    /// <summary>Recognises a row of headings by what it says; null when the row is none.</summary>
    public static DirectoryHeader? Recognise(string[] cells)
    {
        var headings = Array.ConvertAll(cells, DirectoryCell.Tidy);
        var numberColumn = Array.FindIndex(headings, heading => NumberHeadings.Contains(SchoolFact.FoldHeading(heading)));
        if (numberColumn < 0)
        {
            return null;
        }
        var seen = new HashSet<SchoolFact>();
        var columns = new SchoolFact?[headings.Length];
        for (var column = 0; column < headings.Length; column++)
        {
            columns[column] = FactsByHeading.GetValueOrDefault(SchoolFact.FoldHeading(headings[column])) is { } fact && seen.Add(fact) ? fact : null;
        }
        var header = new DirectoryHeader(headings, numberColumn, columns);
        return header.Tells(nameof(SchoolFacts.Name)) && header.FactCount >= FewestFacts ? header : null;
    }
}
