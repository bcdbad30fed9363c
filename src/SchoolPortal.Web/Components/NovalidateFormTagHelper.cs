using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>Turns off the browser's own bubbles on every form: faults are told once, by the server, in our words.</summary>
[HtmlTargetElement("form")]
public sealed class NovalidateFormTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!output.Attributes.ContainsName("novalidate"))
        {
            output.Attributes.Add(new TagHelperAttribute("novalidate"));
        }
    }
}
