using System.Xml.Linq;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Testing;
using Xunit;

namespace SchoolPortal.Documents.Tests.Forms;

/// <summary>Rows that went astray, and files that other writers saved.</summary>
public sealed class ReturnedByOthersTests
{
    private const string LibreOfficeHere = "LibreOffice on this machine";

    private static readonly XNamespace W = EditedFile.W;

    private static readonly FormContent Taken = SampleForm.Content(DocumentStanding.Draft, ValidAnswers.To(SampleForm.Definition)) with
    {
        Identity = SampleForm.Identity with { Draft = new Guid("0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001") },
        NothingToReport = new HashSet<string> { "travel" },
    };

    private static readonly FormClaim Claim = new("sample-form", 3, 1404, "Version 3", Taken.Identity.Draft);

    public static TheoryData<string, string> Astray() => new()
    {
        { "key gone", "The row of “Motto” has lost its key about.motto." },
        { "row doubled", "The row of “Motto” stands in the file more than once." },
        { "keys swapped", "The question “Motto” and its key about.motto stand in different rows." },
        { "row gone", "The row of “Motto” is not in the file." },
        { "only the tag left", "The row of “Motto” has lost its key about.motto." },
        { "only the alias left", "The row of “Motto” has lost its key about.motto." },
        { "cells joined", "The row of “Motto” does not have its three columns any more." },
    };

    [Theory]
    [MemberData(nameof(Astray))]
    public void A_row_that_went_astray_is_shown_and_not_guessed_at(string what, string sentence)
    {
        var file = new EditedFile(FormDocument.Write(Taken)).Edit(body =>
        {
            body.Cell("about.motto").Descendants(W + "t").First().Value = "Kia kaha";
            Lead(body, what);
        });

        var read = FormReaderTests.Read(file.Bytes(), Taken);

        var question = read.Questions.First(q => q.Field.Key == "about.motto");
        Assert.Equal(sentence, question.Sentence);
        Assert.Equal(what is "row gone" or "cells joined" ? [] : ["Kia kaha"], question.Readings.Select(reading => reading?.Text).Where(text => text == "Kia kaha"));
        Assert.Equal(Taken.Answers, read.Answers);
    }

    [Fact]
    public void A_row_that_lost_its_key_but_says_what_it_said_is_only_remarked_on()
    {
        var read = FormReaderTests.Read(new EditedFile(FormDocument.Write(Taken)).Edit(body => Lead(body, "key gone")).Bytes(), Taken);

        Assert.Empty(read.Questions);
        Assert.Equal("The row of “Motto” has lost its key about.motto. Its answer is the one you took with you.", Assert.Single(read.Remarks));
    }

    [Fact]
    public void Whatever_else_was_written_is_told_with_its_place()
    {
        var read = FormReaderTests.Read(
            new EditedFile(FormDocument.Write(Taken)).Edit(body =>
            {
                body.Descendants(W + "t").First(t => t.Value == "First clause.").Value = "First clause, but softer.";
                body.Elements(W + "tbl").Last().AddBeforeSelf(Edits.Paragraph("One more thing"));
                body.Cell("about.name").Type("Another School");
                body.Cell("about.roll", 0).Type("Students and teachers");
            }).Bytes(),
            Taken);

        Assert.Equal(
            [
                "“School” is filled in by the portal, so “Another School” was not taken over.",
                "The question “Students” reads “Students and teachers” in the file; what is written beside it was read as an answer to the portal’s question.",
                "“First clause, but softer.” stands outside the answers, under 1 About the school, and was not read.",
                "“One more thing” stands outside the answers, under 3 People, and was not read.",
                "The form’s own words “First clause.”, under 1 About the school, are changed or missing in the file. The portal keeps its own.",
            ],
            read.Remarks);
        Assert.Equal(Taken.Answers, read.Answers);
    }

    public static TheoryData<string> Shapes() => ["no properties", "no bookmarks", "no controls", "strict", "nothing but tables and text"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_a_writer_drops_does_not_matter(string shape)
    {
        var file = new EditedFile(FormDocument.Write(Taken));
        if (shape is "no properties" or "nothing but tables and text")
        {
            file.Without("docProps/custom.xml");
        }

        if (shape == "strict")
        {
            file.Change(EditedFile.Body, xml => xml.Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal));
        }

        if (shape is not ("strict" or "no properties"))
        {
            file.Edit(body => Drop(body, shape));
        }

        var returned = ReturnedFile.Open(file.Bytes());
        var read = FormReaderTests.Read(file.Bytes(), Taken);

        Assert.Equal(Claim, returned.Line);
        Assert.Equal(shape is "no properties" or "nothing but tables and text" ? null : Claim, returned.Properties);
        Assert.Equal(AnswersJson.Write(Taken.Answers), AnswersJson.Write(read.Answers));
        Assert.Empty(read.Questions);
        Assert.Empty(read.Remarks);
    }

    /// <summary>Files kept with the tests, and the same trips made anew where LibreOffice is installed.</summary>
    public static TheoryData<string> Saved() =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Returned"), "*.docx").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
        .. LibreOffice.IsHere ? new[] { LibreOfficeHere } : [],
    ];

    [Theory]
    [MemberData(nameof(Saved))]
    public void Files_that_another_writer_saved_give_every_answer_back(string file)
    {
        if (file != LibreOfficeHere)
        {
            GivesEverythingBack(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Returned", file)));
            return;
        }

        var folder = Directory.CreateTempSubdirectory("returned").FullName;
        try
        {
            var (straight, odt, doc) = (Path.Combine(folder, "straight.docx"), Path.Combine(folder, "odt.docx"), Path.Combine(folder, "doc.docx"));
            Array.ForEach([straight, odt, doc], path => File.WriteAllBytes(path, FormDocument.Write(Taken)));
            LibreOffice.Convert(folder, "odt", odt);
            LibreOffice.Convert(folder, "doc", doc);
            LibreOffice.Convert(folder, "docx", straight, Path.ChangeExtension(odt, "odt"), Path.ChangeExtension(doc, "doc"));

            Assert.All(["straight", "odt", "doc"], trip => GivesEverythingBack(File.ReadAllBytes(Path.Combine(folder, "docx", $"{trip}.docx"))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void GivesEverythingBack(byte[] bytes)
    {
        var file = ReturnedFile.Open(bytes);
        var read = FormReaderTests.Read(bytes, Taken);

        Assert.Equal(Claim, file.Properties);
        Assert.Equal(Claim, file.Line);
        Assert.Equal(AnswersJson.Write(Taken.Answers), AnswersJson.Write(read.Answers));
        Assert.Empty(read.Questions);
        Assert.Empty(read.Remarks);
    }

    private static void Lead(XElement body, string what)
    {
        var row = body.Row("about.motto");
        switch (what)
        {
            case "key gone":
                body.Cell("about.motto", 2).Type("");
                break;
            case "row doubled":
                row.AddAfterSelf(new XElement(row));
                break;
            case "keys swapped":
                var other = body.Cell("about.story", 2);
                body.Cell("about.motto", 2).Type("about.story");
                other.Type("about.motto");
                break;
            case "row gone":
                row.Remove();
                break;
            case "only the tag left" or "only the alias left":
                row.Descendants(W + (what == "only the tag left" ? "alias" : "tag")).Remove();
                row.Descendants().Where(e => e.Name.LocalName.StartsWith("bookmark", StringComparison.Ordinal)).Remove();
                body.Cell("about.motto", 2).Type("");
                break;
            default:
                row.Elements(W + "tc").First().Remove();
                break;
        }
    }

    private static void Drop(XElement body, string shape)
    {
        if (shape != "no controls")
        {
            body.Descendants().Where(e => e.Name.LocalName.StartsWith("bookmark", StringComparison.Ordinal)).Remove();
        }

        if (shape != "no bookmarks")
        {
            foreach (var control in body.Descendants(W + "sdt").ToList())
            {
                control.ReplaceWith(control.Element(W + "sdtContent")!.Elements());
            }
        }
    }
}
