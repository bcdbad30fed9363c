using System.Text;

using Ganss.Xss;

using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

using Microsoft.AspNetCore.Html;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>
/// A content page's Markdown as HTML. Whatever the text holds, nothing but the elements and attributes named here comes out;
/// diagrams, which are the program's own drawing, are put in afterwards.
/// </summary>
internal static class ContentHtml
{
    private static readonly HtmlSanitizer Sanitizer = MakeSanitizer();

    /// <summary>The HTML of a text.</summary>
    /// <param name="pageKey">Key of its page, for the addresses of its diagrams.</param>
    /// <param name="text">Its Markdown.</param>
    public static IHtmlContent Of(string pageKey, string text)
    {
        var html = new HtmlContentBuilder();
        var diagrams = 0;
        var run = new List<Block>();
        foreach (var block in ContentMarkdown.Parse(text))
        {
            if (block is FencedCodeBlock fenced)
            {
                html.AppendHtml(Clean(run));
                run.Clear();
                html.AppendHtml(new DiagramFigure(ContentMarkdown.DiagramOf(fenced), pageKey, ++diagrams));
            }
            else
            {
                run.Add(block);
            }
        }

        return Once(html.AppendHtml(Clean(run)));
    }

    /// <summary>The one gate that HTML of content goes through.</summary>
    internal static string Sanitize(string html) => Sanitizer.Sanitize(html);

    private static string Clean(List<Block> blocks)
    {
        using var words = new StringWriter();
        var renderer = new HtmlRenderer(words);
        ContentMarkdown.Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<LiteralInlineRenderer>(new TeReoWords());
        renderer.ObjectRenderers.Replace<Markdig.Extensions.Tables.HtmlTableRenderer>(new StackedTables());
        blocks.ForEach(block => renderer.Render(block));
        return Sanitize(words.ToString());
    }

    // Written out once, so that each request copies text instead of building elements.
    private static HtmlString Once(IHtmlContent html)
    {
        using var written = new StringWriter(new StringBuilder());
        html.WriteTo(written, System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return new HtmlString(written.ToString());
    }

    private static HtmlSanitizer MakeSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "span", "br", "hr", "blockquote", "code", "table", "thead", "tbody", "tr", "th", "td",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "lang", "scope", "class", "data-label", "start" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "https", "mailto", "tel" },
        });
        sanitizer.AllowedClasses.Add(StackedTables.CssClass);
        sanitizer.FilterUrl += (_, link) =>
        {
            // An address without a scheme that still leaves the portal.
            if (link.OriginalUrl.Replace('\\', '/').TrimStart().StartsWith("//", StringComparison.Ordinal))
            {
                link.SanitizedUrl = null;
            }
        };
        return sanitizer;
    }
}
