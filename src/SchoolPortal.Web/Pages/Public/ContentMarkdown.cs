using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

using SchoolPortal.Domain.Public;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>Takes a content page's Markdown apart: the one reading that pages, Word files and slides are made from.</summary>
internal static class ContentMarkdown
{
    /// <summary>Plain Markdown and tables. HTML in it is text.</summary>
    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>The text as blocks.</summary>
    public static MarkdownDocument Parse(string text) => Markdown.Parse(text, Pipeline);

    /// <summary>The diagram that a fenced block holds.</summary>
    public static Diagram DiagramOf(FencedCodeBlock block) => Diagram.Read(
        $"{block.Info} {block.Arguments}",
        block.Lines.Lines.Take(block.Lines.Count).Select(line => line.ToString()),
        sentence => new Domain.RuleBroken(nameof(ContentWords.Text), sentence));

    /// <summary>What a block says, without marks.</summary>
    public static string PlainText(LeafBlock block) =>
        string.Concat(block.Inline?.Descendants<Inline>().Select(TextOf) ?? []);

    /// <summary>Every sentence of a text, for measuring how easily it reads: diagrams and tables are no sentences.</summary>
    public static IEnumerable<string> Sentences(string text) =>
        Parse(text).Descendants<LeafBlock>()
            .Where(block => block.Inline is not null && !IsInTable(block))
            .Select(PlainText);

    private static string TextOf(Inline part) => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        _ => "",
    };

    private static bool IsInTable(Block block) =>
        block.Parent is Markdig.Extensions.Tables.TableCell || (block.Parent is { } parent && IsInTable(parent));
}
