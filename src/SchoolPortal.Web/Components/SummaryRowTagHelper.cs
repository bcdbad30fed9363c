using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>
/// A fact and, where it may be changed, the link to do so; inside <c>&lt;dl class="govuk-summary-list"&gt;</c>.
/// <c>&lt;summary-row key="Lead Police Contact" href="…" action="Change"&gt;Senior Constable, Ōtāhuhu&lt;/summary-row&gt;</c>.
/// </summary>
[HtmlTargetElement("summary-row")]
public sealed class SummaryRowTagHelper : TagHelper
{
    /// <summary>The fact's name.</summary>
    public string Key { get; set; } = "";

    /// <summary>Where it is changed or opened, or null for neither.</summary>
    public string? Href { get; set => field = Markup.OrNull(value); }

    /// <summary>The link's word.</summary>
    public string Action { get; set; } = "Change";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = Markup.Element("dd", "govuk-summary-list__value").Holding(await output.GetChildContentAsync());
        output.Become("div", "govuk-summary-list__row", Href is null ? "govuk-summary-list__row--no-actions" : null);
        output.Content.AppendHtml(Markup.Element("dt", "govuk-summary-list__key", Key)).AppendHtml(value);
        if (Href is not null)
        {
            var link = Markup.Element("a", "govuk-link", Action).With("href", Href).Holding(Markup.Hidden($" {Key}"));
            output.Content.AppendHtml(Markup.Element("dd", "govuk-summary-list__actions").Holding(link));
        }
    }
}
