using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SchoolPortal.Documents.Schools;
using SchoolPortal.Documents.Tests.Forms;
using Xunit;

namespace SchoolPortal.Documents.Tests.Schools;

/// <summary>The card as a Word file.</summary>
public sealed class SchoolCardTests
{
    private static readonly SchoolCard Card = new(
        1404,
        "Ōtāhuhu Primary School",
        new DateOnly(2027, 3, 5),
        "Made for Hēmi Ngāta on 5 March 2027, 2:30pm",
        IsRestricted: true,
        "In danger call 111.",
        [
            new("Place", [new("Address", "41 Station Road", "Ōtāhuhu"), new("Phone", "09 276 0000")]),
            new("Site", [new("Known hazards", SampleAnswers.Hostile)]),
        ]);

    [Fact]
    public void It_is_a_valid_file_with_every_line_and_whom_it_was_made_for()
    {
        var bytes = SchoolCardDocument.Write(Card);

        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var body = file.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.All(new[] { "Ōtāhuhu Primary School  ·  School 1404", "In danger call 111.", "41 Station Road · Ōtāhuhu", "Known hazards" }, text => Assert.Contains(text, body, StringComparison.Ordinal));
        var footer = file.MainDocumentPart.FooterParts.Single().Footer!.InnerText;
        Assert.All(new[] { Card.MadeFor, "Restricted" }, text => Assert.Contains(text, footer, StringComparison.Ordinal));
        Assert.Equal("school-card-1404-2027-03-05.docx", SchoolCardDocument.FileName(Card));
        Assert.Equal(bytes, SchoolCardDocument.Write(Card));
    }

    [Theory]
    [InlineData(CardLine.LongestText, false)]
    [InlineData(CardLine.LongestText + 1, true)]
    public void A_text_too_long_for_one_sheet_is_cut_and_says_so(int length, bool isCut)
    {
        var line = new CardLine("Gates", new string('a', length));

        Assert.Equal(CardLine.LongestText, line.Text.Length);
        Assert.Equal(isCut, line.Text.EndsWith('…'));
    }
}
