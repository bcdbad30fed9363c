using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

using SchoolPortal.Documents.Public;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>Makes a hand-out of a content page's Markdown, so that whoever changes the text changes the page, the Word file and the slides.</summary>
/// <param name="root">Where people find the portal, without a slash at the end: files need whole addresses.</param>
internal sealed class HandOutReader(string root)
{
    /// <summary>The sections of a text: each begins at a heading of the second level.</summary>
    public IReadOnlyList<HandOutSection> Sections(string text)
    {
        var sections = new List<HandOutSection>();
        var (heading, blocks) = ((string?)null, new List<HandOutBlock>());
        foreach (var block in ContentMarkdown.Parse(text))
        {
            if (block is HeadingBlock { Level: 2 } next)
            {
                Close();
                (heading, blocks) = (ContentMarkdown.PlainText(next), []);
            }
            else
            {
                blocks.AddRange(BlocksOf(block, heading));
            }
        }

        Close();
        return sections;

        void Close()
        {
            if (heading is not null || blocks.Count > 0)
            {
                sections.Add(new HandOutSection(heading, blocks));
            }
        }
    }

    private IEnumerable<HandOutBlock> BlocksOf(Block block, string? heading) => block switch
    {
        HeadingBlock smaller => [new HandOutHeading(ContentMarkdown.PlainText(smaller))],
        FencedCodeBlock fenced => [new HandOutDiagram(ContentMarkdown.DiagramOf(fenced))],
        ParagraphBlock paragraph => [new HandOutParagraph(RunsOf(paragraph))],
        ListBlock list => [new HandOutList(list.IsOrdered, [.. list.OfType<ListItemBlock>().Select(ItemOf)])],
        Table table => [TableOf(table, heading ?? "Table")],
        ContainerBlock others => others.SelectMany(other => BlocksOf(other, heading)),
        _ => [],
    };

    private IReadOnlyList<HandOutRun> ItemOf(ListItemBlock item) => [.. item.Descendants<ParagraphBlock>().SelectMany(RunsOf)];

    private static HandOutTable TableOf(Table table, string title)
    {
        var rows = table.OfType<TableRow>()
            .Select(row => (row.IsHeader, Cells: (IReadOnlyList<string>)[.. row.OfType<TableCell>().Select(cell => string.Concat(cell.OfType<ParagraphBlock>().Select(ContentMarkdown.PlainText)))]))
            .ToList();
        return new HandOutTable(title, rows.First(row => row.IsHeader).Cells, [.. rows.Where(row => !row.IsHeader).Select(row => row.Cells)]);
    }

    private IReadOnlyList<HandOutRun> RunsOf(LeafBlock block) => block.Inline is null ? [] : [.. RunsOf(block.Inline, new HandOutRun(""))];

    private IEnumerable<HandOutRun> RunsOf(ContainerInline parts, HandOutRun looks) => parts.SelectMany(part => part switch
    {
        LiteralInline literal => [looks with { Text = literal.Content.ToString() }],
        CodeInline code => [looks with { Text = code.Content }],
        LineBreakInline => [looks with { Text = " " }],
        EmphasisInline strong when strong.DelimiterCount > 1 => RunsOf(strong, looks with { IsStrong = true }),
        EmphasisInline stressed => RunsOf(stressed, looks with { IsEmphasised = true }),
        LinkInline { IsImage: false } link => RunsOf(link, looks with { Link = WholeAddress(link.Url) }),
        ContainerInline others => RunsOf(others, looks),
        _ => Enumerable.Empty<HandOutRun>(),
    });

    // What the page would not lead to, the file does not either.
    private string? WholeAddress(string? address) =>
        address is null || address.StartsWith("//", StringComparison.Ordinal) ? null
        : Uri.TryCreate(address.StartsWith('/') ? root + address : address, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" or "mailto" or "tel" ? whole.AbsoluteUri
        : null;
}
