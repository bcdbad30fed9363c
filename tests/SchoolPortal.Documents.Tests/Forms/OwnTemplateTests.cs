using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Testing;
using Xunit;

namespace SchoolPortal.Documents.Tests.Forms;

/// <summary>A template that somebody changed in Word: what it looks like and says, every document written into it looks like and says.</summary>
public sealed class OwnTemplateTests
{
    private const string LibreOfficeHere = "LibreOffice on this machine";

    private static readonly Guid Id = new("0199aaaa-bbbb-7ccc-8ddd-eeeeffff0009");

    private static readonly Dictionary<string, FormContent> Blanks = new[] { SampleForm.Definition, FormDefinitions.PartnershipAgreement, FormDefinitions.SchoolProfile }
        .ToDictionary(form => form.Key, form => FormContent.TemplateOf(form, ["Principal", "Area supervisor"]));

    public static TheoryData<string> Keys() => [.. Blanks.Keys];

    public static TheoryData<string, DocumentStanding, string> Matrix()
    {
        var data = new TheoryData<string, DocumentStanding, string>();
        foreach (var standing in Enum.GetValues<DocumentStanding>().Except([DocumentStanding.Template, DocumentStanding.Compared]))
        {
            foreach (var kind in SampleAnswers.Kinds)
            {
                data.Add(SampleForm.Definition.Key, standing, kind);
            }
        }

        data.Add(FormDefinitions.PartnershipAgreement.Key, DocumentStanding.Draft, "full");
        data.Add(FormDefinitions.SchoolProfile.Key, DocumentStanding.Confirmed, "long");
        return data;
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_standard_template_is_taken_as_it_is_and_says_what_the_form_says(string key)
    {
        var blank = Blanks[key];

        var check = OwnTemplate.Check(FormDocument.Write(blank), blank, Id);

        Assert.Empty(check.Problems);
        Assert.Equal(FormWording.Of(blank.Form).Write(), FormWording.Of(check.Template!.Form).Write());
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void A_document_reads_as_one_in_the_standard_template_does(string key, DocumentStanding standing, string kind)
    {
        var content = SampleForm.Content(Blanks[key].Form, standing, SampleAnswers.Of(Blanks[key].Form, kind));
        foreach (var leftOut in new[] { new HashSet<string>(), content.Form.RestrictedKeys().ToHashSet() })
        {
            var standard = WordReader.Written(content with { LeftOut = leftOut });
            var own = WordReader.Written(content with { LeftOut = leftOut, Template = TemplateOf(key) });

            Assert.Equal(standard.Paragraphs, own.Paragraphs);
            Assert.Equal(standard.Keys, own.Keys);
            Assert.Equal(standard.Bookmarks, own.Bookmarks);
            Assert.Equal(standard.Values("tag"), own.Values("tag"));
            Assert.Equal(standard.Part("word/header1.xml").Root!.Value, own.Part("word/header1.xml").Root!.Value);
            Assert.Equal(standard.Part("word/footer1.xml").Root!.Value, own.Part("word/footer1.xml").Root!.Value);
        }
    }

    [Fact]
    public void Looks_and_clauses_that_were_changed_are_those_of_every_document()
    {
        var file = new EditedFile(FormDocument.Write(Blanks["sample-form"]))
            .Change("word/styles.xml", styles => styles.Replace("123A5E", "1B5E3A", StringComparison.Ordinal))
            .Change("word/header1.xml", header => header.Replace("Sample Form", "Our own form", StringComparison.Ordinal))
            .Edit(body =>
            {
                body.Descendants(WordReader.W + "t").First(t => t.Value == "First clause.").Value = "First clause, but softer.";
                body.Elements(WordReader.W + "tbl").First().AddBeforeSelf(Edits.Paragraph("One clause more."));
                body.Descendants(WordReader.W + "t").First(t => t.Value == "What this form is for.").Value = "Ko tēnei puka…";
                body.Cell("about.motto", 0).Descendants(WordReader.W + "t").Last().Value = "Two lines.";
            });

        var template = OwnTemplate.Check(file.Bytes(), Blanks["sample-form"], Id).Template!;
        var draft = WordReader.Written(SampleForm.Content(template.Form, DocumentStanding.Draft, SampleAnswers.Of(template.Form, "full")) with { Template = template });
        var record = WordReader.Written(SampleForm.Content(template.Form, DocumentStanding.FullySigned, SampleAnswers.Of(template.Form, "full")) with { Template = template });

        Assert.Equal(Id, template.Form.Template);
        Assert.Equal(["Ko tēnei puka…"], template.Form.Introduction);
        Assert.Equal(["First clause, but softer.", "Second clause, with “quotes” & more.", "One clause more."], template.Form.Section("about")!.Text);
        Assert.All([draft, record], word =>
        {
            Assert.Contains("First clause, but softer.", word.Paragraphs);
            Assert.Contains("One clause more.", word.Paragraphs);
            Assert.Contains("Our own form", word.Part("word/header1.xml").Root!.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("123A5E", word.Part("word/styles.xml").ToString(), StringComparison.Ordinal);
        });
        Assert.Contains("Two lines.", draft.Paragraphs);
        Assert.Contains("Ko tēnei puka…", draft.Paragraphs);
        Assert.DoesNotContain("Two lines.", record.Paragraphs);
        Assert.DoesNotContain("Ko tēnei puka…", record.Paragraphs);
    }

    [Fact]
    public void What_no_document_needs_stays_behind_and_styles_that_a_writer_dropped_come_back()
    {
        var file = new EditedFile(FormDocument.Write(Blanks["sample-form"]))
            .With("customXml/item1.xml", "<secret/>")
            .With("docProps/app.xml", "<app/>")
            .Change("word/settings.xml", settings => settings.Replace("<w:zoom", "<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"1\"/><w:zoom", StringComparison.Ordinal))
            .Change("word/styles.xml", styles => styles.Replace("w:styleId=\"TickLine\"", "w:styleId=\"Other\"", StringComparison.Ordinal));

        var template = OwnTemplate.Check(file.Bytes(), Blanks["sample-form"], Id).Template!;
        var bytes = FormDocument.Write(SampleForm.Content(template.Form, DocumentStanding.Draft, Answers.None) with { Template = template });
        var word = new WordReader(bytes);
        using var read = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

        Assert.Empty(read.MainDocumentPart!.CustomXmlParts);
        Assert.Null(read.ExtendedFilePropertiesPart);
        Assert.DoesNotContain("documentProtection", word.Part("word/settings.xml").ToString(), StringComparison.Ordinal);
        Assert.Contains("TickLine", word.Part("word/styles.xml").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_content_in_the_same_template_gives_the_same_bytes()
    {
        var content = SampleForm.Content(DocumentStanding.Draft, SampleAnswers.Of(SampleForm.Definition, "full"));

        Assert.Equal(FormDocument.Write(content with { Template = TemplateOf("sample-form") }), FormDocument.Write(content with { Template = TemplateOf("sample-form") }));
    }

    /// <summary>Templates kept with the tests that LibreOffice saved, and one saved anew where it is installed.</summary>
    public static TheoryData<string> Saved() =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Templates"), "*.docx").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
        .. LibreOffice.IsHere ? new[] { LibreOfficeHere } : [],
    ];

    [Theory]
    [MemberData(nameof(Saved))]
    public void A_draft_in_a_template_that_LibreOffice_saved_gives_every_answer_back(string file)
    {
        var blank = Blanks["sample-form"];
        var saved = file == LibreOfficeHere ? LibreOffice.Saved(FormDocument.Write(blank)) : File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Templates", file));
        var check = OwnTemplate.Check(saved, blank, Id);
        Assert.Empty(check.Problems);
        Assert.Equal(FormWording.Of(blank.Form).Write(), FormWording.Of(check.Template!.Form).Write());

        var taken = SampleForm.Content(check.Template.Form, DocumentStanding.Draft, ValidAnswers.To(blank.Form)) with
        {
            Template = check.Template,
            Identity = SampleForm.Identity with { Draft = Id },
        };
        var draft = FormDocument.Write(taken);
        foreach (var bytes in file == LibreOfficeHere ? new[] { draft, LibreOffice.Saved(draft) } : [draft])
        {
            var read = FormReaderTests.Read(bytes, taken);

            Assert.Equal(AnswersJson.Write(taken.Answers), AnswersJson.Write(read.Answers));
            Assert.Empty(read.Questions);
            Assert.Empty(read.Remarks);
        }

        var (own, standard) = (WordReader.Written(taken), WordReader.Written(taken with { Template = null }));
        Assert.Contains("Ōtāhuhu Primary School  ·  School 1404", own.Paragraphs);
        Assert.Equal(standard.Part("word/header1.xml").Root!.Value, own.Part("word/header1.xml").Root!.Value);
        Assert.StartsWith("Version 3  ·  text 3f2a91bc0011Restricted  ·  Do not name students", own.Part("word/footer1.xml").Root!.Value, StringComparison.Ordinal);
        Assert.Equal(SampleForm.Definition.Fields().Select(place => place.Field.Key).Append("portal.identity"), WordReader.Written(taken with { Standing = DocumentStanding.FullySigned }).Keys.Where(key => !key.Contains('#', StringComparison.Ordinal)));
    }

    [Fact]
    public void Who_may_read_it_stands_in_the_footer_whatever_was_taken_out_of_it()
    {
        var file = new EditedFile(FormDocument.Write(Blanks["sample-form"])).Change("word/footer1.xml", _ => $"<w:ftr xmlns:w=\"{EditedFile.W.NamespaceName}\"><w:p/></w:ftr>");

        var template = OwnTemplate.Check(file.Bytes(), Blanks["sample-form"], Id).Template;

        Assert.Equal("Restricted  ·  ", WordReader.Written(SampleForm.Content(DocumentStanding.Draft, Answers.None) with { Template = template }).Part("word/footer1.xml").Root!.Value);
    }

    [Fact]
    public void What_Word_adds_for_itself_does_not_matter()
    {
        var w = EditedFile.W;
        XNamespace w14 = "http://schemas.microsoft.com/office/word/2010/wordml";
        var file = new EditedFile(FormDocument.Write(Blanks["sample-form"])).Edit(body =>
        {
            // A key cut into runs by the spelling check, marks of editing, the place where the cursor was, a control round a clause.
            body.Cell("about.motto", 2).Element(w + "p")!.Element(w + "r")!.ReplaceWith(
                new XElement(w + "proofErr", new XAttribute(w + "type", "spellStart")), Edits.Run("about."), Edits.Run("motto"), new XElement(w + "proofErr", new XAttribute(w + "type", "spellEnd")));
            body.Descendants(w + "p").First().Add(new XAttribute(w + "rsidR", "00AB12CD"), new XAttribute(w14 + "paraId", "1A2B3C4D"));
            body.Elements(w + "p").Last().Add(new XElement(w + "bookmarkStart", new XAttribute(w + "id", "990"), new XAttribute(w + "name", "_GoBack")), new XElement(w + "bookmarkEnd", new XAttribute(w + "id", "990")));
            var clause = body.Elements(w + "p").First(p => p.Value == "First clause.");
            clause.ReplaceWith(new XElement(w + "sdt", new XElement(w + "sdtPr", new XElement(w + "id", new XAttribute(w + "val", "77"))), new XElement(w + "sdtContent", clause)));
            body.Row("travel.routes").ElementsAfterSelf(w + "tr").Last().Descendants(w + "p").First().Add(Edits.Run(""), new XElement(w + "r", new XElement(w + "lastRenderedPageBreak")));
        });

        var template = OwnTemplate.Check(file.Bytes(), Blanks["sample-form"], Id);

        Assert.Empty(template.Problems);
        var content = SampleForm.Content(DocumentStanding.Draft, SampleAnswers.Of(SampleForm.Definition, "full"));
        var (standard, own) = (WordReader.Written(content), WordReader.Written(content with { Template = template.Template }));
        Assert.Equal(standard.Paragraphs, own.Paragraphs);
        Assert.DoesNotContain(own.Body.Descendants().Attributes(), attribute => attribute.Name.LocalName is "rsidR" or "paraId");
    }

    private static FormTemplate TemplateOf(string key) => OwnTemplate.Check(FormDocument.Write(Blanks[key]), Blanks[key], Id).Template!;
}
