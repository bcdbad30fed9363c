using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>
/// A date as one line of text, so that people may type 3/2/26 or 3 Feb 2026; it posts what was typed.
/// <c>&lt;date-field for="Input.MetOn" label="When did you meet?" /&gt;</c>. Stored dates show as 3 February 2026.
/// </summary>
[HtmlTargetElement("date-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateFieldTagHelper : FieldTagHelper
{
    /// <summary>The stored date, where there is no model property: a <see cref="DateOnly"/> or text.</summary>
    public object? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Hint ??= "For example, 14/5/2026 or 14 May 2026";
        var input = Control("input", "govuk-input").Also("govuk-input--width-10")
            .With("type", "text")
            .With("autocomplete", "off")
            .With("value", ValueOr(Value));
        WriteGroup(output, input);
    }
}
