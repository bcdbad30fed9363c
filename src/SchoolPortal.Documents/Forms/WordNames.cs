using System.Xml.Linq;

namespace SchoolPortal.Documents.Forms;

/// <summary>Names of the format that are looked for in a template, and how it is marked.</summary>
internal static class WordNames
{
    internal static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    internal static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    internal static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    internal static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";

    /// <summary>Prefixes that the portal's own markup uses in a part.</summary>
    internal static readonly IReadOnlyDictionary<string, XNamespace> Prefixes = new Dictionary<string, XNamespace>
    {
        ["w"] = W, ["r"] = R, ["mc"] = Compatibility, ["w14"] = W14, ["v"] = "urn:schemas-microsoft-com:vml", ["o"] = "urn:schemas-microsoft-com:office:office",
    };

    /// <summary>A mark.</summary>
    internal static XProcessingInstruction Mark(TemplateMark mark, string key = "") => new("portal", $"{mark} {key}".TrimEnd());

    /// <summary>Puts a region's marks round some neighbours.</summary>
    internal static void MarkRound(XElement first, XNode last, TemplateMark mark, string key = "")
    {
        first.AddBeforeSelf(Mark(mark, key));
        last.AddAfterSelf(Mark(TemplateMark.End));
    }

    /// <summary>The style of a paragraph, or null.</summary>
    internal static string? StyleOf(XElement paragraph) => (string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val");
}
