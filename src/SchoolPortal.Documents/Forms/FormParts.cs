using System.Globalization;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>The parts of the standard template round its body, and the properties that every document has of its own.</summary>
internal static class FormParts
{
    internal const string Body = "word/document.xml";
    internal const string Header = "word/header1.xml";
    internal const string Footer = "word/footer1.xml";
    internal const string Core = "docProps/core.xml";
    internal const string Custom = "docProps/custom.xml";

    /// <summary>The properties of one document.</summary>
    internal static void WriteProperties(string name, FormContent content, XmlText xml)
    {
        switch (name)
        {
            case Core:
                WriteCore(content, xml);
                break;
            case Custom:
                WriteCustom(content, xml);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(name), name, "Not a part that differs between documents.");
        }
    }

    internal static void WriteHeader(FormDefinition form, WordMarkup word, XmlText xml)
    {
        xml.Markup("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="396000" cy="252000"/><wp:docPr id="1" name="Mark" descr="School Portal: two rings that overlap, the school and the Police"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="mark.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdMark"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="396000" cy="252000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:t xml:space="preserve">  
            """u8);
        xml.Value(form.Title).Markup("</w:t></w:r>"u8);
        word.Tab();
        word.PlaceOf(TemplateTexts.HeaderSchool);
        word.Mark(TemplateMark.Watermark);
        xml.Markup("</w:p></w:hdr>"u8);
    }

    /// <summary>The word that stands across each page, or null.</summary>
    internal static string? WatermarkOf(DocumentStanding standing) => standing switch
    {
        DocumentStanding.Draft => "DRAFT",
        DocumentStanding.Superseded => "SUPERSEDED",
        _ => null,
    };

    /// <summary>The word across the page, in the old vector markup that Word itself uses for its watermarks.</summary>
    internal static void Watermark(string word, XmlText xml) => xml
        .Markup("""
            <w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="PortalWatermark" type="#_x0000_t136" alt="
            """u8)
        .Value(word)
        .Markup("""
            " style="position:absolute;margin-left:0;margin-top:0;width:
            """u8)
        .Number(80 * Math.Min(word.Length, 6))
        .Markup("""
            pt;height:96pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#ccd6dd" stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt;font-weight:bold" string="
            """u8)
        .Value(word)
        .Markup("\"/></v:shape></w:pict></w:r>"u8);

    internal static void WriteFooter(WordMarkup word, XmlText xml)
    {
        xml.Markup("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>
            """u8);
        word.PlaceOf(TemplateTexts.FooterEdition);
        word.Tab();
        word.PlaceOf(TemplateTexts.FooterReaders);
        xml.Markup("""
            <w:r><w:t>Do not name students</w:t></w:r><w:r><w:tab/><w:t xml:space="preserve">Page </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> of </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>
            """u8);
    }

    private static void WriteCore(FormContent content, XmlText xml)
    {
        xml.Markup("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>
            """u8);
        xml.Value(content.Form.Title);
        if (content.Identity.SchoolName is { } school)
        {
            xml.Markup(": "u8).Value(school);
        }

        xml.Markup("</dc:title><dc:subject>"u8).Value(FormIdentityText.Of(content))
            .Markup("</dc:subject><dc:language>en-NZ</dc:language>"u8);
        if (content.Date is { } date)
        {
            var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            xml.Markup("<dcterms:created xsi:type=\"dcterms:W3CDTF\">"u8).Value(day).Markup("T00:00:00Z</dcterms:created>"u8)
                .Markup("<dcterms:modified xsi:type=\"dcterms:W3CDTF\">"u8).Value(day).Markup("T00:00:00Z</dcterms:modified>"u8);
        }

        xml.Markup("</cp:coreProperties>"u8);
    }

    private static void WriteCustom(FormContent content, XmlText xml)
    {
        xml.Markup("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">
            """u8);
        var id = 1; // the format counts from 2
        foreach (var (name, value) in FormIdentityText.Properties(content))
        {
            xml.Markup("<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\""u8).Number(++id)
                .Markup("\" name=\""u8).Value(name).Markup("\"><vt:lpwstr>"u8).Value(value).Markup("</vt:lpwstr></property>"u8);
        }

        xml.Markup("</Properties>"u8);
    }
}
