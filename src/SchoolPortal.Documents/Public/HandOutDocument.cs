using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

using SchoolPortal.Documents.Forms;
using SchoolPortal.Documents.Packages;

namespace SchoolPortal.Documents.Public;

/// <summary>A hand-out as a Word file, with real headings, lists and tables, in the look of all forms.</summary>
public static class HandOutDocument
{
    /// <summary>The whole file. The same hand-out gives the same bytes.</summary>
    public static byte[] Write(HandOut handOut)
    {
        ArgumentNullException.ThrowIfNull(handOut);
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            // Every relationship has an id of its own choosing; those the SDK makes up differ each time.
            var main = word.AddMainDocumentPart();
            word.ChangeIdOfPart(main, "rIdDocument");
            using var xml = new XmlText();
            var body = new HandOutBody(handOut, xml);
            body.Write();
            main.Document = new Document(Text(xml));
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = HandOutStyles.Build();
            main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = HandOutStyles.Lists(body.NumberedLists);
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = Letterhead.Settings();
            main.AddNewPart<FontTablePart>("rIdFonts").Fonts = Letterhead.Fonts();
            foreach (var (address, id) in body.Links)
            {
                main.AddHyperlinkRelationship(new Uri(address, UriKind.Absolute), isExternal: true, id);
            }

            xml.Clear();
            WriteHeader(handOut, xml);
            var header = main.AddNewPart<HeaderPart>("rIdHeader");
            header.Header = new Header(Text(xml));
            using var mark = HandOutPackage.Mark();
            header.AddImagePart(ImagePartType.Png, "rIdMark").FeedData(mark);
            xml.Clear();
            WriteFooter(handOut, xml);
            main.AddNewPart<FooterPart>("rIdFooter").Footer = new Footer(Text(xml));

            var core = word.AddCoreFilePropertiesPart();
            word.ChangeIdOfPart(core, "rIdCore");
            HandOutPackage.WriteProperties(core, handOut);
        }

        return HandOutPackage.ToBytes(file);
    }

    private static string Text(XmlText xml) => System.Text.Encoding.UTF8.GetString(xml.Written);

    private static void WriteHeader(HandOut handOut, XmlText xml) => xml
        .Markup("""
            <w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="396000" cy="252000"/><wp:docPr id="1" name="Mark" descr="
            """u8)
        .Value(HandOutPackage.MarkWords)
        .Markup("""
            "/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="mark.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdMark"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="396000" cy="252000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:t xml:space="preserve">  School Portal</w:t></w:r><w:r><w:tab/><w:t xml:space="preserve">
            """u8)
        .Value(handOut.For ?? "")
        .Markup("</w:t></w:r></w:p></w:hdr>"u8);

    private static void WriteFooter(HandOut handOut, XmlText xml) => xml
        .Markup("""
            <w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">
            """u8)
        .Value(HandOutBody.Day(handOut))
        .Markup("""
            </w:t></w:r><w:r><w:tab/><w:t>Emergency 111  ·  Not urgent 105</w:t></w:r><w:r><w:tab/><w:t xml:space="preserve">Page </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> of </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>
            """u8);
}
