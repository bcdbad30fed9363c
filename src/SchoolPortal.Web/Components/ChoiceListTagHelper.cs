using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>What radio buttons and checkboxes share. The first choice carries the field's id, so that an error can link to it.</summary>
public abstract class ChoiceListTagHelper : FieldTagHelper
{
    /// <summary>The choices, in order.</summary>
    public IEnumerable<FieldOption> Options { get; set; } = [];

    /// <summary>Smaller boxes, for filters.</summary>
    public bool Small { get; set; }

    /// <summary>A choice without a fieldset round it carries hint and fault itself.</summary>
    protected virtual bool IsAlone => false;

    protected Element Choices(string block, string type, IReadOnlyCollection<string> chosen) =>
        Markup.Element("div", block)
            .Also(Small ? $"{block}--small" : null)
            .Holding(Options.Select((option, index) => Choice(block, type, ChoiceId(index), option, chosen.Contains(option.Value))));

    private string ChoiceId(int index) => index == 0 ? Id : string.Create(CultureInfo.InvariantCulture, $"{Id}-{index + 1}");

    private Element Choice(string block, string type, string id, FieldOption option, bool isChosen)
    {
        var input = Markup.Element("input", $"{block}__input")
            .With("id", id)
            .With("name", FullName)
            .With("type", type)
            .With("value", option.Value)
            .With("checked", isChosen ? "checked" : null)
            .With("disabled", Disabled ? "disabled" : null)
            .With("aria-describedby", option.Hint is null ? null : $"{id}-item-hint");
        if (IsAlone)
        {
            Described(input);
        }

        return Markup.Element("div", $"{block}__item").Holding(
            input,
            Markup.Element("label", $"govuk-label {block}__label", option.Text).With("for", id),
            option.Hint is null ? null : Markup.Element("div", $"govuk-hint {block}__hint", option.Hint).With("id", $"{id}-item-hint"));
    }
}

/// <summary>
/// One choice of a few. <c>&lt;radio-list for="Input.Answer" label="Does the school have a lockdown procedure?" options="@options" inline="true" /&gt;</c>.
/// </summary>
[HtmlTargetElement("radio-list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadioListTagHelper : ChoiceListTagHelper
{
    /// <summary>The stored choice, where there is no model property.</summary>
    public string? Value { get; set; }

    /// <summary>Side by side, for Yes and No.</summary>
    public bool Inline { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var list = Choices("govuk-radios", "radio", ValueOr(Value) is { } value ? [value] : []);
        WriteFieldset(output, list.Also(Inline ? "govuk-radios--inline" : null));
    }
}

/// <summary>
/// Any number of choices. <c>&lt;checkbox-list name="show" values="@Model.Show" label="Show only" options="@options" small="true" /&gt;</c>.
/// </summary>
[HtmlTargetElement("checkbox-list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxListTagHelper : ChoiceListTagHelper
{
    /// <summary>The stored choices, where there is no model property.</summary>
    public IEnumerable<string>? Values { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        WriteFieldset(output, Choices("govuk-checkboxes", "checkbox", ValuesOr(Values)));
}

/// <summary>
/// A single yes, posted as <c>true</c>; unticked posts nothing. <c>&lt;checkbox-field for="Input.Confirmed" label="I have read the agreement" /&gt;</c>.
/// </summary>
[HtmlTargetElement("checkbox-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxFieldTagHelper : ChoiceListTagHelper
{
    /// <summary>Whether it is ticked, where there is no model property.</summary>
    public bool? Checked { get; set; }

    protected override bool IsAlone => true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Options = [new FieldOption("true", Label)];
        var list = Choices("govuk-checkboxes", "checkbox", ValueOr(Checked) is { } value ? [value.ToLowerInvariant()] : []);
        WriteUnlabelledGroup(output, HintText(), FaultText(), list);
    }
}
