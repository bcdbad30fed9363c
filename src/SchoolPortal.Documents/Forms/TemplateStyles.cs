using System.Xml.Linq;
using static SchoolPortal.Documents.Forms.WordNames;

namespace SchoolPortal.Documents.Forms;

/// <summary>The styles of somebody's template: their looks, and the portal's own for those that a writer dropped.</summary>
internal sealed class TemplateStyles
{
    /// <summary>Paragraphs that only help people to fill the form in.</summary>
    private static readonly HashSet<string> Guidance = ["introduction", "help", "hint"];

    private readonly XElement styles;
    private readonly Dictionary<string, string> names;

    internal TemplateStyles(XElement? styles)
    {
        this.styles = styles ?? new XElement(W + "styles", new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName));
        names = this.styles.Elements(W + "style").DistinctBy(IdOf)
            .ToDictionary(IdOf, style => (string?)style.Element(W + "name")?.Attribute(W + "val") ?? "", StringComparer.Ordinal);
    }

    /// <summary>True for a paragraph that is left out once nobody writes in the file.</summary>
    internal bool IsGuidance(XElement paragraph) => Is(paragraph, Guidance.Contains);

    /// <summary>True for a paragraph in a style of this name.</summary>
    internal bool Is(XElement paragraph, string name) => Is(paragraph, found => found == name);

    /// <summary>All of them, with the portal's own for those it writes in and that are not there.</summary>
    internal XElement Whole()
    {
        var own = XElement.Parse(LetterheadStyles.Build().OuterXml);
        var hasDefault = styles.Elements(W + "style").Any(IsDefault);
        styles.Add(own.Elements(W + "style").Where(style => !names.ContainsKey(IdOf(style)) && !(hasDefault && IsDefault(style))));
        return styles;
    }

    private bool Is(XElement paragraph, Func<string, bool> isMeant) =>
        WordNames.StyleOf(paragraph) is { } id && (isMeant(Plain(id)) || isMeant(Plain(names.GetValueOrDefault(id) ?? "")));

    private static bool IsDefault(XElement style) =>
        (string?)style.Attribute(W + "type") == "paragraph" && (string?)style.Attribute(W + "default") is "1" or "true" or "on";

    private static string Plain(string name) => name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string IdOf(XElement style) => (string?)style.Attribute(W + "styleId") ?? "";
}
