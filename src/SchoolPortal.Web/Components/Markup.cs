using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>Short words for building elements. Text is always escaped; only elements are taken as they are.</summary>
internal static class Markup
{
    public static Element Element(string name, string? cssClass = null, string? text = null) =>
        new Element(name).With("class", cssClass).Then(text);

    /// <summary>Razor hands a text attribute that is bound to null over as empty text, so empty is none.</summary>
    public static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>Words for screen readers only.</summary>
    public static Element Hidden(string text) => Element("span", "govuk-visually-hidden", text);

    /// <summary>Makes a tag helper's output this element, with the class beside those its author wrote.</summary>
    public static void Become(this TagHelperOutput output, string element, params IEnumerable<string?> classes)
    {
        output.TagName = element;
        output.TagMode = TagMode.StartTagAndEndTag;
        var all = string.Join(' ', classes.Prepend(output.Attributes["class"]?.Value?.ToString()).OfType<string>());
        if (all.Length > 0)
        {
            output.Attributes.SetAttribute("class", all);
        }
    }
}
