using System.Globalization;
using System.Text.Encodings.Web;

using Microsoft.AspNetCore.Html;

using SchoolPortal.Domain.Public;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>A diagram on a page: the drawing, a way to see it larger, and the same as a list, which is what screen readers read.</summary>
/// <param name="diagram">What it shows.</param>
/// <param name="pageKey">Key of its page.</param>
/// <param name="number">1 for the first of the page.</param>
internal sealed class DiagramFigure(Diagram diagram, string pageKey, int number) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var words = $"diagram-{number.ToString(CultureInfo.InvariantCulture)}-words";
        var list = Markup.Element(diagram.Shape == DiagramShape.Cycle ? "ol" : "ul").With("id", words);
        foreach (var item in diagram.Items)
        {
            list.Holding(Markup.Element("li").Holding(TeReoText(Markup.Element("strong"), NameOf(item))).Then(": ").Holding(TeReoText(Markup.Element("span"), item.Text)));
        }

        Markup.Element("figure", "portal-diagram")
            .Holding(
                DiagramPicture.Of(diagram).With("aria-describedby", words),
                Markup.Element("figcaption").Then($"{diagram.Title}. ").Holding(
                    Markup.Element("a", "portal-screen", "Show larger (SVG)").With("href", PublicLinks.Diagram(pageKey, number)).Holding(Markup.Hidden($": {diagram.Title}"))),
                list)
            .WriteTo(writer, encoder);
    }

    // An ordered list counts by itself.
    private string NameOf(DiagramItem item) => diagram.Shape == DiagramShape.Cycle ? item.Name.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ') : item.Name;

    private static Element TeReoText(Element element, string text)
    {
        foreach (var (piece, isTeReo) in TeReo.Split(text))
        {
            _ = isTeReo ? element.Holding(Markup.Element("span", cssClass: null, piece).With("lang", "mi")) : element.Then(piece);
        }

        return element;
    }
}
