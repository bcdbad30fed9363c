using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>Writes a table whose first column names each row, and which becomes cards on a narrow screen.</summary>
internal sealed class StackedTables : HtmlObjectRenderer<Table>
{
    public const string CssClass = "portal-stacked";

    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        var rows = obj.OfType<TableRow>().ToList();
        var heads = rows.Where(row => row.IsHeader).SelectMany(row => row.OfType<TableCell>()).Select(TextOf).ToList();
        renderer.Write($"<table class=\"{CssClass}\"><thead>");
        rows.Where(row => row.IsHeader).ToList().ForEach(row => WriteRow(renderer, row, (_, _) => "th scope=\"col\""));
        renderer.Write("</thead><tbody>");
        rows.Where(row => !row.IsHeader).ToList().ForEach(row => WriteRow(renderer, row, (renders, column) =>
        {
            if (column == 0)
            {
                return "th scope=\"row\"";
            }

            renders.Write("<td data-label=\"").WriteEscape(heads.ElementAtOrDefault(column) ?? "").Write("\"");
            return null;
        }));
        renderer.Write("</tbody></table>");
    }

    /// <summary>A cell begins with the element that is given, or with what was written already.</summary>
    private static void WriteRow(HtmlRenderer renderer, TableRow row, Func<HtmlRenderer, int, string?> open)
    {
        renderer.Write("<tr>");
        var column = 0;
        foreach (var cell in row.OfType<TableCell>())
        {
            var element = open(renderer, column++);
            renderer.Write(element is null ? ">" : $"<{element}>");
            foreach (var block in cell.OfType<ParagraphBlock>())
            {
                renderer.WriteLeafInline(block);
            }

            renderer.Write(element is null ? "</td>" : "</th>");
        }

        renderer.Write("</tr>");
    }

    private static string TextOf(TableCell cell) => string.Concat(cell.OfType<ParagraphBlock>().Select(ContentMarkdown.PlainText));
}
