using SchoolPortal.Documents.Forms;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain.Public;

namespace SchoolPortal.Documents.Public;

/// <summary>Draws a diagram with tables, which every writer shows and every screen reader reads in order.</summary>
internal sealed class DiagramTables(XmlText xml, WordMarkup word)
{
    private const int Arrow = 400;
    private const string White = "FFFFFF";

    private static readonly string[] Fills = ["123A5E", "0B5A94", "0B5A94", "00665E", "00665E", "4A5863"];

    internal void Write(Diagram diagram)
    {
        switch (diagram.Shape)
        {
            case DiagramShape.Levels:
                Levels(diagram);
                break;
            case DiagramShape.Pair:
                Pair(diagram);
                break;
            default:
                Cycle(diagram);
                break;
        }
    }

    /// <summary>A table for each level, narrower and narrower.</summary>
    private void Levels(Diagram diagram)
    {
        for (var i = 0; i < diagram.Items.Count; i++)
        {
            var width = WordMarkup.TextWidth - (i * WordMarkup.TextWidth / 9);
            Open(diagram, [width], i);
            xml.Markup("<w:tr><w:trPr><w:cantSplit/></w:trPr>"u8);
            Cell(width, Fills[i], diagram.Items[i]);
            xml.Markup("</w:tr>"u8);
            if (i < diagram.Items.Count - 1)
            {
                // As after every table, and no new page may begin here.
                xml.Markup("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Gap\"/><w:keepNext/></w:pPr></w:p>"u8);
            }
            else
            {
                word.CloseTable();
            }
        }
    }

    /// <summary>The two partners beside each other, what they share below.</summary>
    private void Pair(Diagram diagram)
    {
        var half = (WordMarkup.TextWidth - Arrow) / 2;
        Open(diagram, [half, Arrow, half]);
        xml.Markup("<w:tr><w:trPr><w:cantSplit/></w:trPr>"u8);
        Cell(half, Fills[0], diagram.Items[0]);
        ArrowCell(Arrow, "↔");
        Cell(half, Fills[3], diagram.Items[1]);
        xml.Markup("</w:tr>"u8);
        foreach (var item in diagram.Items.Skip(2))
        {
            xml.Markup("<w:tr><w:trPr><w:cantSplit/></w:trPr>"u8);
            Cell(WordMarkup.TextWidth, Fills[1], item, span: 3);
            xml.Markup("</w:tr>"u8);
        }

        word.CloseTable();
    }

    /// <summary>The steps in a row, with arrows between them and one that leads back.</summary>
    private void Cycle(Diagram diagram)
    {
        var count = diagram.Items.Count;
        var step = (WordMarkup.TextWidth - (Arrow * (count - 1))) / count;
        Open(diagram, [.. Enumerable.Range(0, (2 * count) - 1).Select(i => i % 2 == 0 ? step : Arrow)]);
        xml.Markup("<w:tr><w:trPr><w:cantSplit/></w:trPr>"u8);
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                ArrowCell(Arrow, "→");
            }

            Cell(step, Fills[i], diagram.Items[i]);
        }

        xml.Markup("</w:tr>"u8);
        word.CloseTable();
        word.Paragraph("DiagramArrow"u8, "↺ and round again");
    }

    private void Open(Diagram diagram, ReadOnlySpan<int> widths, int part = 0)
    {
        var all = 0;
        foreach (var width in widths)
        {
            all += width;
        }

        xml.Markup("<w:tbl><w:tblPr><w:tblW w:w=\""u8).Number(all)
            .Markup("\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders><w:insideH w:val=\"single\" w:sz=\"48\" w:space=\"0\" w:color=\"FFFFFF\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0000\"/><w:tblCaption w:val=\""u8)
            .Value(diagram.Title)
            .Markup("\"/><w:tblDescription w:val=\""u8)
            .Value(part == 0 ? Words(diagram) : diagram.Items[part].Name)
            .Markup("\"/></w:tblPr><w:tblGrid>"u8);
        foreach (var width in widths)
        {
            xml.Markup("<w:gridCol w:w=\""u8).Number(width).Markup("\"/>"u8);
        }

        xml.Markup("</w:tblGrid>"u8);
    }

    /// <summary>A diagram in words.</summary>
    internal static string Words(Diagram diagram) =>
        string.Join("; ", diagram.Items.Select(item => $"{item.Name}: {item.Text}")) + ".";

    private void Cell(int width, string fill, DiagramItem item, int span = 1)
    {
        OpenCell(width, fill, span);
        word.Paragraph("DiagramName"u8, item.Name);
        word.Paragraph("DiagramText"u8, item.Text);
        xml.Markup("</w:tc>"u8);
    }

    private void ArrowCell(int width, string arrow)
    {
        OpenCell(width, White, 1);
        word.Paragraph("DiagramArrow"u8, arrow);
        xml.Markup("</w:tc>"u8);
    }

    private void OpenCell(int width, string fill, int span)
    {
        xml.Markup("<w:tc><w:tcPr><w:tcW w:w=\""u8).Number(width).Markup("\" w:type=\"dxa\"/>"u8);
        if (span > 1)
        {
            xml.Markup("<w:gridSpan w:val=\""u8).Number(span).Markup("\"/>"u8);
        }

        xml.Markup("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\""u8).Value(fill).Markup("\"/><w:vAlign w:val=\"center\"/></w:tcPr>"u8);
    }
}
