using System.Xml.Linq;
using SchoolPortal.Domain.Forms;
using static SchoolPortal.Documents.Forms.WordNames;

namespace SchoolPortal.Documents.Forms;

/// <summary>The sections of somebody's template: from each heading down to the next.</summary>
internal sealed class TemplateSections
{
    internal const string Start = "The first page";

    private readonly Dictionary<XElement, string> headings = [];
    private readonly List<(string Key, string Words)> expected;
    private readonly XElement body;

    internal TemplateSections(XElement body, FormContent blank, List<string> problems)
    {
        this.body = body;
        expected =
        [
            .. blank.Form.Sections.Select(section => (section.Key, $"{blank.Form.NumberOf(section)} {section.Title}")),
            .. blank.Signatures.Count > 0 ? [(RowNames.SignaturesHeading, RowNames.SignaturesTitle)] : Array.Empty<(string, string)>(),
            (RowNames.AboutHeading, RowNames.AboutTitle),
        ];
        foreach (var (key, words) in expected)
        {
            Find(key, words, problems);
        }

        CheckOrder(problems);
    }

    /// <summary>The key of the section that something stands in; null before the first.</summary>
    internal string? KeyOf(XElement element) => HeadingOf(element) is { } heading ? headings[heading] : null;

    /// <summary>Where something stands, as people say it.</summary>
    internal string PlaceOf(XElement element) => KeyOf(element) is { } key ? WordsOf(key) : Start;

    /// <summary>A section as people say it.</summary>
    internal string WordsOf(string key) => expected.Find(section => section.Key == key).Words;

    /// <summary>True for the paragraph of a heading.</summary>
    internal bool IsHeading(XElement block) => headings.ContainsKey(block);

    /// <summary>Puts marks round the sections that may be left out.</summary>
    internal void Mark()
    {
        var inOrder = body.Elements().Where(headings.ContainsKey).ToList();
        for (var i = 0; i < inOrder.Count - 1; i++)
        {
            var (heading, key) = (inOrder[i], headings[inOrder[i]]);
            heading.AddBeforeSelf(key == RowNames.SignaturesHeading ? WordNames.Mark(TemplateMark.Signatures) : WordNames.Mark(TemplateMark.Section, key));
            inOrder[i + 1].AddBeforeSelf(WordNames.Mark(TemplateMark.End));
            if (key != RowNames.SignaturesHeading)
            {
                heading.AddAfterSelf(WordNames.Mark(TemplateMark.NothingToReport, key));
            }
        }
    }

    private XElement? HeadingOf(XElement element)
    {
        var block = element.AncestorsAndSelf().First(ancestor => ancestor.Parent == body);
        return headings.ContainsKey(block) ? block : block.ElementsBeforeSelf().LastOrDefault(headings.ContainsKey);
    }

    private void Find(string key, string words, List<string> problems)
    {
        var bookmark = RowNames.HeadingBookmark(key);
        List<XElement> found = [.. body.Elements(W + "p").Where(paragraph => paragraph.Descendants(W + "bookmarkStart").Any(start => (string?)start.Attribute(W + "name") == bookmark))];
        if (found.Count == 0)
        {
            found = [.. body.Elements(W + "p").Where(paragraph => Reads(paragraph, words) && !IsContents(paragraph))];
        }

        switch (found)
        {
            case []:
                problems.Add($"The heading “{words}” is not in the file. Put it back, as a paragraph of its own outside tables.");
                break;
            case [var heading] when Reads(heading, words):
                headings.TryAdd(heading, key);
                break;
            case [var heading]:
                headings.TryAdd(heading, key);
                problems.Add($"The heading “{words}” reads “{FormReader.Short(TextOf(heading))}” in the file. It stands on the portal’s pages too, so let it begin as it was.");
                break;
            default:
                headings.TryAdd(found[0], key);
                problems.Add($"The heading “{words}” stands in the file {found.Count} times. Keep one of them.");
                break;
        }
    }

    private void CheckOrder(List<string> problems)
    {
        var order = expected.Select(section => section.Key).ToList();
        var last = -1;
        foreach (var key in body.Elements().Where(headings.ContainsKey).Select(heading => headings[heading]))
        {
            var place = order.IndexOf(key);
            if (place < last)
            {
                problems.Add($"The heading “{WordsOf(key)}” stands below “{WordsOf(order[last])}”. Put the sections back in their order.");
            }

            last = Math.Max(last, place);
        }
    }

    private static bool Reads(XElement paragraph, string words) => TextOf(paragraph).StartsWith(words, StringComparison.Ordinal);

    private static bool IsContents(XElement paragraph) => StyleOf(paragraph)?.StartsWith("TOC", StringComparison.OrdinalIgnoreCase) == true;

    private static string TextOf(XElement paragraph) => TypedText.CleanLine(WordText.Of(paragraph));
}
