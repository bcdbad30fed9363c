using Microsoft.AspNetCore.Razor.TagHelpers;

using SchoolPortal.Domain.Schools;

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
        var value = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.AppendHtml(Row(Key, Markup.Element("dd", "govuk-summary-list__value").Holding(value), Href, Action));
    }

    /// <summary>The same row of plain text as an element, for long lists of facts: a tag helper with content is dear.</summary>
    internal static Element Row(string key, string? text) => Row(key, Markup.Element("dd", "govuk-summary-list__value", text), href: null, action: "");

    /// <summary>The same with what somebody else says below it. On paper, who and since when are left out, so that a school stays on one sheet.</summary>
    internal static Element Row(string key, string text, IReadOnlyList<OtherValue> others) => others.Count == 0 ? Row(key, text)
        : Row(key, Markup.Element("dd", "govuk-summary-list__value").Holding(
        [
            Markup.Element("div", "", text),
            .. others.Select(other => Markup.Element("div", "portal-quiet portal-small", other.Says).Holding(Markup.Element("span", "portal-screen", other.Since))),
        ]), href: null, action: "");

    private static Element Row(string key, Element value, string? href, string action)
    {
        var row = Markup.Element("div", "govuk-summary-list__row").Holding(Markup.Element("dt", "govuk-summary-list__key", key), value);
        return href is null
            ? row.Also("govuk-summary-list__row--no-actions")
            : row.Holding(Markup.Element("dd", "govuk-summary-list__actions").Holding(
                Markup.Element("a", "govuk-link", action).With("href", href).Holding(Markup.Hidden($" {key}"))));
    }
}
