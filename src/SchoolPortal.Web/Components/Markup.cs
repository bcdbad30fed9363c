using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>Short words for building elements. Text is always escaped; only elements are taken as they are.</summary>
internal static class Markup
{
    public static TagBuilder Element(string name, string? cssClass = null, string? text = null)
    {
        var element = new TagBuilder(name);
        if (cssClass is not null)
        {
            element.Attributes["class"] = cssClass;
        }

        element.InnerHtml.Append(text ?? "");
        return element;
    }

    /// <summary>Razor hands a text attribute that is bound to null over as empty text, so empty is none.</summary>
    public static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>Words for screen readers only.</summary>
    public static TagBuilder Hidden(string text) => Element("span", "govuk-visually-hidden", text);

    /// <summary>An attribute, left out when there is no value.</summary>
    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null)
        {
            element.Attributes[attribute] = value;
        }

        return element;
    }

    /// <summary>A further class, left out when null.</summary>
    public static TagBuilder Also(this TagBuilder element, string? cssClass)
    {
        if (cssClass is not null)
        {
            element.Attributes["class"] = element.Attributes.TryGetValue("class", out var others) ? $"{others} {cssClass}" : cssClass;
        }

        return element;
    }

    public static TagBuilder Holding(this TagBuilder element, params IEnumerable<IHtmlContent?> parts)
    {
        foreach (var part in parts.OfType<IHtmlContent>())
        {
            element.InnerHtml.AppendHtml(part);
        }

        return element;
    }

    public static TagBuilder Then(this TagBuilder element, string text)
    {
        element.InnerHtml.Append(text);
        return element;
    }

    /// <summary>Makes a tag helper's output this element, with the class beside those its author wrote.</summary>
    public static void Become(this TagHelperOutput output, string element, params IEnumerable<string?> classes)
    {
        output.TagName = element;
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var cssClass in classes.OfType<string>())
        {
            output.AddClass(cssClass, HtmlEncoder.Default);
        }
    }
}
