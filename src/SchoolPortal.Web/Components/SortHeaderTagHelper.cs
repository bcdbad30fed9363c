using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>
/// A column head that sorts. <c>&lt;sort-header key="name" text="School" current="@Model.Sort" /&gt;</c> links to <c>?sort=name</c>, and to
/// <c>?sort=-name</c> when the list is in that order already.
/// </summary>
[HtmlTargetElement("sort-header", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SortHeaderTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The column, as the page's query knows it.</summary>
    public string Key { get; set; } = "";

    /// <summary>The column's heading.</summary>
    public string Text { get; set; } = "";

    /// <summary>The order the list is in: a column's key, with a minus before it for descending.</summary>
    public string? Current { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var ascending = Current == Key;
        var descending = Current == "-" + Key;
        output.Become("th");
        output.Attributes.SetAttribute("scope", "col");
        output.Attributes.SetAttribute("aria-sort", ascending ? "ascending" : descending ? "descending" : "none");
        var link = Markup.Element("a", "govuk-link", Text)
            .With("href", PageAddress.With(ViewContext.HttpContext.Request, PageAddress.SortKey, ascending ? "-" + Key : Key));
        if (ascending || descending)
        {
            link.Holding(Markup.Element("span", cssClass: null, ascending ? " ▲" : " ▼").With("aria-hidden", "true"));
        }

        output.Content.AppendHtml(link);
    }
}
