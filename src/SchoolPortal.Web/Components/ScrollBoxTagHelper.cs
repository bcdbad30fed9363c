using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>
/// Lets a wide table scroll in a box of its own, reachable by keyboard. <c>&lt;scroll-box label="Schools"&gt;&lt;table&gt;…&lt;/table&gt;&lt;/scroll-box&gt;</c>.
/// </summary>
[HtmlTargetElement("scroll-box")]
public sealed class ScrollBoxTagHelper : TagHelper
{
    /// <summary>What the table holds, for screen readers.</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("div", "portal-scroll");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("tabindex", "0");
    }
}
