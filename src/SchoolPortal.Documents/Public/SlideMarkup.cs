using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain.Public;

namespace SchoolPortal.Documents.Public;

/// <summary>The few shapes of PresentationML that slides are made of. Sizes are in English Metric Units, 12,700 to a point.</summary>
internal sealed class SlideMarkup(XmlText xml)
{
    internal const int Width = 12_192_000;
    internal const int Height = 6_858_000;
    internal const int Margin = 838_200;
    internal const int BodyTop = 1_600_000;
    internal const int BodyHeight = 4_500_000;
    internal const int BodyWidth = Width - (2 * Margin);

    private int lastId = 1;

    /// <summary>Opens a part and the tree of its shapes.</summary>
    /// <param name="element">Its root, such as <c>p:sld</c>.</param>
    internal void Open(ReadOnlySpan<byte> element) => xml.Markup("<"u8).Markup(element).Markup("""
         xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>
        """u8);

    internal void CloseSlide() => xml.Markup("</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"u8);

    /// <summary>Opens a place that the layout has, and its text.</summary>
    /// <param name="name">Its name in the list of shapes.</param>
    /// <param name="place">Its kind and number, as attributes.</param>
    internal void OpenPlace(string name, ReadOnlySpan<byte> place) => xml
        .Markup("<p:sp><p:nvSpPr><p:cNvPr id=\""u8).Number(NextId()).Markup("\" name=\""u8).Value(name)
        .Markup("\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph "u8).Markup(place)
        .Markup("/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>"u8);

    internal void ClosePlace() => xml.Markup("</p:txBody></p:sp>"u8);

    /// <summary>A place with one line of text.</summary>
    internal void Place(string name, ReadOnlySpan<byte> place, string text)
    {
        OpenPlace(name, place);
        Paragraph(HandOutRun.Of(text));
        ClosePlace();
    }

    /// <summary>The number of the slide, counted by the program that shows it.</summary>
    internal void SlideNumber(int number)
    {
        OpenPlace("Slide number", "type=\"sldNum\" idx=\"12\""u8);
        xml.Markup("<a:p><a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\"><a:rPr lang=\"en-NZ\"/><a:t>"u8).Number(number).Markup("</a:t></a:fld></a:p>"u8);
        ClosePlace();
    }

    internal void Paragraph(IReadOnlyList<HandOutRun> runs)
    {
        xml.Markup("<a:p>"u8);
        foreach (var run in runs)
        {
            Run(run, default);
        }

        xml.Markup("</a:p>"u8);
    }

    /// <summary>A group of shapes with its meaning in words.</summary>
    internal void OpenGroup(string name, string words) => xml
        .Markup("<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\""u8).Number(NextId()).Markup("\" name=\""u8).Value(name).Markup("\" descr=\""u8).Value(words)
        .Markup("\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\""u8).Number(Margin).Markup("\" y=\""u8).Number(BodyTop)
        .Markup("\"/><a:ext cx=\""u8).Number(BodyWidth).Markup("\" cy=\""u8).Number(BodyHeight)
        .Markup("\"/><a:chOff x=\""u8).Number(Margin).Markup("\" y=\""u8).Number(BodyTop)
        .Markup("\"/><a:chExt cx=\""u8).Number(BodyWidth).Markup("\" cy=\""u8).Number(BodyHeight).Markup("\"/></a:xfrm></p:grpSpPr>"u8);

    internal void CloseGroup() => xml.Markup("</p:grpSp>"u8);

    /// <summary>A box with the words of a diagram's part.</summary>
    internal void Box(DiagramItem item, (int X, int Y, int Width, int Height) at, string fill)
    {
        OpenShape(item.Name, "roundRect"u8, at, turned: 0);
        xml.Markup("<a:solidFill><a:srgbClr val=\""u8).Value(fill).Markup("\"/></a:solidFill></p:spPr><p:txBody><a:bodyPr wrap=\"square\" anchor=\"ctr\"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn=\"ctr\"/>"u8);
        Run(new HandOutRun(item.Name, IsStrong: true), "FFFFFF"u8, 2200);
        xml.Markup("</a:p><a:p><a:pPr algn=\"ctr\"/>"u8);
        Run(new HandOutRun(item.Text), "FFFFFF"u8, 2000);
        xml.Markup("</a:p></p:txBody></p:sp>"u8);
    }

    /// <summary>An arrow; says nothing that the boxes do not.</summary>
    /// <param name="shape">Which.</param>
    /// <param name="at">Where.</param>
    /// <param name="turned">Degrees, clockwise.</param>
    internal void Arrow(ReadOnlySpan<byte> shape, (int X, int Y, int Width, int Height) at, int turned = 0)
    {
        OpenShape("Arrow", shape, at, turned);
        xml.Markup("<a:solidFill><a:srgbClr val=\"FFC83D\"/></a:solidFill></p:spPr></p:sp>"u8);
    }

    private void OpenShape(string name, ReadOnlySpan<byte> shape, (int X, int Y, int Width, int Height) at, int turned) => xml
        .Markup("<p:sp><p:nvSpPr><p:cNvPr id=\""u8).Number(NextId()).Markup("\" name=\""u8).Value(name)
        .Markup("\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm rot=\""u8).Number(turned * 60_000).Markup("\"><a:off x=\""u8).Number(at.X).Markup("\" y=\""u8).Number(at.Y)
        .Markup("\"/><a:ext cx=\""u8).Number(at.Width).Markup("\" cy=\""u8).Number(at.Height)
        .Markup("\"/></a:xfrm><a:prstGeom prst=\""u8).Markup(shape).Markup("\"><a:avLst/></a:prstGeom>"u8);

    private void Run(HandOutRun run, ReadOnlySpan<byte> colour, int size = 0)
    {
        foreach (var (text, isTeReo) in TeReo.Split(run.Text))
        {
            xml.Markup("<a:r><a:rPr lang=\""u8).Markup(isTeReo ? "mi-NZ"u8 : "en-NZ"u8).Markup("\""u8);
            if (size > 0)
            {
                xml.Markup(" sz=\""u8).Number(size).Markup("\""u8);
            }

            xml.Markup(run.IsStrong ? " b=\"1\""u8 : default).Markup(run.IsEmphasised ? " i=\"1\""u8 : default).Markup(">"u8);
            if (!colour.IsEmpty)
            {
                xml.Markup("<a:solidFill><a:srgbClr val=\""u8).Markup(colour).Markup("\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/>"u8);
            }

            xml.Markup("</a:rPr><a:t>"u8).Value(text).Markup("</a:t></a:r>"u8);
        }
    }

    private int NextId() => ++lastId;
}
