using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;

using SchoolPortal.Documents.Packages;

namespace SchoolPortal.Documents.Public;

/// <summary>What stands behind every slide: the master with colours, letters and the mark, a layout for each kind of slide, and the sheet for notes.</summary>
internal sealed class SlideFrame
{
    internal const string MasterId = "rIdMaster";
    internal const string NotesId = "rIdNotesMaster";

    private const string Spaces = """xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" """;
    private const string Tree = """<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>""";
    private const string Number = """<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-NZ"/><a:t>‹#›</a:t></a:fld>""";
    private const string Colours = """<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>""";

    internal SlideFrame(PresentationPart main)
    {
        var master = main.AddNewPart<SlideMasterPart>(MasterId);
        master.AddNewPart<ThemePart>("rIdTheme").Theme = new Theme(ThemeMarkup("Portal"));
        using (var mark = HandOutPackage.Mark())
        {
            master.AddImagePart(ImagePartType.Png, "rIdMark").FeedData(mark);
        }

        TitleLayout = Layout(master, 1, "title", "Title slide", Box(2, "Title", "type=\"ctrTitle\"", Titles(2_000_000, 1_500_000)) + Box(3, "Subtitle", "type=\"subTitle\" idx=\"1\"", Titles(3_600_000, 1_600_000), """<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="2400"/></a:lvl1pPr>"""));
        TextLayout = Layout(master, 2, "obj", "Title and text", Box(2, "Title", "type=\"title\"", "") + Box(3, "Text", "idx=\"1\"", "") + Box(4, "Slide number", "type=\"sldNum\" idx=\"12\"", ""));
        DrawingLayout = Layout(master, 3, "titleOnly", "Title and drawing", Box(2, "Title", "type=\"title\"", "") + Box(3, "Slide number", "type=\"sldNum\" idx=\"12\"", ""));
        master.SlideMaster = new SlideMaster(MasterMarkup());
        // The master is named by each of its layouts too.
        foreach (var layout in new[] { TitleLayout, TextLayout, DrawingLayout })
        {
            layout.AddPart(master, MasterId);
        }

        Notes = main.AddNewPart<NotesMasterPart>(NotesId);
        Notes.AddNewPart<ThemePart>("rIdTheme").Theme = new Theme(ThemeMarkup("Notes"));
        Notes.NotesMaster = new NotesMaster($"""
            <p:notesMaster {Spaces}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>{Tree}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp><p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-NZ"/></a:p></p:txBody></p:sp></p:spTree></p:cSld>{Colours}<p:notesStyle><a:lvl1pPr><a:defRPr sz="1400"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>
            """);
    }

    internal SlideLayoutPart TitleLayout { get; }

    internal SlideLayoutPart TextLayout { get; }

    internal SlideLayoutPart DrawingLayout { get; }

    internal NotesMasterPart Notes { get; }

    /// <summary>What the speaker says with a slide.</summary>
    internal static void WriteNotes(IReadOnlyList<string> notes, XmlText xml)
    {
        var slide = new SlideMarkup(xml);
        slide.Open("p:notes"u8);
        xml.Markup("""<p:sp><p:nvSpPr><p:cNvPr id="100" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>"""u8);
        slide.OpenPlace("Notes", "type=\"body\" sz=\"quarter\" idx=\"3\""u8);
        foreach (var note in notes.DefaultIfEmpty(""))
        {
            slide.Paragraph(HandOutRun.Of(note));
        }

        slide.ClosePlace();
        xml.Markup("</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"u8);
    }

    private static SlideLayoutPart Layout(SlideMasterPart master, int number, string type, string name, string boxes)
    {
        var layout = master.AddNewPart<SlideLayoutPart>(FormattableString.Invariant($"rIdLayout{number}"));
        layout.SlideLayout = new SlideLayout($"""<p:sldLayout {Spaces} type="{type}" preserve="1"><p:cSld name="{name}"><p:spTree>{Tree}{boxes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>""");
        return layout;
    }

    private static string Box(int id, string name, string place, string where, string style = "") => FormattableString.Invariant($"""
        <p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {place}/></p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle>{style}</a:lstStyle><a:p>{(place.Contains("sldNum", StringComparison.Ordinal) ? Number : $"<a:r><a:rPr lang=\"en-NZ\"/><a:t>{name}</a:t></a:r>")}</a:p></p:txBody></p:sp>
        """);

    private static string Titles(int top, int height) => At(SlideMarkup.Margin, top, SlideMarkup.BodyWidth, height);

    private static string At(int x, int y, int width, int height) =>
        FormattableString.Invariant($"""<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>""");

    private static string MasterMarkup()
    {
        const int Band = 180_000;
        var mark = $"""<p:pic><p:nvPicPr><p:cNvPr id="9" name="Mark" descr="{HandOutPackage.MarkWords}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="rIdMark"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{At(SlideMarkup.Margin, 6_320_000, 594_000, 378_000)}</p:spPr></p:pic>""";
        var band = $"""<p:sp><p:nvSpPr><p:cNvPr id="8" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{At(0, 0, SlideMarkup.Width, Band)}<a:solidFill><a:schemeClr val="accent1"/></a:solidFill></p:spPr></p:sp>""";
        var title = Box(2, "Title", "type=\"title\"", Titles(420_000, 1_050_000));
        var text = Box(3, "Text", "type=\"body\" idx=\"1\"", At(SlideMarkup.Margin, SlideMarkup.BodyTop, SlideMarkup.BodyWidth, SlideMarkup.BodyHeight));
        var number = Box(4, "Slide number", "type=\"sldNum\" sz=\"quarter\" idx=\"4\"", At(SlideMarkup.Width - SlideMarkup.Margin - 1_000_000, 6_330_000, 1_000_000, 365_000), """<a:lvl1pPr algn="r"><a:defRPr sz="1400"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr>""");
        return $"""
            <p:sldMaster {Spaces}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>{Tree}{band}{mark}{title}{text}{number}</p:spTree></p:cSld>{Colours}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rIdLayout1"/><p:sldLayoutId id="2147483650" r:id="rIdLayout2"/><p:sldLayoutId id="2147483651" r:id="rIdLayout3"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:buNone/><a:defRPr sz="4000" b="1"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle><a:lvl1pPr marL="342900" indent="-342900" algn="l"><a:spcBef><a:spcPts val="1200"/></a:spcBef><a:buClr><a:schemeClr val="accent2"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/><a:defRPr sz="2800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>
            """;
    }

    private static string ThemeMarkup(string name) => $"""
        <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}"><a:themeElements><a:clrScheme name="Portal"><a:dk1><a:srgbClr val="16202A"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="4A5863"/></a:dk2><a:lt2><a:srgbClr val="EEF3F6"/></a:lt2><a:accent1><a:srgbClr val="123A5E"/></a:accent1><a:accent2><a:srgbClr val="0B5A94"/></a:accent2><a:accent3><a:srgbClr val="00665E"/></a:accent3><a:accent4><a:srgbClr val="FFC83D"/></a:accent4><a:accent5><a:srgbClr val="5B3A86"/></a:accent5><a:accent6><a:srgbClr val="B3261E"/></a:accent6><a:hlink><a:srgbClr val="0B5A94"/></a:hlink><a:folHlink><a:srgbClr val="5B3A86"/></a:folHlink></a:clrScheme><a:fontScheme name="Portal"><a:majorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Portal"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="28575"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>
        """;
}
