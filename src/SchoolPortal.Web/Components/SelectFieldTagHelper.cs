using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>
/// One choice from a long list. <c>&lt;select-field name="district" value="@Model.District" label="District" options="Model.Districts" empty="All districts" /&gt;</c>.
/// </summary>
[HtmlTargetElement("select-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectFieldTagHelper : FieldTagHelper
{
    /// <summary>The stored choice, where there is no model property.</summary>
    public string? Value { get; set; }

    /// <summary>The choices, in order.</summary>
    public IEnumerable<FieldOption> Options { get; set; } = [];

    /// <summary>The text of a first choice that posts nothing, or null for none.</summary>
    public string? Empty { get; set => field = Markup.OrNull(value); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = ValueOr(Value);
        var options = Empty is null ? Options : Options.Prepend(new FieldOption("", Empty));
        WriteGroup(output, Control("select", "govuk-select").Holding(options.Select(option =>
            Markup.Element("option", cssClass: null, option.Text)
                .With("value", option.Value)
                .With("selected", option.Value == chosen ? "selected" : null))));
    }
}
