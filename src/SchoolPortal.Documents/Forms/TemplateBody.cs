using System.Globalization;
using System.Xml.Linq;
using SchoolPortal.Domain.Forms;
using static SchoolPortal.Documents.Forms.WordNames;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// Finds in the text of somebody's template where everything goes, and marks it: sections by the bookmarks of their headings,
/// questions by bookmark and key. Whatever else stands in a section is its fixed text.
/// </summary>
internal sealed class TemplateBody
{
    private readonly XElement body;
    private readonly FormDefinition form;
    private readonly TemplateStyles styles;
    private readonly List<string> problems;
    private readonly TemplateSections sections;
    private readonly TemplateRows rows;

    internal TemplateBody(XElement body, FormContent blank, TemplateStyles styles, List<string> problems)
    {
        (this.body, form, this.styles, this.problems) = (body, blank.Form, styles, problems);
        TemplateMarkupCheck.Tidy(body);
        sections = new TemplateSections(body, blank, problems);
        rows = new TemplateRows(body, blank, sections, problems);
    }

    /// <summary>The highest id of a bookmark in it.</summary>
    internal int LastId => body.Descendants(W + "bookmarkStart")
        .Select(start => int.TryParse((string?)start.Attribute(W + "id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
        .DefaultIfEmpty().Max();

    /// <summary>Marks it all, or tells what is the matter. Gives the fixed text.</summary>
    internal FormWording Mark()
    {
        rows.Mark();

        // Answers of the template are gone now, and with them whatever a writer put there.
        TemplateMarkupCheck.Report(body, sections.PlaceOf, problems);
        var standing = LineOf(TemplateTexts.Standing, "standing");
        var school = LineOf(TemplateTexts.School, "schoolname");
        _ = MarkText(body, TemplateTexts.SchoolNumber);
        if (standing is null)
        {
            problems.Add($"{TemplateSections.Start}: The line that says what a document is (Draft, Signed, Superseded) is not there. Put back a line with the word Template in the style Standing.");
        }

        var wording = Wording([.. new[] { standing, school }.OfType<XElement>()]);
        standing?.AddAfterSelf(WordNames.Mark(TemplateMark.LeftOut));
        if (school is not null)
        {
            MarkRound(school, school, TemplateMark.School);
        }

        foreach (var guidance in body.Elements(W + "p").Where(paragraph => IsGuidance(paragraph)).ToList())
        {
            MarkRound(guidance, guidance, TemplateMark.Guidance);
        }

        sections.Mark();
        DropAnchors(body);
        return wording;
    }

    /// <summary>Puts a text of the portal where its bookmark stands, in the looks of what stood there. Gives the paragraph, or null.</summary>
    internal static XElement? MarkText(XElement part, string text)
    {
        var bookmark = TemplateTexts.Bookmark(text);
        var start = part.Descendants(W + "bookmarkStart").FirstOrDefault(element => (string?)element.Attribute(W + "name") == bookmark);
        return start is null ? null : MarkRuns(start.ElementsAfterSelf()
            .TakeWhile(element => element.Name != W + "bookmarkEnd" || (string?)element.Attribute(W + "id") != (string?)start.Attribute(W + "id")), text);
    }

    /// <summary>Takes out the bookmarks by which a template is taken apart: no document needs them.</summary>
    internal static void DropAnchors(XElement part) => TemplateMarkupCheck.DropBookmarks(
        part, name => name.StartsWith("p_", StringComparison.Ordinal) || name.StartsWith("s_", StringComparison.Ordinal));

    private static XElement? MarkRuns(IEnumerable<XElement> neighbours, string text)
    {
        if (neighbours.Where(element => element.Name == W + "r").ToList() is not [var first, .. var others])
        {
            return null;
        }

        first.Elements().Where(element => element.Name != W + "rPr").Remove();
        first.Add(WordNames.Mark(TemplateMark.Text, text));
        others.Remove();
        return first.Ancestors(W + "p").First();
    }

    /// <summary>A line of the first page: by its bookmark, or else by its style.</summary>
    private XElement? LineOf(string text, string style) => MarkText(body, text)
        ?? (body.Elements(W + "p").FirstOrDefault(paragraph => styles.Is(paragraph, style)) is { } line ? MarkRuns(line.Elements(), text) : null);

    private FormWording Wording(IReadOnlyCollection<XElement> lines)
    {
        string?[] titles = [form.Title, form.TitleMi];
        var others = rows.Others().ToLookup(row => row.Table, row => row.Text);
        var text = body.Elements()
            .Where(block => !lines.Contains(block) && !sections.IsHeading(block))
            .SelectMany(
                block => block.Name == W + "tbl" ? others[block] : [TypedText.CleanLine(WordText.Of(block))],
                (block, line) => (Block: block, Section: sections.KeyOf(block) ?? "", Line: line))
            .Where(part => part.Line.Length > 0)
            .ToList();
        problems.AddRange(
            from part in text
            where form.Section(part.Section) is null && !IsGuidance(part.Block) && !titles.Contains(part.Line, StringComparer.Ordinal)
            select $"{sections.PlaceOf(part.Block)}: “{FormReader.Short(part.Line)}” stands there, and the page where people sign would not show it. Write it into one of the sections, or give it the style Introduction if it only helps to fill the form in.");
        return new FormWording(
            [.. text.Where(part => part.Section.Length == 0 && styles.Is(part.Block, "introduction")).Select(part => part.Line)],
            text.Where(part => form.Section(part.Section) is not null && !IsGuidance(part.Block))
                .GroupBy(part => part.Section, part => part.Line, StringComparer.Ordinal)
                .ToDictionary(section => section.Key, section => (IReadOnlyList<string>)[.. section], StringComparer.Ordinal));
    }

    private bool IsGuidance(XElement block) => block.Name == W + "p" && !sections.IsHeading(block) && styles.IsGuidance(block);
}
