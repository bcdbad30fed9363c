using System.Globalization;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// The few shapes of WordprocessingML that a form is made of, written as text: paragraphs by style, tables of rows and
/// cells, run-level controls. Knows nothing of forms beyond the options of a list. Style names are
/// <see cref="Letterhead"/>'s.
/// </summary>
/// <param name="xml">Where it is written.</param>
/// <param name="lastId">The highest id that is taken already.</param>
internal sealed class WordMarkup(XmlText xml, int lastId = 0)
{

    /// <summary>The highest id given to a bookmark, a control or a tracked change.</summary>
    internal int LastId { get; private set; } = lastId;

    /// <summary>The width between the margins of an A4 page, in twentieths of a point.</summary>
    internal const int TextWidth = 9638;

    internal void OpenDocument() => xml.Markup("""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"><w:body>
        """u8);

    internal void CloseDocument() => xml.Markup("""
        <w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1531" w:right="1134" w:bottom="1247" w:left="1134" w:header="567" w:footer="454" w:gutter="0"/></w:sectPr></w:body></w:document>
        """u8);

    internal void Paragraph(ReadOnlySpan<byte> style, string text)
    {
        OpenParagraph(style);
        Run(text);
        CloseParagraph();
    }

    internal void OpenParagraph(ReadOnlySpan<byte> style) =>
        xml.Markup("<w:p><w:pPr><w:pStyle w:val=\""u8).Markup(style).Markup("\"/></w:pPr>"u8);

    /// <summary>A paragraph of a numbered list.</summary>
    internal void OpenNumbered(ReadOnlySpan<byte> style, int list) =>
        xml.Markup("<w:p><w:pPr><w:pStyle w:val=\""u8).Markup(style)
            .Markup("\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\""u8).Number(list).Markup("\"/></w:numPr></w:pPr>"u8);

    internal void CloseParagraph() => xml.Markup("</w:p>"u8);

    internal void Run(ReadOnlySpan<char> text) =>
        xml.Markup("<w:r><w:t xml:space=\"preserve\">"u8).Words(text).Markup("</w:t></w:r>"u8);

    /// <summary>A run in a character style.</summary>
    internal void Run(ReadOnlySpan<char> text, ReadOnlySpan<byte> style) =>
        xml.Markup("<w:r><w:rPr><w:rStyle w:val=\""u8).Markup(style).Markup("\"/></w:rPr><w:t xml:space=\"preserve\">"u8)
            .Words(text).Markup("</w:t></w:r>"u8);

    /// <summary>A run as a change that Word can accept or reject.</summary>
    internal void Inserted(string text, TrackedBy by)
    {
        Tracked("<w:ins"u8, by);
        Run(text);
        xml.Markup("</w:ins>"u8);
    }

    /// <inheritdoc cref="Inserted"/>
    internal void Deleted(string text, TrackedBy by)
    {
        Tracked("<w:del"u8, by);
        xml.Markup("<w:r><w:delText xml:space=\"preserve\">"u8).DeletedWords(text).Markup("</w:delText></w:r></w:del>"u8);
    }

    private void Tracked(ReadOnlySpan<byte> element, TrackedBy by) =>
        xml.Markup(element).Markup(" w:id=\""u8).Number(NextId()).Markup("\" w:author=\""u8).Value(by.Author)
            .Markup("\" w:date=\""u8).Value(by.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Markup("T00:00:00Z\">"u8);

    /// <summary>Where a template is filled in, or where something begins or ends that may be left out or repeated.</summary>
    internal void Mark(TemplateMark mark, string key = "") =>
        xml.Markup("<?portal "u8).Value(mark.ToString()).Markup(" "u8).Value(key).Markup("?>"u8);

    /// <summary>A run that a text of <see cref="TemplateTexts"/> is put into.</summary>
    internal void RunOf(string text, ReadOnlySpan<byte> style = default)
    {
        xml.Markup("<w:r>"u8);
        if (!style.IsEmpty)
        {
            xml.Markup("<w:rPr><w:rStyle w:val=\""u8).Markup(style).Markup("\"/></w:rPr>"u8);
        }

        Mark(TemplateMark.Text, text);
        xml.Markup("</w:r>"u8);
    }

    /// <summary>The same, found again by its bookmark when a template comes back.</summary>
    internal void PlaceOf(string text, ReadOnlySpan<byte> style = default)
    {
        Mark(TemplateMark.Anchor, TemplateTexts.Bookmark(text));
        RunOf(text, style);
        Mark(TemplateMark.End);
    }

    /// <summary>Text inside an open run.</summary>
    internal void Text(ReadOnlySpan<char> text) => xml.Markup("<w:t xml:space=\"preserve\">"u8).Words(text).Markup("</w:t>"u8);

    internal void Tab() => xml.Markup("<w:r><w:tab/></w:r>"u8);

    internal void LineBreak() => xml.Markup("<w:r><w:br/></w:r>"u8);

    /// <summary>A run inside the bookmark by which its row is found again.</summary>
    internal void Bookmarked(string name, string text)
    {
        var id = OpenBookmark(name);
        Run(text);
        CloseBookmark(id);
    }

    /// <summary>Gives the id to close it by.</summary>
    internal int OpenBookmark(string name)
    {
        var id = NextId();
        xml.Markup("<w:bookmarkStart w:id=\""u8).Number(id).Markup("\" w:name=\""u8).Value(name).Markup("\"/>"u8);
        return id;
    }

    internal void CloseBookmark(int id) => xml.Markup("<w:bookmarkEnd w:id=\""u8).Number(id).Markup("\"/>"u8);

    /// <param name="title">What the table is called for people who hear it.</param>
    /// <param name="widths">Column widths, together <see cref="TextWidth"/>.</param>
    internal void OpenTable(string title, ReadOnlySpan<int> widths)
    {
        xml.Markup("""<w:tbl><w:tblPr><w:tblStyle w:val="FormTable"/><w:tblW w:w="9638" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/><w:tblCaption w:val="""u8);
        xml.Markup("\""u8).Value(title).Markup("\"/></w:tblPr><w:tblGrid>"u8);
        foreach (var width in widths)
        {
            xml.Markup("<w:gridCol w:w=\""u8).Number(width).Markup("\"/>"u8);
        }

        xml.Markup("</w:tblGrid>"u8);
    }

    /// <summary>Ends a table; Word needs a paragraph between two tables, or they become one.</summary>
    internal void CloseTable() => xml.Markup("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>"u8);

    /// <param name="roomFor">A question that may be answered by hand, empty for a signature, or null for neither.</param>
    internal void OpenRow(string? roomFor = null)
    {
        xml.Markup("<w:tr><w:trPr><w:cantSplit/>"u8);
        if (roomFor is not null)
        {
            Mark(TemplateMark.Room, roomFor);
        }

        xml.Markup("</w:trPr>"u8);
    }

    /// <summary>In the properties of a row: two centimetres to write in by hand.</summary>
    internal void RoomToWrite() => xml.Markup("<w:trHeight w:val=\"1134\" w:hRule=\"atLeast\"/>"u8);

    /// <summary>A row that is repeated at the top of each page its table reaches.</summary>
    internal void OpenHeaderRow() => xml.Markup("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"u8);

    internal void CloseRow() => xml.Markup("</w:tr>"u8);

    /// <summary>Opens a cell and its first paragraph.</summary>
    internal void OpenCell(int width, ReadOnlySpan<byte> style, int span = 1, bool shaded = false)
    {
        xml.Markup("<w:tc><w:tcPr><w:tcW w:w=\""u8).Number(width).Markup("\" w:type=\"dxa\"/>"u8);
        if (span > 1)
        {
            xml.Markup("<w:gridSpan w:val=\""u8).Number(span).Markup("\"/>"u8);
        }

        if (shaded)
        {
            xml.Markup("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEF3F6\"/>"u8);
        }

        xml.Markup("</w:tcPr>"u8);
        OpenParagraph(style);
    }

    internal void CloseCell() => xml.Markup("</w:p></w:tc>"u8);

    /// <summary>Closes a cell whose last paragraph is closed.</summary>
    internal void CloseCellAfterParagraph() => xml.Markup("</w:tc>"u8);

    internal void Cell(int width, ReadOnlySpan<byte> style, string text, int span = 1, bool shaded = false)
    {
        OpenCell(width, style, span, shaded);
        Run(text);
        CloseCell();
    }

    internal void TextControl(string key, string text, string prompt)
    {
        OpenControl(key, text);
        xml.Markup("<w:text/>"u8);
        CloseControl(text, prompt);
    }

    /// <summary>For several lines: a plain text control would lose its line breaks in other writers.</summary>
    internal void RichTextControl(string key, string text, string prompt)
    {
        OpenControl(key, text);
        xml.Markup("<w:richText/>"u8);
        CloseControl(text, prompt);
    }

    /// <param name="key">Tag and alias.</param>
    /// <param name="iso">The day as <c>2027-03-05</c>, or anything else when it is not one.</param>
    /// <param name="text">The day as read.</param>
    internal void DateControl(string key, string? iso, string text)
    {
        OpenControl(key, text);
        xml.Markup("<w:date"u8);
        if (DateOnly.TryParseExact(iso, "yyyy-MM-dd", out _))
        {
            xml.Markup(" w:fullDate=\""u8).Value(iso).Markup("T00:00:00Z\""u8);
        }

        xml.Markup("""><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="en-NZ"/><w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>"""u8);
        CloseControl(text, Prompts.Date);
    }

    internal void ListControl(string key, string text, IReadOnlyList<FieldOption> options)
    {
        OpenControl(key, text);
        xml.Markup("<w:dropDownList>"u8);
        foreach (var option in options)
        {
            xml.Markup("<w:listItem w:displayText=\""u8).Value(option.Label).Markup("\" w:value=\""u8).Value(option.Key).Markup("\"/>"u8);
        }

        xml.Markup("</w:dropDownList>"u8);
        CloseControl(text, Prompts.Choose);
    }

    internal void TickControl(string key, bool ticked)
    {
        OpenControl(key, Box(ticked));
        xml.Markup("<w14:checkbox><w14:checked w14:val=\""u8).Number(ticked ? 1 : 0)
            .Markup("""
                "/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent>
                """u8);
        Tick(ticked);
        xml.Markup("</w:sdtContent></w:sdt>"u8);
    }

    /// <summary>A box that cannot be clicked.</summary>
    internal void Tick(bool ticked) => Run(Box(ticked), "Tick"u8);

    private static string Box(bool ticked) => ticked ? "☒" : "☐";

    private void OpenControl(string key, string text)
    {
        xml.Markup("<w:sdt><w:sdtPr><w:alias w:val=\""u8).Value(key).Markup("\"/><w:tag w:val=\""u8).Value(key)
            .Markup("\"/><w:id w:val=\""u8).Number(NextId()).Markup("\"/>"u8);
        if (text.Length == 0)
        {
            xml.Markup("<w:showingPlcHdr/>"u8);
        }
    }

    private void CloseControl(string text, string prompt)
    {
        xml.Markup("</w:sdtPr><w:sdtContent>"u8);
        if (text.Length == 0)
        {
            Run(prompt, "Prompt"u8);
        }
        else
        {
            Run(text);
        }

        xml.Markup("</w:sdtContent></w:sdt>"u8);
    }

    private int NextId() => ++LastId;
}
