using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;

using SchoolPortal.Documents.Packages;

namespace SchoolPortal.Documents.Public;

/// <summary>A hand-out as a slide show, 16:9, with titles, speaker's notes and words for its drawings.</summary>
public static class HandOutSlides
{
    /// <summary>What the bytes are, for the answer that carries them.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    private const uint FirstSlide = 256;

    /// <summary>The whole file. The same hand-out gives the same bytes.</summary>
    public static byte[] Write(HandOut handOut)
    {
        ArgumentNullException.ThrowIfNull(handOut);
        using var file = new MemoryStream();
        using (var show = PresentationDocument.Create(file, PresentationDocumentType.Presentation))
        {
            var main = show.AddPresentationPart();
            show.ChangeIdOfPart(main, "rIdPresentation");
            var frame = new SlideFrame(main);
            using var xml = new XmlText();
            AddSlide(main, frame, 1, frame.TitleLayout, WrittenBy(xml, () => WriteTitle(handOut, xml)), [handOut.Summary], xml);
            var number = 1;
            foreach (var slide in SlidesOf.Sections(handOut))
            {
                number++;
                AddSlide(main, frame, number, slide.Diagram is null ? frame.TextLayout : frame.DrawingLayout, WrittenBy(xml, () => WriteSlide(slide, number, xml)), slide.Notes, xml);
            }

            main.Presentation = new Presentation(
                new SlideMasterIdList(new SlideMasterId { Id = 2147483648U, RelationshipId = SlideFrame.MasterId }),
                new NotesMasterIdList(new NotesMasterId { Id = SlideFrame.NotesId }),
                new SlideIdList(Enumerable.Range(1, number).Select(n => new SlideId { Id = FirstSlide + (uint)n - 1, RelationshipId = IdOf(n) })),
                new SlideSize { Cx = SlideMarkup.Width, Cy = SlideMarkup.Height },
                new NotesSize { Cx = SlideMarkup.Height, Cy = SlideMarkup.Width });
            var core = show.AddCoreFilePropertiesPart();
            show.ChangeIdOfPart(core, "rIdCore");
            HandOutPackage.WriteProperties(core, handOut);
        }

        return HandOutPackage.ToBytes(file);
    }

    private static string IdOf(int slide) => FormattableString.Invariant($"rIdSlide{slide}");

    private static void AddSlide(PresentationPart main, SlideFrame frame, int number, SlideLayoutPart layout, string markup, IReadOnlyList<string> notes, XmlText xml)
    {
        var part = main.AddNewPart<SlidePart>(IdOf(number));
        part.Slide = new DocumentFormat.OpenXml.Presentation.Slide(markup);
        part.AddPart(layout, "rIdLayout");
        var said = part.AddNewPart<NotesSlidePart>("rIdNotes");
        said.NotesSlide = new NotesSlide(WrittenBy(xml, () => SlideFrame.WriteNotes(notes, xml)));
        said.AddPart(frame.Notes, "rIdNotesMaster");
        said.AddPart(part, "rIdSlide");
    }

    private static string WrittenBy(XmlText xml, Action write)
    {
        xml.Clear();
        write();
        return System.Text.Encoding.UTF8.GetString(xml.Written);
    }

    private static void WriteTitle(HandOut handOut, XmlText xml)
    {
        var slide = new SlideMarkup(xml);
        slide.Open("p:sld"u8);
        slide.Place("Title", "type=\"ctrTitle\""u8, handOut.Title);
        slide.OpenPlace("Subtitle", "type=\"subTitle\" idx=\"1\""u8);
        slide.Paragraph(HandOutRun.Of(handOut.Summary));
        slide.Paragraph(HandOutRun.Of(string.Join(" · ", new[] { handOut.For, HandOutBody.Day(handOut) }.OfType<string>())));
        slide.ClosePlace();
        slide.CloseSlide();
    }

    private static void WriteSlide(Slide content, int number, XmlText xml)
    {
        var slide = new SlideMarkup(xml);
        slide.Open("p:sld"u8);
        slide.Place("Title", "type=\"title\""u8, content.Title);
        if (content.Diagram is { Diagram: var diagram })
        {
            new DiagramShapes(slide).Draw(diagram);
        }
        else
        {
            slide.OpenPlace("Text", "idx=\"1\""u8);
            foreach (var line in content.Lines)
            {
                slide.Paragraph(line);
            }

            slide.ClosePlace();
        }

        slide.SlideNumber(number);
        slide.CloseSlide();
    }
}
