using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>
/// "1 to 20 of 83 schools" and links to the pages; search, filters and order stay in the address, the page is <c>?p=</c>.
/// <c>&lt;pager page="Model.PageNumber" size="20" total="Model.Total" noun="schools" /&gt;</c>. One page shows no links, nothing shows nothing.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : TagHelper
{
    private static readonly CultureInfo NewZealand = CultureInfo.GetCultureInfo("en-NZ");

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The current page, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>Rows on a page.</summary>
    public int Size { get; set; } = 20;

    /// <summary>Rows in all.</summary>
    public int Total { get; set; }

    /// <summary>What the rows are, in the plural.</summary>
    public string Noun { get; set; } = "";

    private int Pages => (Total + Size - 1) / Size;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Total == 0)
        {
            output.SuppressOutput();
            return;
        }

        var first = ((Page - 1) * Size) + 1;
        var last = Math.Min(Page * Size, Total);
        output.Become("div", "portal-pager");
        output.Content.AppendHtml(Markup.Element("p", "portal-count", string.Create(NewZealand, $"{first:N0} to {last:N0} of {Total:N0} {Noun}").TrimEnd()));
        if (Pages > 1)
        {
            output.Content.AppendHtml(Links());
        }
    }

    private Element Links() => Markup.Element("nav", "govuk-pagination").With("aria-label", "Pages").Holding(
        Page > 1 ? Step("prev", "Previous", Page - 1) : null,
        Markup.Element("ul", "govuk-pagination__list").Holding(PageItems()),
        Page < Pages ? Step("next", "Next", Page + 1) : null);

    /// <summary>The first, the last, and the current with its neighbours; dots where pages are left out.</summary>
    private IEnumerable<Element> PageItems()
    {
        var before = 0;
        foreach (var page in Enumerable.Range(1, Pages).Where(page => page == 1 || page == Pages || Math.Abs(page - Page) <= 1))
        {
            if (page > before + 1)
            {
                yield return Markup.Element("li", "govuk-pagination__item govuk-pagination__item--ellipsis", "⋯");
            }

            yield return PageItem(page);
            before = page;
        }
    }

    private Element PageItem(int page)
    {
        var number = page.ToString("N0", NewZealand);
        return Markup.Element("li", "govuk-pagination__item")
            .Also(page == Page ? "govuk-pagination__item--current" : null)
            .Holding(Link(page, number).With("aria-label", $"Page {number}").With("aria-current", page == Page ? "page" : null));
    }

    private Element Step(string rel, string text, int page) =>
        Markup.Element("div", $"govuk-pagination__{rel}").Holding(
            Link(page).With("rel", rel).Holding(
                Markup.Element("span", "govuk-pagination__link-title", text).Holding(Markup.Hidden(" page"))));

    private Element Link(int page, string? text = null) =>
        Markup.Element("a", "govuk-link govuk-pagination__link", text).With(
            "href",
            PageAddress.With(ViewContext.HttpContext.Request, PageAddress.PageKey, page.ToString(CultureInfo.InvariantCulture)));
}
