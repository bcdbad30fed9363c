using System.Xml.Linq;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Forms;
using Xunit;

namespace SchoolPortal.Documents.Tests.Forms;

/// <summary>What makes a file readable: headings, marks, tables that carry over pages, words for those who hear it.</summary>
public sealed class FormLayoutTests
{
    private static readonly XNamespace W = WordReader.W;

    [Fact]
    public void Headings_are_numbered_as_in_the_form_and_speak_both_languages()
    {
        var word = WordReader.Written(SampleForm.Content(DocumentStanding.FullySigned, Answers.None));

        Assert.Equal(["1\tAbout the school\nMō te kura", "2\tGetting to school", "3\tPeople (restricted)\nNgā tāngata"], word.ParagraphsIn("Heading1"));
        Assert.Equal(["First clause.", "Second clause, with “quotes” & more."], word.ParagraphsIn("Clause"));
    }

    [Theory]
    [InlineData(DocumentStanding.Draft, "DRAFT")]
    [InlineData(DocumentStanding.Superseded, "SUPERSEDED")]
    [InlineData(DocumentStanding.Blank, null)]
    [InlineData(DocumentStanding.FullySigned, null)]
    public void A_watermark_stands_only_across_what_must_not_be_relied_on(DocumentStanding standing, string? watermark)
    {
        XNamespace v = "urn:schemas-microsoft-com:vml";
        var header = WordReader.Written(SampleForm.Content(standing, Answers.None)).Part("word/header1.xml");

        Assert.Equal(watermark, header.Descendants(v + "textpath").Select(t => (string?)t.Attribute("string")).LastOrDefault());
    }

    [Fact]
    public void Signatures_show_who_signed_and_who_is_awaited()
    {
        var word = WordReader.Written(SampleForm.Content(DocumentStanding.AwaitingSignatures, Answers.None));

        Assert.Contains("Hēmi Ngāta\nPrincipal", word.Paragraphs);
        Assert.Contains("5 March 2027, 2:30pm", word.Paragraphs);
        Assert.Contains("I sign for the school & its board.", word.Paragraphs);
        Assert.Contains("Not signed yet", word.Paragraphs);
    }

    [Theory]
    [InlineData(DocumentStanding.Blank)]
    [InlineData(DocumentStanding.Draft)]
    [InlineData(DocumentStanding.FullySigned)]
    public void Every_style_that_is_used_is_there(DocumentStanding standing)
    {
        var word = WordReader.Written(SampleForm.Content(standing, SampleAnswers.Of(SampleForm.Definition, "full")) with { LeftOut = new HashSet<string> { "people" } });

        var there = word.Part("word/styles.xml").Descendants(W + "style").Select(s => (string)s.Attribute(W + "styleId")!).ToHashSet();
        Assert.ProperSuperset(word.Values("pStyle").Concat(word.Values("rStyle")).Concat(word.Values("tblStyle")).ToHashSet(), there);
    }

    [Fact]
    public void Every_table_has_a_name_and_a_header_that_is_repeated_and_no_row_is_split()
    {
        var word = WordReader.Written(SampleForm.Content(DocumentStanding.FullySigned, SampleAnswers.Of(SampleForm.Definition, "full")));

        Assert.All(word.Body.Descendants(W + "tbl"), table =>
        {
            Assert.NotEqual("", (string?)table.Element(W + "tblPr")?.Element(W + "tblCaption")?.Attribute(W + "val"));
            Assert.NotNull(table.Elements(W + "tr").First().Element(W + "trPr")?.Element(W + "tblHeader"));
            Assert.All(table.Elements(W + "tr"), row => Assert.NotNull(row.Element(W + "trPr")?.Element(W + "cantSplit")));
        });
    }

    [Fact]
    public void Restricted_sections_are_marked_and_every_page_says_so()
    {
        var all = SampleForm.Content(DocumentStanding.Draft, Answers.None);

        Assert.Contains("Restricted  ·  Do not name students", WordReader.Written(all).Part("word/footer1.xml").Root!.Value, StringComparison.Ordinal);
        Assert.Contains("3\tPeople (restricted)\nNgā tāngata", WordReader.Written(all).ParagraphsIn("Heading1"));
        Assert.Contains("Boarding (restricted)", WordReader.Written(all).ParagraphsIn("Label"));
        Assert.Contains("Mobile", WordReader.Written(all).ParagraphsIn("Label"));

        var withoutThem = WordReader.Written(all with { LeftOut = new HashSet<string> { "people", "about.boarding" } });
        Assert.Contains("For the school and its Police  ·  Do not name students", withoutThem.Part("word/footer1.xml").Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_page_names_form_school_text_and_page()
    {
        var word = WordReader.Written(SampleForm.Content(DocumentStanding.FullySigned, Answers.None));

        Assert.Contains("Sample Form", word.Part("word/header1.xml").Root!.Value, StringComparison.Ordinal);
        Assert.Contains("Ōtāhuhu Primary School", word.Part("word/header1.xml").Root!.Value, StringComparison.Ordinal);
        Assert.Contains("Version 3  ·  text 3f2a91bc0011", word.Part("word/footer1.xml").Root!.Value, StringComparison.Ordinal);
        Assert.Equal([" PAGE ", " NUMPAGES "], word.Part("word/footer1.xml").Descendants(W + "fldSimple").Select(f => (string?)f.Attribute(W + "instr")));
    }

    [Fact]
    public void The_mark_has_words_for_those_who_do_not_see_it()
    {
        XNamespace drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
        var header = WordReader.Written(SampleForm.Content(DocumentStanding.Blank, Answers.None)).Part("word/header1.xml");

        Assert.Equal("School Portal: two rings that overlap, the school and the Police", (string?)header.Descendants(drawing + "docPr").Single().Attribute("descr"));
    }

    [Fact]
    public void The_file_is_in_New_Zealand_English_with_te_reo_marked()
    {
        var styles = WordReader.Written(SampleForm.Content(DocumentStanding.Blank, Answers.None)).Part("word/styles.xml");

        Assert.Equal(["en-NZ", "mi-NZ"], styles.Descendants(W + "lang").Select(l => (string?)l.Attribute(W + "val")));
    }

    [Fact]
    public void Where_a_fact_comes_from_stands_with_its_label_not_in_its_answer()
    {
        var word = WordReader.Written(SampleForm.Content(DocumentStanding.FullySigned, Answers.None));

        Assert.Equal(["Schools directory, 25 September 2021"], word.ParagraphsIn("Source"));
        Assert.Equal("Ōtāhuhu Primary School", word.AnswerByKey("about.name"));
    }

    [Fact]
    public void A_letterhead_built_anew_is_the_same_to_the_byte()
    {
        static byte[][] Parts() => [.. Letterhead.Build(3).With(name => new(name, 0, 0, ReadOnlyMemory<byte>.Empty)).Select(p => p.Compressed.ToArray())];

        Assert.Equal(Parts(), Parts());
    }
}
