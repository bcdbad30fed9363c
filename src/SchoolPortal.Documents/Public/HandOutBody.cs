using System.Globalization;

using SchoolPortal.Documents.Forms;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Public;

namespace SchoolPortal.Documents.Public;

/// <summary>The body of a hand-out's Word file.</summary>
internal sealed class HandOutBody(HandOut handOut, XmlText xml)
{
    private readonly WordMarkup word = new(xml);
    private readonly Dictionary<string, string> links = [];

    /// <summary>How many numbered lists were written; their numbers follow that of the dots.</summary>
    internal int NumberedLists { get; private set; }

    /// <summary>Addresses that the text leads to, each with the id of its relationship.</summary>
    internal IReadOnlyDictionary<string, string> Links => links;

    /// <summary>The day as the document says it.</summary>
    internal static string Day(HandOut handOut) => NewZealandTime.Show(handOut.Date);

    internal void Write()
    {
        xml.Markup("""
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
            """u8);
        if (handOut.For is { } whose)
        {
            Paragraph("SchoolName"u8, whose);
        }

        Paragraph("Title"u8, handOut.Title);
        xml.Markup("<w:p><w:pPr><w:pStyle w:val=\"Subtitle\"/><w:keepNext/><w:spacing w:before=\"0\" w:after=\"160\"/></w:pPr>"u8);
        Words(new HandOutRun(handOut.Summary));
        word.CloseParagraph();
        foreach (var section in handOut.Sections)
        {
            if (section.Heading is { } heading)
            {
                // Numbered in forms, and so hung there; not here.
                xml.Markup("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:ind w:left=\"0\" w:firstLine=\"0\"/></w:pPr>"u8);
                Words(new HandOutRun(heading));
                word.CloseParagraph();
            }

            foreach (var block in section.Blocks)
            {
                Block(block);
            }
        }

        word.CloseDocument();
    }

    private void Block(HandOutBlock block)
    {
        switch (block)
        {
            case HandOutHeading heading:
                Paragraph("Heading2"u8, heading.Text);
                break;
            case HandOutParagraph paragraph:
                word.OpenParagraph("BodyText"u8);
                Runs(paragraph.Runs);
                word.CloseParagraph();
                break;
            case HandOutList list:
                var number = list.IsNumbered ? HandOutStyles.Dots + ++NumberedLists : HandOutStyles.Dots;
                foreach (var item in list.Items)
                {
                    word.OpenNumbered(list.IsNumbered ? "ListNumber"u8 : "ListBullet"u8, number);
                    Runs(item);
                    word.CloseParagraph();
                }

                break;
            case HandOutTable table:
                Table(table);
                break;
            case HandOutDiagram { Diagram: var diagram }:
                new DiagramTables(xml, word).Write(diagram);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "No such block.");
        }
    }

    private void Table(HandOutTable table)
    {
        var columns = table.Heads.Count;
        var first = WordMarkup.TextWidth / (columns + 1) * (columns == 2 ? 1 : 3) / (columns == 2 ? 1 : 2);
        var other = (WordMarkup.TextWidth - first) / (columns - 1);
        int[] widths = [first, .. Enumerable.Repeat(other, columns - 2), WordMarkup.TextWidth - first - (other * (columns - 2))];
        word.OpenTable(table.Title, widths);
        word.OpenHeaderRow();
        for (var i = 0; i < columns; i++)
        {
            Cell(widths[i], "ColumnHead"u8, table.Heads[i], shaded: true);
        }

        word.CloseRow();
        foreach (var row in table.Rows)
        {
            word.OpenRow();
            for (var i = 0; i < columns; i++)
            {
                Cell(widths[i], i == 0 ? "Label"u8 : "Answer"u8, row[i], shaded: false);
            }

            word.CloseRow();
        }

        word.CloseTable();
    }

    private void Cell(int width, ReadOnlySpan<byte> style, string text, bool shaded)
    {
        word.OpenCell(width, style, shaded: shaded);
        Words(new HandOutRun(text));
        word.CloseCell();
    }

    private void Paragraph(ReadOnlySpan<byte> style, string text)
    {
        word.OpenParagraph(style);
        Words(new HandOutRun(text));
        word.CloseParagraph();
    }

    private void Runs(IReadOnlyList<HandOutRun> runs)
    {
        foreach (var run in runs)
        {
            if (run.Link is not { } address)
            {
                Words(run);
                continue;
            }

            if (!links.TryGetValue(address, out var id))
            {
                links[address] = id = $"rIdLink{(links.Count + 1).ToString(CultureInfo.InvariantCulture)}";
            }

            xml.Markup("<w:hyperlink r:id=\""u8).Value(id).Markup("\">"u8);
            Words(run);
            xml.Markup("</w:hyperlink>"u8);
        }
    }

    private void Words(HandOutRun run)
    {
        foreach (var (text, isTeReo) in TeReo.Split(run.Text))
        {
            xml.Markup("<w:r><w:rPr>"u8);
            if (run.Link is not null)
            {
                xml.Markup("<w:rStyle w:val=\"Hyperlink\"/>"u8);
            }

            xml.Markup(run.IsStrong ? "<w:b/>"u8 : default).Markup(run.IsEmphasised ? "<w:i/>"u8 : default)
                .Markup(isTeReo ? "<w:lang w:val=\"mi-NZ\"/>"u8 : default).Markup("</w:rPr>"u8);
            word.Text(text);
            xml.Markup("</w:r>"u8);
        }
    }
}
