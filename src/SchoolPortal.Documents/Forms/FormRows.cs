using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>The items of a table field.</summary>
/// <param name="Rows">Those rows, in order.</param>
/// <param name="Doubt">Why somebody must look at the table, in a sentence, or null.</param>
internal sealed record FoundItems(IReadOnlyList<WordRow> Rows, string? Doubt)
{
    /// <summary>False when the table is there but its rows are not those of the form.</summary>
    internal bool CanBeRead { get; private init; } = true;

    /// <summary>Cells of each item, without its key.</summary>
    internal IReadOnlyList<IReadOnlyList<string>> Cells => [.. Rows.Select(row => (IReadOnlyList<string>)[.. row.Cells.SkipLast(1)])];

    internal static FoundItems Unreadable(IReadOnlyList<WordRow> rows, string why) => new(rows, why) { CanBeRead = false };
}

/// <summary>Text that stands outside the answers.</summary>
/// <param name="Place">The heading it stands under.</param>
/// <param name="Text">On one line.</param>
internal sealed record OutsideText(string Place, string Text)
{
    /// <summary>Those of the first that the others do not have, as many times as they stand there more often.</summary>
    internal static IEnumerable<OutsideText> Without(IEnumerable<OutsideText> these, IEnumerable<OutsideText> those)
    {
        var left = those.GroupBy(outside => outside.Text, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var outside in these)
        {
            if (left.GetValueOrDefault(outside.Text) is > 0 and var count)
            {
                left[outside.Text] = count - 1;
            }
            else
            {
                yield return outside;
            }
        }
    }
}

/// <summary>A file's rows, sorted by the questions of a form that they belong to; the rest is text outside the answers.</summary>
internal sealed class FormRows
{
    private readonly ReturnedFile file;
    private readonly FormContent content;
    private readonly Dictionary<string, FoundRows> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FoundItems> items = new(StringComparer.Ordinal);
    private readonly HashSet<WordRow> claimed = new(ReferenceEqualityComparer.Instance);

    internal FormRows(ReturnedFile file, FormContent content)
    {
        (this.file, this.content) = (file, content);
        var finder = new RowFinder(file.Rows);
        foreach (var field in Fields())
        {
            found[field.Key] = finder.Find(field);
            claimed.UnionWith(found[field.Key].Rows);
        }

        claimed.UnionWith(file.Rows.Where(row => row.Key == FormIdentityText.Key));
        foreach (var table in Fields().Where(field => field.Kind == FieldKind.Table))
        {
            items[table.Key] = ItemsOf(table);
            claimed.UnionWith(items[table.Key].Rows);
        }
    }

    /// <summary>The rows that may hold the answer to a question; for a table, the row of its label.</summary>
    internal FoundRows this[FieldDefinition field] => found[field.Key];

    /// <summary>The items of a table.</summary>
    internal FoundItems Items(FieldDefinition table) => items[table.Key];

    /// <summary>Everything that is no row of a question, from top to bottom.</summary>
    internal IEnumerable<OutsideText> Outside()
    {
        foreach (var (section, block) in Placed())
        {
            var text = block switch
            {
                WordParagraph paragraph when section?.MayBeNothing != true || NothingIn(paragraph) is null => paragraph.Text,
                WordRow row when !claimed.Contains(row) => row.Text,
                _ => "",
            };
            if (text.Length > 0)
            {
                yield return new OutsideText(section is null ? "the title" : HeadingOf(section), text);
            }
        }
    }

    /// <summary>Whether the file says that there is nothing to report in a section; null when it does not speak of it.</summary>
    internal bool? SaysNothing(SectionDefinition section)
    {
        var said = Placed()
            .Where(placed => placed.Section?.Key == section.Key)
            .Select(placed => placed.Block is WordParagraph paragraph ? NothingIn(paragraph) : null)
            .OfType<bool>()
            .ToList();
        return said.Count == 0 ? null : said.Contains(true);
    }

    /// <summary>The words with a box before or after them, or without one: written out they are meant.</summary>
    private static bool? NothingIn(WordParagraph paragraph)
    {
        var words = paragraph.Text.IndexOf(NothingToReportField.Label, StringComparison.OrdinalIgnoreCase);
        if (words < 0)
        {
            return null;
        }

        var box = paragraph.Text.Remove(words, NothingToReportField.Label.Length).Trim(' ', '.');
        return box.Length == 0 ? true : TypedText.YesNo(box);
    }

    /// <summary>Every block with the section whose heading stands above it.</summary>
    private IEnumerable<(SectionDefinition? Section, WordBlock Block)> Placed()
    {
        SectionDefinition? section = null;
        foreach (var block in file.Blocks)
        {
            section = block is WordParagraph paragraph ? SectionOf(paragraph.Text) ?? section : section;
            yield return (section, block);
        }
    }

    private IEnumerable<FieldDefinition> Fields() => content.Sections().SelectMany(content.FieldsOf);

    private SectionDefinition? SectionOf(string text) => content.Sections()
        .Where(section => text.StartsWith(HeadingOf(section), StringComparison.Ordinal))
        .MaxBy(section => HeadingOf(section).Length);

    private string HeadingOf(SectionDefinition section) => $"{content.Form.NumberOf(section)} {section.Title}";

    private FoundItems ItemsOf(FieldDefinition table)
    {
        var rows = found[table.Key].Rows is [var label, ..] ? Below(label) : [];
        if (rows.FirstOrDefault(row => row.IsHead) is { } head)
        {
            claimed.Add(head);
            rows.Remove(head);
            if (!head.Cells.SkipLast(1).Select(TypedText.CleanLine).SequenceEqual(table.Columns.Select(column => TypedText.CleanLine(column.Label))))
            {
                return FoundItems.Unreadable(rows, $"The columns of “{table.Label}” are not those of the form any more, so its rows were not read.");
            }
        }

        // Rows that were dragged elsewhere still say where they belong.
        rows.AddRange(file.Rows.Where(row => RowNames.IsItem(table, row.Key) && !rows.Contains(row)));
        rows.RemoveAll(row => IsBlank(row) && !RowNames.IsItem(table, row.Key));
        return rows.Exists(row => row.Cells.Count != table.Columns.Count + 1)
            ? FoundItems.Unreadable(rows, $"The rows of “{table.Label}” do not have the columns of the form any more, so they were not read.")
            : new FoundItems(rows, DoubtAbout(table, rows));
    }

    /// <summary>The rows of the same table down to the next question's.</summary>
    private List<WordRow> Below(WordRow label) => [.. file.Rows
        .SkipWhile(row => !ReferenceEquals(row, label)).Skip(1)
        .TakeWhile(row => row.Table == label.Table && !claimed.Contains(row))];

    private string? DoubtAbout(FieldDefinition table, List<WordRow> rows)
    {
        var taken = AnswerText.Lines(table, content.Answers[table.Key]);
        var given = Enumerable.Range(1, taken.Count).ToDictionary(number => RowNames.Item(table, number), number => taken[number - 1], StringComparer.Ordinal);
        var keys = rows.Select(row => row.Key).Where(key => key.Length > 0).ToList();
        if (keys.Find(key => !given.ContainsKey(key)) is { } unknown)
        {
            return $"A row of “{table.Label}” has “{unknown}” in its last column, which is no key that the portal gave it.";
        }

        if (keys.GroupBy(key => key).FirstOrDefault(group => group.Count() > 1) is { } doubled)
        {
            return $"Two rows of “{table.Label}” have the key {doubled.Key}.";
        }

        List<string> gone = [.. given.Where(item => !keys.Contains(item.Key)).Select(item => $"“{item.Value}”")];
        return gone.Count == 0 ? null : $"The file no longer has {(gone.Count == 1 ? "this row" : "these rows")} of “{table.Label}”: {string.Join(", ", gone)}.";
    }

    private static bool IsBlank(WordRow row) => row.Cells.All(cell => CellAnswers.WithoutPrompt(cell).Length == 0);
}
