using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Components;

/// <summary>
/// Several lines of text. <c>&lt;text-area-field for="Input.Note" label="What was agreed?" limit="2000" /&gt;</c>.
/// Its hint ends with the request not to name students, as every box for free text must; <c>asks-care="false"</c> leaves it out.
/// </summary>
[HtmlTargetElement("text-area-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextAreaFieldTagHelper : FieldTagHelper
{
    private static readonly CultureInfo NewZealand = CultureInfo.GetCultureInfo("en-NZ");

    /// <summary>The stored value, where there is no model property.</summary>
    public string? Value { get; set; }

    /// <summary>Lines shown.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>The most characters that are accepted; shown under the field.</summary>
    public int? Limit { get; set; }

    /// <summary>Whether the hint asks not to name students.</summary>
    public bool AsksCare { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (AsksCare)
        {
            Hint = Hint is null ? FreeTextGuard.Hint : $"{Hint.TrimEnd()} {FreeTextGuard.Hint}";
        }

        var countId = Limit is null ? null : $"{Id}-count";
        var area = Control("textarea", "govuk-textarea", countId)
            .With("rows", Rows.ToString(CultureInfo.InvariantCulture))
            .With("data-limit", Limit?.ToString(CultureInfo.InvariantCulture));
        // A browser drops the first line break inside a textarea, so one is given away.
        area.Holding(new HtmlString("\n")).Then(ValueOr(Value));

        var message = Limit is null
            ? null
            : Markup.Element("div", "govuk-hint govuk-character-count__message", string.Create(NewZealand, $"You can enter up to {Limit:N0} characters"))
                .With("id", countId);
        WriteGroup(output, area, message);
    }
}
