using System.Globalization;
using System.Text;
using System.Xml.Linq;
using SchoolPortal.Domain.Forms;
using static SchoolPortal.Documents.Forms.WordNames;

namespace SchoolPortal.Documents.Forms;

/// <summary>The rows of somebody's template: each question once, in its section, in its words; marked where the answer goes.</summary>
internal sealed class TemplateRows
{
    private readonly XElement body;
    private readonly FormContent blank;
    private readonly TemplateSections sections;
    private readonly List<string> problems;
    private readonly List<(WordRow Row, XElement Markup)> all = [];
    private readonly HashSet<WordRow> claimed = new(ReferenceEqualityComparer.Instance);

    internal TemplateRows(XElement body, FormContent blank, TemplateSections sections, List<string> problems)
    {
        (this.body, this.blank, this.sections, this.problems) = (body, blank, sections, problems);
        var table = 0;
        foreach (var markup in body.Elements(W + "tbl"))
        {
            table++;
            all.AddRange(markup.Elements(W + "tr").Select(row => (WordRow.Of(table, row, row.Elements(W + "tc")), row)));
        }
    }

    /// <summary>Rows that belong to no question: fixed text.</summary>
    internal IEnumerable<(XElement Table, string Text)> Others() => all
        .Where(pair => !claimed.Contains(pair.Row) && !pair.Row.IsHead && pair.Row.Text.Length > 0)
        .Select(pair => (pair.Markup.Parent!, pair.Row.Text));

    /// <summary>Marks every row, or tells what is the matter with it.</summary>
    internal void Mark()
    {
        var finder = new RowFinder(all.Select(pair => pair.Row));
        var found = blank.Form.Fields().Select(place => (place.Section, place.Field, Rows: finder.Find(place.Field))).ToList();
        claimed.UnionWith(found.SelectMany(place => place.Rows.Rows));
        claimed.UnionWith(all.Select(pair => pair.Row).Where(row => row.Key == FormIdentityText.Key));
        TellUnknown();
        foreach (var (section, field, rows) in found)
        {
            if (rows is { Doubt: null, Rows: [var row] })
            {
                Question(section, field, row);
            }
            else
            {
                problems.Add($"{sections.WordsOf(section.Key)}: {rows.Doubt} Put it back as it stands in the template that you downloaded.");
            }
        }

        Identity();
        if (blank.Signatures.Count > 0)
        {
            Signatures();
        }

        foreach (var table in body.Elements(W + "tbl").Where(IsAllQuestions).ToList())
        {
            // With the empty line that keeps it apart from the next table.
            var below = table.ElementsAfterSelf().FirstOrDefault();
            MarkRound(table, below?.Name == W + "p" && WordText.Of(below).Length == 0 ? below : table, TemplateMark.Questions);
        }
    }

    private void Question(SectionDefinition section, FieldDefinition field, WordRow row)
    {
        var markup = MarkupOf(row);
        var place = sections.WordsOf(section.Key);
        if (sections.KeyOf(markup) != section.Key)
        {
            problems.Add($"{sections.PlaceOf(markup)}: The row of “{field.Label}” ({field.Key}) stands there; it belongs under “{place}”.");
        }

        if (!TypedText.CleanLine(row.Cells[0]).StartsWith(TypedText.CleanLine(field.Label), StringComparison.Ordinal))
        {
            problems.Add($"{place}: The question “{field.Label}” ({field.Key}) reads “{FormReader.Short(TypedText.CleanLine(row.Cells[0]))}” in the file. Schools have answered it as it was, so let it begin so.");
        }

        if (markup.Descendants(W + "vMerge").Any())
        {
            problems.Add($"{place}: Cells of the row of “{field.Label}” are joined with the row above or below. Split them again.");
        }
        else if (field.Kind == FieldKind.Table)
        {
            Items(place, field, row, markup);
        }
        else if (row.Cells.Count != 3)
        {
            problems.Add($"{place}: The row of “{field.Label}” does not have its three columns any more: question, answer, key.");
        }
        else
        {
            Label(field, markup);
            SetCell(markup.Elements(W + "tc").ElementAt(1), Encoding.ASCII.GetString(AnswerCells.StyleOf(field)), WordNames.Mark(TemplateMark.Answer, field.Key));
            MarkRound(markup, markup, TemplateMark.Question, field.Key);
        }
    }

    /// <summary>One row stands for every item; whatever more of them the file has is taken out.</summary>
    private void Items(string place, FieldDefinition field, WordRow label, XElement markup)
    {
        var below = all.SkipWhile(pair => !ReferenceEquals(pair.Row, label)).Skip(1)
            .TakeWhile(pair => pair.Row.Table == label.Table && !claimed.Contains(pair.Row)).ToList();
        claimed.UnionWith(below.Select(pair => pair.Row));
        var columns = field.Columns.Select(column => TypedText.CleanLine(column.Label));
        if (below.FirstOrDefault(pair => pair.Row.IsHead).Row is not { } head || !head.Cells.SkipLast(1).Select(TypedText.CleanLine).SequenceEqual(columns, StringComparer.Ordinal))
        {
            problems.Add($"{place}: The columns of “{field.Label}” are not those of the form any more: {string.Join(", ", field.Columns.Select(column => column.Label))}, {RowNames.KeyHead}.");
            return;
        }

        var items = below.Where(pair => !pair.Row.IsHead).ToList();
        if (items is not [var (first, pattern), ..] || first.Cells.Count != field.Columns.Count + 1)
        {
            problems.Add($"{place}: The table “{field.Label}” needs one empty row of {field.Columns.Count + 1} cells below its columns, by which the portal lays out every row.");
            return;
        }

        items.Skip(1).Select(pair => pair.Markup).Remove();
        TemplateMarkupCheck.DropBookmarks(pattern, _ => true);
        var cells = pattern.Elements(W + "tc").ToList();
        for (var i = 0; i < field.Columns.Count; i++)
        {
            SetCell(cells[i], "Answer", WordNames.Mark(TemplateMark.Cell, i.ToString(CultureInfo.InvariantCulture)));
        }

        SetCell(cells[^1], "Key", WordNames.Mark(TemplateMark.ItemKey));
        Label(field, markup);
        MarkRound(pattern, pattern, TemplateMark.Items, field.Key);
        MarkRound(markup, pattern.NextNode!, TemplateMark.Question, field.Key);
    }

    /// <summary>Hints below the question are help; what depends on the answer goes below them.</summary>
    private static void Label(FieldDefinition field, XElement row)
    {
        var cell = row.Elements(W + "tc").First();
        foreach (var run in cell.Descendants(W + "r").Where(run => run.Value.Trim() == RowNames.Needed.Trim()).ToList())
        {
            MarkRound(run, run, TemplateMark.Guidance);
        }

        foreach (var hint in cell.Elements(W + "p").Skip(1).ToList())
        {
            MarkRound(hint, hint, TemplateMark.Guidance);
        }

        cell.Add(WordNames.Mark(TemplateMark.Notes, field.Key));
    }

    private void Identity()
    {
        if (all.Where(pair => pair.Row.Key == FormIdentityText.Key).ToList() is [var (row, markup)] && row.Cells.Count == 3)
        {
            SetCell(markup.Elements(W + "tc").ElementAt(1), "Statement", new XElement(W + "r", WordNames.Mark(TemplateMark.Text, TemplateTexts.Identity)));
        }
        else
        {
            problems.Add($"{RowNames.AboutTitle}: The row with the key {FormIdentityText.Key} must stand there once, with its three columns. By it a file says what it is.");
        }
    }

    private void Signatures()
    {
        var below = all.Where(pair => sections.KeyOf(pair.Markup) == RowNames.SignaturesHeading).ToList();
        claimed.UnionWith(below.Select(pair => pair.Row));
        var columns = Enum.GetValues<SignatureCell>();
        if (below is not [_, var (row, pattern), ..] || row.Cells.Count != columns.Length || below[0].Row.Table != row.Table)
        {
            problems.Add($"{RowNames.SignaturesTitle}: The table of signatures needs a row of headings and one row below it, each of four cells: role, name and position, when, statement.");
            return;
        }

        below.Skip(2).Where(pair => pair.Row.Table == row.Table).Select(pair => pair.Markup).Remove();
        TemplateMarkupCheck.DropBookmarks(pattern, _ => true);
        foreach (var (cell, number) in pattern.Elements(W + "tc").Select((cell, number) => (cell, number)).ToList())
        {
            var style = (SignatureCell)number switch { SignatureCell.Role => "Label", SignatureCell.Statement => "Statement", _ => "Answer" };
            SetCell(cell, style, WordNames.Mark(TemplateMark.SignatureCell, ((SignatureCell)number).ToString()));
        }

        var properties = pattern.Element(W + "trPr");
        if (properties is null)
        {
            pattern.AddFirst(properties = new XElement(W + "trPr"));
        }

        properties.Elements(W + "trHeight").Remove();
        properties.Add(WordNames.Mark(TemplateMark.Room));
        MarkRound(pattern, pattern, TemplateMark.Signature);
    }

    /// <summary>Rows that look like questions and are none of this form: their answers would go nowhere.</summary>
    private void TellUnknown()
    {
        var known = blank.Form.Fields().SelectMany(place => new[] { place.Field.Key, RowNames.Bookmark(place.Field.Key) })
            .Concat([FormIdentityText.Key, RowNames.Bookmark(FormIdentityText.Key)]).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, markup) in all.Where(pair => !claimed.Contains(pair.Row)))
        {
            var names = row.Bookmarks.Where(name => name.StartsWith("q_", StringComparison.Ordinal)).Concat(LooksLikeKey(row.Key) ? [row.Key] : []);
            if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            {
                problems.Add($"{sections.PlaceOf(markup)}: The row “{FormReader.Short(row.Text)}” has the key {unknown}, and the form has no such question. Take the row out, or its key if it is fixed text.");
            }
        }
    }

    /// <summary>A table goes with the last of its questions, unless fixed text stands in it too.</summary>
    private bool IsAllQuestions(XElement table)
    {
        var rows = all.Where(pair => pair.Markup.Parent == table).Select(pair => pair.Row).Where(row => !row.IsHead).ToList();
        return rows.Count > 0 && rows.TrueForAll(claimed.Contains) && blank.Form.Section(sections.KeyOf(table) ?? "") is not null;
    }

    private static void SetCell(XElement cell, string style, object content)
    {
        cell.Nodes().Where(node => node is not XElement { Name.LocalName: "tcPr" }).Remove();
        cell.Add(new XElement(W + "p", new XElement(W + "pPr", new XElement(W + "pStyle", new XAttribute(W + "val", style))), content));
    }

    private XElement MarkupOf(WordRow row) => all.First(pair => ReferenceEquals(pair.Row, row)).Markup;

    private static bool LooksLikeKey(string key) => key.Contains('.', StringComparison.Ordinal) && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');
}
