using System.Text;
using System.Xml.Linq;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// Text as people see it in a part of a Word file: inserted text in, deleted text out; a line break and the end of a
/// paragraph are new lines. Elements are known by their local names, so both editions of the format are read.
/// </summary>
internal static class WordText
{
    // Properties, deleted text, the second copy that older programs draw, and shapes, whose text is nobody's answer.
    private static readonly HashSet<string> Unread =
        ["pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sectPr", "del", "moveFrom", "Fallback", "txbxContent", "rt"];

    /// <summary>Boxes that a symbol font draws, by code point of Wingdings and Wingdings 2.</summary>
    private static readonly Dictionary<string, char> Symbols = new(StringComparer.OrdinalIgnoreCase)
    {
        ["F0FE"] = '☒', ["F0FD"] = '☒', ["F0FC"] = '✓', ["F052"] = '☑', ["F054"] = '☒', ["F050"] = '✓',
        ["F0A8"] = '☐', ["F06F"] = '☐', ["F0A3"] = '☐', ["F02A"] = '☐',
    };

    /// <summary>Tells what carries neither text nor anything a row is found by, so that it need not be kept while reading.</summary>
    internal static bool IsFormatting(string parent, string name) =>
        name is "tblPr" or "tblGrid" or "tcPr" or "sectPr" || (name == "rPr" && parent == "r");

    /// <summary>All text of a cell or paragraph.</summary>
    internal static string Of(XElement container)
    {
        var text = new StringBuilder();
        var joins = true;
        if (container.Name.LocalName == "p")
        {
            Paragraph(container, text, ref joins);
        }
        else
        {
            Append(container, text, ref joins);
        }

        return text.ToString();
    }

    /// <summary>True when this is a row or paragraph mark that somebody deleted with changes tracked.</summary>
    internal static bool IsDeleted(XElement? properties) =>
        properties?.Elements().Any(e => e.Name.LocalName == "del") == true;

    /// <summary>The child of this name, in either edition of the format.</summary>
    internal static XElement? Child(this XElement? parent, string name) => parent?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    /// <summary>An attribute by its local name.</summary>
    internal static string? Value(this XElement element, string name) =>
        element.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;

    // Recursion is safe: the reader bounds the depth of the part.
    private static void Append(XElement parent, StringBuilder text, ref bool joins)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "p":
                    Paragraph(element, text, ref joins);
                    break;
                case "t":
                    text.Append(element.Value);
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "tab" when parent.Name.LocalName == "r":
                    text.Append('\t');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "sym":
                    text.Append(Symbols.GetValueOrDefault(element.Value("char") ?? "", '?'));
                    break;
                case var name when Unread.Contains(name):
                    break;
                default:
                    Append(element, text, ref joins);
                    break;
            }
        }
    }

    /// <param name="paragraph">The paragraph.</param>
    /// <param name="text">What came before it.</param>
    /// <param name="joins">In: it goes on where the one before ended. Out: the next one does, since the mark between them is deleted.</param>
    private static void Paragraph(XElement paragraph, StringBuilder text, ref bool joins)
    {
        if (!joins)
        {
            text.Append('\n');
        }

        joins = false;
        Append(paragraph, text, ref joins);
        joins = IsDeleted(paragraph.Child("pPr").Child("rPr"));
    }
}
