using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>
/// One line of text. <c>&lt;text-field for="Input.Email" label="Email address" type="email" autocomplete="email" /&gt;</c>.
/// A field of type <c>password</c> never shows what was typed before, and gets a Show button where there is script.
/// </summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextFieldTagHelper : FieldTagHelper
{
    /// <summary>The stored value, where there is no model property.</summary>
    public string? Value { get; set; }

    /// <summary><c>text</c>, <c>email</c>, <c>tel</c>, <c>search</c> or <c>password</c>. Numbers are text with an <c>inputmode</c>.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Characters that fit (2, 3, 4, 5, 10, 20, 30), or null for the full width.</summary>
    public int? Width { get; set; }

    /// <summary>The HTML autocomplete token, such as <c>email</c> or <c>current-password</c>.</summary>
    public string? Autocomplete { get; set => field = Markup.OrNull(value); }

    /// <summary>The keyboard of a phone: <c>numeric</c>, <c>decimal</c>, <c>tel</c>.</summary>
    public string? Inputmode { get; set => field = Markup.OrNull(value); }

    /// <summary>A sign before the field, such as "$".</summary>
    public string? Prefix { get; set => field = Markup.OrNull(value); }

    /// <summary>A sign after the field, such as "hours".</summary>
    public string? Suffix { get; set => field = Markup.OrNull(value); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isPassword = Type == "password";
        var isExact = Type is "email" or "password";
        var input = Control("input", "govuk-input")
            .Also(Width is null ? null : $"govuk-input--width-{Width}")
            .With("type", Type)
            .With("autocomplete", Autocomplete)
            .With("inputmode", Inputmode)
            .With("value", isPassword ? null : ValueOr(Value))
            .With("spellcheck", isExact ? "false" : null)
            .With("autocapitalize", isExact ? "none" : null);
        WriteGroup(output, isPassword ? WithShowButton(input) : WithSigns(input));
        if (isPassword)
        {
            output.Become("div", "govuk-password-input");
        }
    }

    private Element WithShowButton(Element input)
    {
        var what = Label.ToLowerInvariant();
        var button = Markup.Element("button", "govuk-button govuk-button--secondary govuk-password-input__toggle", "Show")
            .With("type", "button")
            .With("hidden", "hidden")
            .With("aria-controls", Id)
            .With("aria-label", $"Show {what}")
            .With("data-reveals", Id)
            .With("data-what", what);
        return Markup.Element("div", "govuk-input__wrapper govuk-password-input__wrapper").Holding(input.Also("govuk-password-input__input"), button);
    }

    private Element WithSigns(Element input) => Prefix is null && Suffix is null
        ? input
        : Markup.Element("div", "govuk-input__wrapper").Holding(Sign("govuk-input__prefix", Prefix), input, Sign("govuk-input__suffix", Suffix));

    private static Element? Sign(string cssClass, string? text) =>
        text is null ? null : Markup.Element("div", cssClass, text).With("aria-hidden", "true");
}
