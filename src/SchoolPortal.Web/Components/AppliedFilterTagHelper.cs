using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>
/// A filter that is on, with a link that takes it off. Goes inside <c>&lt;ul class="portal-applied"&gt;</c>:
/// <c>&lt;applied-filter key="district" text="Counties Manukau" /&gt;</c>; with <c>value</c>, only that value of the key is taken off.
/// </summary>
[HtmlTargetElement("applied-filter", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AppliedFilterTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The filter's query key.</summary>
    public string Key { get; set; } = "";

    /// <summary>The value to take off, where the key may have several.</summary>
    public string? Value { get; set; }

    /// <summary>The filter in words.</summary>
    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("li", "portal-applied__filter");
        var link = Markup.Element("a", cssClass: null, "Remove")
            .With("href", PageAddress.Without(ViewContext.HttpContext.Request, Key, Value))
            .Holding(Markup.Hidden($" {Text}"));
        output.Content.Append(Text).Append(" ").AppendHtml(link);
    }
}
