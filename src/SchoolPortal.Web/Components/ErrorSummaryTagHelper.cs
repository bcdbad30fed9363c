using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>
/// "There is a problem": everything the model state holds against the form, each linked to its field. Nothing when all is well.
/// <c>&lt;error-summary /&gt;</c>, first thing inside the page's main column, before the h1.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var faults = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (Field: entry.Key, Text: error.ErrorMessage)))
            .Where(fault => fault.Text.Length > 0)
            .Distinct()
            .ToList();
        if (faults.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("div", "govuk-error-summary");
        output.Content.AppendHtml(Markup.Element("div").With("role", "alert").Holding(
            Markup.Element("h2", "govuk-error-summary__title", "There is a problem"),
            Markup.Element("div", "govuk-error-summary__body").Holding(new Lines(faults, FieldOrder.Of(ViewContext.HttpContext)))));
    }

    /// <summary>
    /// The faults in the order of the fields. The summary stands before the fields, so the order is known only when the page,
    /// which is gathered whole, is written out.
    /// </summary>
    private sealed class Lines(IReadOnlyList<(string Field, string Text)> faults, FieldOrder order) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) =>
            Markup.Element("ul", "govuk-list govuk-error-summary__list")
                .Holding(faults.OrderBy(fault => order.PlaceOf(fault.Field)).Select(fault => Markup.Element("li").Holding(Line(fault.Field, fault.Text))))
                .WriteTo(writer, encoder);
    }

    // A fault of the whole form has no field to go to.
    private static Element Line(string field, string text) => field.Length == 0
        ? Markup.Element("span", "govuk-error-message", text)
        : Markup.Element("a", cssClass: null, text).With("href", "#" + FieldTagHelper.IdOf(field));
}
