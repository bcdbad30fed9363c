using Microsoft.AspNetCore.Razor.TagHelpers;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>The input of one cell of a table question, its label read by screen readers only (the column's header shows it).</summary>
[HtmlTargetElement("table-cell", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TableCellTagHelper : FieldTagHelper
{
    /// <summary>The column, for the kind of input.</summary>
    public FieldColumn Column { get; set; } = null!;

    /// <summary>What stands in the cell.</summary>
    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        WriteUnlabelledGroup(
            output,
            Markup.Element("label", "govuk-visually-hidden", Label).With("for", Id),
            FaultText(),
            Column.Kind is FieldKind.Choice or FieldKind.YesNo ? List() : Line());

    private Element Line() =>
        Control("input", "govuk-input")
            .Also(Column.Kind == FieldKind.Number ? "govuk-input--width-4" : null)
            .With("type", "text")
            .With("inputmode", Column.Kind == FieldKind.Number ? "numeric" : null)
            .With("autocomplete", "off")
            .With("value", ValueOr(Value));

    private Element List()
    {
        var chosen = ValueOr(Value);
        var options = SectionForm.OptionsFor(Column).Select(option => (option.Key, option.Label)).Prepend((Key: "", Label: ""));
        return Control("select", "govuk-select").Holding(options.Select(option =>
            Markup.Element("option", cssClass: null, option.Label)
                .With("value", option.Key)
                .With("selected", option.Key == chosen ? "selected" : null)));
    }
}
