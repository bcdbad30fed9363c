using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>
/// What every form field shares: its name, value and faults, either from a model property (<c>for="Input.Name"</c>) or from
/// words (<c>name="contacts.relief" value="…"</c>). What was typed into a refused form comes back from the model state.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    private static readonly CultureInfo NewZealand = CultureInfo.GetCultureInfo("en-NZ");

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The model property, such as <c>Input.Name</c>.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>The posted name, where there is no model property.</summary>
    public string? Name { get; set; }

    /// <summary>The label, or for a group of choices the question.</summary>
    public string Label { get; set; } = "";

    /// <summary>Help shown between label and field.</summary>
    public string? Hint { get; set => field = Markup.OrNull(value); }

    /// <summary>Adds "(optional)" to the label.</summary>
    public bool Optional { get; set; }

    /// <summary>How large the label is: <c>s</c>, <c>m</c>, <c>l</c>, or null for plain text.</summary>
    public string? LabelSize { get; set => field = Markup.OrNull(value); }

    /// <summary>Whether the label is the page's h1 (a page with one question).</summary>
    public bool Heading { get; set; }

    /// <summary>What is wrong, where the model state does not say it.</summary>
    public string? Error { get; set => field = Markup.OrNull(value); }

    /// <summary>Shown but not to be changed; the value is not posted.</summary>
    public bool Disabled { get; set; }

    protected string FullName => For is not null
        ? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name)
        : Name ?? throw new InvalidOperationException($"{GetType().Name} needs \"for\" or \"name\".");

    protected string Id => IdOf(FullName);

    protected string? Fault => Error ?? Entry?.Errors.Select(error => error.ErrorMessage).FirstOrDefault(text => text.Length > 0);

    private ModelStateEntry? Entry => ViewContext.ViewData.ModelState.TryGetValue(FullName, out var entry) ? entry : null;

    private string LabelText => Optional ? $"{Label} (optional)" : Label;

    /// <summary>The id of the field with this name. The error summary links to it.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>What was typed, or the stored value, as text.</summary>
    protected string? ValueOr(object? stored) => Entry?.AttemptedValue ?? AsText(stored ?? For?.Model);

    /// <summary>What was chosen, or the stored choices.</summary>
    protected IReadOnlyCollection<string> ValuesOr(IEnumerable<string>? stored) => Entry?.RawValue switch
    {
        string one => [one],
        string[] many => many,
        _ when stored is not null => [.. stored],
        _ => For?.Model switch
        {
            null => [],
            string one => [one],
            IEnumerable many => [.. many.Cast<object?>().Select(AsText).OfType<string>()],
            var one => [AsText(one)!],
        },
    };

    /// <summary>The surrounding group with label, hint and fault, and the control inside.</summary>
    protected void WriteGroup(TagHelperOutput output, params IEnumerable<IHtmlContent?> controls)
    {
        var label = Markup.Element("label", "govuk-label", LabelText)
            .Also(LabelSize is null ? null : $"govuk-label--{LabelSize}")
            .With("for", Id);
        WriteUnlabelledGroup(output, [Heading ? Markup.Element("h1", "govuk-label-wrapper").Holding(label) : label, HintText(), FaultText(), .. controls]);
    }

    /// <summary>The same for several choices under one question.</summary>
    protected void WriteFieldset(TagHelperOutput output, IHtmlContent choices)
    {
        var legend = Markup.Element("legend", "govuk-fieldset__legend").Also(LabelSize is null ? null : $"govuk-fieldset__legend--{LabelSize}");
        var question = Heading ? legend.Holding(Markup.Element("h1", "govuk-fieldset__heading", LabelText)) : legend.Then(LabelText);
        WriteUnlabelledGroup(output, Described(Markup.Element("fieldset", "govuk-fieldset")).Holding(question, HintText(), FaultText(), choices));
    }

    /// <summary>The surrounding group alone.</summary>
    protected void WriteUnlabelledGroup(TagHelperOutput output, params IEnumerable<IHtmlContent?> parts)
    {
        FieldOrder.Of(ViewContext.HttpContext).Add(FullName);
        output.Become("div", "govuk-form-group", Fault is null ? null : "govuk-form-group--error");
        foreach (var part in parts.OfType<IHtmlContent>())
        {
            output.Content.AppendHtml(part);
        }
    }

    /// <summary>An input, textarea or select with name, id and its ties to hint and fault.</summary>
    protected Element Control(string element, string cssClass, string? describedBy = null) =>
        Described(Markup.Element(element, cssClass), describedBy)
            .Also(Fault is null ? null : $"{cssClass}--error")
            .With("id", Id)
            .With("name", FullName)
            .With("aria-invalid", Fault is null ? null : "true")
            .With("disabled", Disabled ? "disabled" : null);

    /// <summary>Ties an element to hint, fault and what else describes it.</summary>
    protected Element Described(Element element, string? more = null)
    {
        string?[] ids = [Hint is null ? null : $"{Id}-hint", Fault is null ? null : $"{Id}-error", more];
        var present = string.Join(' ', ids.OfType<string>());
        return element.With("aria-describedby", present.Length == 0 ? null : present);
    }

    protected Element? HintText() => Hint is null ? null : Markup.Element("div", "govuk-hint", Hint).With("id", $"{Id}-hint");

    protected Element? FaultText() => Fault is null
        ? null
        : Markup.Element("p", "govuk-error-message").With("id", $"{Id}-error").Holding(Markup.Hidden("Error:")).Then($" {Fault}");

    private static string? AsText(object? value) => value switch
    {
        null => null,
        DateOnly date => date.ToString("d MMMM yyyy", NewZealand),
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, NewZealand),
    };
}
