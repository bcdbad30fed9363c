using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

using SchoolPortal.Documents.Public;
using SchoolPortal.Documents.Tests.Forms;
using SchoolPortal.Domain.Public;

using Xunit;

namespace SchoolPortal.Documents.Tests.Public;

/// <summary>Hand-outs as Word files and slides.</summary>
public sealed class HandOutTests
{
    private static readonly DiagramItem[] Items = [new("All schools", "One"), new("Many kura", "Two & <three>"), new("A few", "Four")];

    private static readonly HandOut Sample = new(
        "summary",
        "Summary & more",
        "For ākonga and whānau.",
        "Ōtāhuhu Primary School · for parents",
        new DateOnly(2027, 3, 5),
        [
            new(null, [new HandOutParagraph(HandOutRun.Of("Before the first heading."))]),
            new("Lists", [
                new HandOutParagraph([new("Plain "), new("strong", IsStrong: true), new(" and "), new("a link", Link: "https://portal.example/x?a=1&b=2")]),
                new HandOutList(IsNumbered: false, [HandOutRun.Of("Dot", "first"), HandOutRun.Of(SampleAnswers.Hostile)]),
                new HandOutList(IsNumbered: true, [HandOutRun.Of("One"), HandOutRun.Of("Two")]),
                new HandOutList(IsNumbered: true, [HandOutRun.Of("One again")]),
            ]),
            new("Levels", [new HandOutParagraph(HandOutRun.Of("Said.")), new HandOutDiagram(new Diagram(DiagramShape.Levels, "The levels", Items))]),
            new("Pair", [new HandOutDiagram(new Diagram(DiagramShape.Pair, "The pair", Items))]),
            new("Cycle", [new HandOutHeading("Smaller"), new HandOutDiagram(new Diagram(DiagramShape.Cycle, "The cycle", Items))]),
            new("Table", [new HandOutTable("Contacts", ["Who", "Name", "Phone"], [["Lead", "Hēmi", "105"], ["Other", "", ""]])]),
            new("Many", [new HandOutList(IsNumbered: false, [.. Enumerable.Range(1, 16).Select(i => HandOutRun.Of($"Line {i}"))])]),
        ]);

    [Fact]
    public void The_word_file_is_valid_and_has_real_headings_lists_links_and_language()
    {
        var bytes = HandOutDocument.Write(Sample);

        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(Faults(file));
        var main = file.MainDocumentPart!;
        var styles = main.Document!.Body!.Descendants<ParagraphStyleId>().Select(style => style.Val!.Value!).ToList();
        Assert.Equal(6, styles.Count(style => style == "Heading1"));
        Assert.Equal(1, styles.Count(style => style == "Heading2"));
        Assert.Equal(18, styles.Count(style => style == "ListBullet"));
        Assert.Equal(3, main.Document.Body.Descendants<NumberingId>().Select(id => id.Val!.Value).Distinct().Count());
        Assert.Contains(main.Document.Body.Descendants<Languages>(), language => language.Val == "mi-NZ");
        Assert.Equal("https://portal.example/x?a=1&b=2", main.HyperlinkRelationships.Single().Uri.ToString());
        Assert.All(main.Document.Body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>(), table => Assert.NotEmpty(table.Descendants<TableCaption>().Single().Val!.Value!));
        Assert.Contains("All schools: One; Many kura: Two & <three>; A few: Four.", main.Document.Body.Descendants<TableDescription>().Select(d => d.Val!.Value));
        Assert.Contains("Emergency 111", main.FooterParts.Single().Footer!.InnerText, StringComparison.Ordinal);
        Assert.Equal(("Summary & more: Ōtāhuhu Primary School · for parents", "en-NZ"), (file.PackageProperties.Title, file.PackageProperties.Language));
        Assert.Equal("summary-2027-03-05.docx", Sample.FileName("docx"));
        Assert.Equal(bytes, HandOutDocument.Write(Sample));
    }

    [Fact]
    public void The_slides_are_valid_each_has_a_title_notes_and_words_for_its_drawing()
    {
        var bytes = HandOutSlides.Write(Sample);

        using var file = PresentationDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(Faults(file));
        var show = file.PresentationPart!;
        Assert.Equal((12192000, 6858000), (show.Presentation!.SlideSize!.Cx!.Value, show.Presentation.SlideSize.Cy!.Value));
        var slides = show.Presentation.SlideIdList!.Elements<SlideId>().Select(id => (SlidePart)show.GetPartById(id.RelationshipId!)).ToList();
        var titles = slides.ConvertAll(slide => slide.Slide!.Descendants<PlaceholderShape>()
            .Single(place => place.Type?.Value == PlaceholderValues.Title || place.Type?.Value == PlaceholderValues.CenteredTitle)
            .Ancestors<Shape>().Single().TextBody!.InnerText);
        Assert.Equal(["Summary & more", "Summary & more", "Lists", "Levels", "Pair", "Cycle", "Table", "Many", "Many (continued)", "Many (continued)"], titles);
        Assert.All(slides, slide => Assert.NotNull(slide.NotesSlidePart));
        Assert.Contains("Said.", slides[3].NotesSlidePart!.NotesSlide!.InnerText, StringComparison.Ordinal);
        var drawn = slides.SelectMany(slide => slide.Slide!.Descendants<GroupShape>()).Select(group => group.NonVisualGroupShapeProperties!.NonVisualDrawingProperties!.Description!.Value!).ToList();
        Assert.Equal(3, drawn.Count);
        Assert.All(drawn, words => Assert.EndsWith("All schools: One; Many kura: Two & <three>; A few: Four.", words, StringComparison.Ordinal));
        Assert.Equal(bytes, HandOutSlides.Write(Sample));
    }

    private static IEnumerable<string> Faults(OpenXmlPackage file) =>
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}");
}
