using System.Text;
using System.Xml.Linq;
using SchoolPortal.Domain.Forms;
using static SchoolPortal.Documents.Forms.WordNames;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// What must not stand in a template, because it changes by itself, comes from elsewhere or would not be on the page where the
/// agreement is signed; and what is taken out without a word, because no document needs it.
/// </summary>
internal static class TemplateMarkupCheck
{
    /// <summary>Fields that say the same whoever opens the file. A link is allowed inside the file alone.</summary>
    private static readonly HashSet<string> Fields = new(StringComparer.OrdinalIgnoreCase)
        { "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "REF", "PAGEREF", "NOTEREF", "STYLEREF", "TOC", "SEQ", "LISTNUM", "SYMBOL" };

    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["ins"] = "Changes are tracked there. Accept or reject all of them",
        ["del"] = "Changes are tracked there. Accept or reject all of them",
        ["moveFrom"] = "Changes are tracked there. Accept or reject all of them",
        ["moveTo"] = "Changes are tracked there. Accept or reject all of them",
        ["commentReference"] = "Comments stand there, which would go into every agreement. Delete all of them",
        ["footnoteReference"] = "A footnote stands there. Write its text as a paragraph",
        ["endnoteReference"] = "An endnote stands there. Write its text as a paragraph",
        ["altChunk"] = "Another file is put in there. Put its text in instead",
        ["subDoc"] = "Another file is put in there. Put its text in instead",
        ["object"] = "Something of another program is embedded there. Put it in as text or as a picture",
        ["OLEObject"] = "Something of another program is embedded there. Put it in as text or as a picture",
        ["control"] = "A control of another program stands there. Take it out",
    };

    /// <summary>Tells what must not be there, each kind once in each place.</summary>
    internal static void Report(XElement part, Func<XElement, string> placeOf, List<string> problems)
    {
        var found = new List<string>();
        foreach (var element in part.Descendants())
        {
            if (Refused.TryGetValue(element.Name.LocalName, out var sentence))
            {
                found.Add($"{placeOf(element)}: {sentence}, save the file and choose it again.");
            }
        }

        found.AddRange(
            from box in part.Descendants().Where(element => element.Name.LocalName == "txbxContent" && !element.Ancestors(Compatibility + "Fallback").Any())
            let text = TypedText.CleanLine(WordText.Of(box))
            where part.Name.LocalName == "body" && text.Length > 0
            select $"{placeOf(box)}: The text “{FormReader.Short(text)}” stands in a text box, which the portal’s page cannot show. Write it as a paragraph.");
        found.AddRange(
            from field in FieldsIn(part)
            where !IsAllowed(field.Code)
            select $"{placeOf(field.Element)}: The field “{FormReader.Short(field.Code)}” takes its text from elsewhere or changes by itself. Write the text itself.");
        problems.AddRange(found.Distinct(StringComparer.Ordinal));
    }

    /// <summary>Takes out what writers leave behind for themselves, and controls, keeping their text.</summary>
    internal static void Tidy(XElement part)
    {
        part.DescendantsAndSelf().Attributes()
            .Where(attribute => attribute.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal) || attribute.Name.LocalName is "paraId" or "textId")
            .Remove();
        part.Descendants().Where(element => element.Name == W + "proofErr" || element.Name == W + "lastRenderedPageBreak").Remove();
        foreach (var wrapper in part.Descendants().Where(element => element.Name == W + "sdt" || element.Name == W + "smartTag" || element.Name == W + "customXml").Reverse().ToList())
        {
            var inner = wrapper.Name == W + "sdt" ? wrapper.Element(W + "sdtContent")?.Nodes() : wrapper.Nodes().Where(node => node is not XElement { Name.LocalName: "customXmlPr" or "smartTagPr" });
            wrapper.ReplaceWith(inner?.ToList());
        }
    }

    /// <summary>Says as Word does what LibreOffice says in words of a later edition of the format.</summary>
    internal static XElement InWordsOfWord(XElement part)
    {
        foreach (var value in part.Descendants(W + "jc").Concat(part.Descendants(W + "lvlJc")).Attributes(W + "val"))
        {
            value.Value = value.Value switch { "start" => "left", "end" => "right", var side => side };
        }

        foreach (var rule in part.Descendants(W + "trPr").Elements().Where(rule => rule.Name == W + "cantSplit" || rule.Name == W + "tblHeader").ToList())
        {
            if ((string?)rule.Attribute(W + "val") is "false" or "0" or "off")
            {
                rule.Remove();
            }

            rule.RemoveAttributes();
        }

        part.Descendants(W + "charset").Attributes(W + "characterSet").Remove();
        return part;
    }

    /// <summary>Takes bookmarks out by name.</summary>
    internal static void DropBookmarks(XElement part, Func<string, bool> isMeant)
    {
        var starts = part.Descendants(W + "bookmarkStart").Where(start => isMeant((string?)start.Attribute(W + "name") ?? "")).ToList();
        var ids = starts.Select(start => (string?)start.Attribute(W + "id")).ToHashSet(StringComparer.Ordinal);
        part.Descendants(W + "bookmarkEnd").Where(end => ids.Contains((string?)end.Attribute(W + "id"))).Remove();
        starts.Remove();
    }

    private static bool IsAllowed(string code)
    {
        var words = code.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 || Fields.Contains(words[0])
            || (words[0].Equals("HYPERLINK", StringComparison.OrdinalIgnoreCase) && words.Length > 1 && words[1] == @"\l");
    }

    private static IEnumerable<(XElement Element, string Code)> FieldsIn(XElement part)
    {
        foreach (var simple in part.Descendants(W + "fldSimple"))
        {
            yield return (simple, ((string?)simple.Attribute(W + "instr") ?? "").Trim());
        }

        // A field's code may be cut into runs, and another field may stand in it.
        var open = new Stack<StringBuilder>();
        foreach (var element in part.Descendants().Where(element => element.Name == W + "fldChar" || element.Name == W + "instrText"))
        {
            switch ((string?)element.Attribute(W + "fldCharType"))
            {
                case "begin":
                    open.Push(new StringBuilder());
                    break;
                case "separate" or "end" when open.TryPeek(out var code):
                    if (code.Length > 0)
                    {
                        yield return (element, code.ToString().Trim());
                        code.Clear();
                    }

                    if ((string?)element.Attribute(W + "fldCharType") == "end")
                    {
                        open.Pop();
                    }

                    break;
                case null when open.TryPeek(out var code):
                    code.Append(element.Value);
                    break;
                default:
                    break;
            }
        }
    }
}
