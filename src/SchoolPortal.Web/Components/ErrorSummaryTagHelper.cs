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

        var list = Markup.Element("ul", "govuk-list govuk-error-summary__list")
            .Holding(faults.Select(fault => Markup.Element("li").Holding(Line(fault.Field, fault.Text))));
        output.Become("div", "govuk-error-summary");
        output.Content.AppendHtml(Markup.Element("div").With("role", "alert").Holding(
            Markup.Element("h2", "govuk-error-summary__title", "There is a problem"),
            Markup.Element("div", "govuk-error-summary__body").Holding(list)));
    }

    // A fault of the whole form has no field to go to.
    private static TagBuilder Line(string field, string text) => field.Length == 0
        ? Markup.Element("span", "govuk-error-message", text)
        : Markup.Element("a", cssClass: null, text).With("href", "#" + FieldTagHelper.IdOf(field));
}
