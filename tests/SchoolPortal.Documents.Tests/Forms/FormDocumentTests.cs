using DocumentFormat.OpenXml.Packaging;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Forms;
using Xunit;

namespace SchoolPortal.Documents.Tests.Forms;

public sealed class FormDocumentTests
{
    private static readonly IReadOnlyList<FormDefinition> Forms =
        [SampleForm.Definition, FormDefinitions.PartnershipAgreement, FormDefinitions.SchoolProfile];

    public static TheoryData<string, DocumentStanding, string> Matrix()
    {
        var data = new TheoryData<string, DocumentStanding, string>();
        foreach (var form in Forms)
        {
            foreach (var standing in Enum.GetValues<DocumentStanding>())
            {
                foreach (var kind in SampleAnswers.Kinds)
                {
                    data.Add(form.Key, standing, kind);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Every_file_validates_and_every_answer_is_found_by_bookmark_and_by_key(string key, DocumentStanding standing, string kind)
    {
        var form = Forms.Single(f => f.Key == key);

        var answers = SampleAnswers.Of(form, kind);
        var word = WordReader.Written(SampleForm.Content(form, standing, answers));

        var fields = form.Fields().Select(f => f.Field).ToList();
        var keys = fields.Select(f => f.Key).Append("portal.identity").ToList();
        Assert.Equal(keys.Select(Bookmark), word.Bookmarks);
        Assert.Equal(keys, word.Keys.Where(k => !k.Contains('#', StringComparison.Ordinal)));
        Assert.All(fields.Where(f => f.Kind != FieldKind.Table), field =>
        {
            var read = word.AnswerByKey(field.Key);
            Assert.Equal(read, word.AnswerByBookmark(Bookmark(field.Key)));
            Assert.All(AnswerText.Lines(field, answers[field.Key]), line => Assert.Contains(AsRead(line), read, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void No_two_questions_share_a_bookmark_and_each_name_is_one_that_Word_takes() =>
        Assert.All(Forms, form =>
        {
            var names = form.Fields().Select(f => Bookmark(f.Field.Key)).ToList();
            Assert.Distinct(names);
            Assert.All(names, name => Assert.InRange(name.Length, 3, 40));
        });

    public static TheoryData<string, DocumentStanding> ToFillIn()
    {
        var data = new TheoryData<string, DocumentStanding>();
        foreach (var form in Forms)
        {
            data.Add(form.Key, DocumentStanding.Blank);
            data.Add(form.Key, DocumentStanding.Draft);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(ToFillIn))]
    public void Controls_carry_the_keys_of_the_questions_that_take_an_answer(string key, DocumentStanding standing)
    {
        var form = Forms.Single(f => f.Key == key);

        var word = WordReader.Written(SampleForm.Content(form, standing, Answers.None));

        var answered = form.Sections.SelectMany(s => NothingToReportField.AskedIn(s).Fields).Where(TakesControl).Select(f => f.Key);
        Assert.Equal(answered, word.Values("tag").Distinct());
        Assert.Equal(word.Values("tag"), word.Values("alias"));
        Assert.Equal(word.Values("id").Count(), word.Values("id").Distinct().Count());
    }

    [Theory]
    [InlineData(DocumentStanding.AwaitingSignatures)]
    [InlineData(DocumentStanding.FullySigned)]
    [InlineData(DocumentStanding.Confirmed)]
    [InlineData(DocumentStanding.Superseded)]
    public void A_record_has_nothing_to_fill_in(DocumentStanding standing)
    {
        var word = WordReader.Written(SampleForm.Content(standing, SampleAnswers.Of(SampleForm.Definition, "full")));

        Assert.Empty(word.Values("tag"));
        Assert.DoesNotContain(Prompts.Write, word.Paragraphs);
        Assert.Empty(word.ParagraphsIn("Help"));
        Assert.Empty(word.ParagraphsIn("Hint"));
    }

    public static TheoryData<DocumentStanding> Filled() =>
        [.. Enum.GetValues<DocumentStanding>().Where(s => s != DocumentStanding.Blank)];

    [Theory]
    [MemberData(nameof(Filled))]
    public void Every_answer_reads_back_as_people_read_it(DocumentStanding standing)
    {
        var word = WordReader.Written(SampleForm.Content(standing, SampleAnswers.Of(SampleForm.Definition, "full")));

        Assert.Equal("Ōtāhuhu Primary School", word.AnswerByKey("about.name"));
        Assert.Equal("Ka pai te mahi", word.AnswerByKey("about.motto"));
        Assert.Equal("First line\nSecond line\n\nFourth line", word.AnswerByKey("about.story"));
        Assert.Equal("412", word.AnswerByKey("about.roll"));
        Assert.Equal("5 March 2027", word.AnswerByKey("about.opened-on"));
        Assert.Equal("No", word.AnswerByKey("about.boarding"));
        Assert.Equal("Car", word.AnswerByKey("travel.main"));
        Assert.Equal(["☒ Walk", "☒ Car"], word.AnswerByKey("travel.all").Split('\n').Where(l => l.StartsWith('☒')));
        Assert.Equal("Walk: 100%\nBus & train: 0%\nCar: 0%", word.AnswerByKey("travel.shares"));
        Assert.Equal("Ka pai te mahi, Deputy principal", word.AnswerByKey("people.controller"));
        Assert.Equal([["1 Ka pai te mahi", "1 December 2026", "Yes", "Walk"], ["2 Ka pai te mahi", "1 December 2026", "Yes", "Walk"]], word.RowsByKey("travel.routes#").ToArray());
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public void Hostile_text_comes_back_as_typed_less_what_XML_forbids(DocumentStanding standing)
    {
        var word = WordReader.Written(SampleForm.Content(standing, SampleAnswers.Of(SampleForm.Definition, "hostile")));

        Assert.Equal(SampleAnswers.HostileRead, word.AnswerByKey("about.motto"));
        Assert.Equal($"{SampleAnswers.HostileRead}\n{SampleAnswers.HostileRead}\n\tindented", word.AnswerByKey("about.story"));
        Assert.Equal($"2 {SampleAnswers.HostileRead}", word.RowsByKey("travel.routes#2")[0][0]);
    }

    [Fact]
    public void Nothing_answered_leaves_only_prompts()
    {
        foreach (var standing in new[] { DocumentStanding.Blank, DocumentStanding.Draft, DocumentStanding.FullySigned })
        {
            var word = WordReader.Written(FormContent.BlankOf(SampleForm.Definition) with { Standing = standing });
            foreach (var key in new[] { "about.name", "about.motto", "about.story", "about.roll", "about.opened-on", "about.boarding", "travel.main", "people.controller" })
            {
                Assert.Contains(word.AnswerByKey(key), Prompts.All);
            }
        }
    }

    [Fact]
    public void A_table_of_forty_rows_is_whole_and_keyed()
    {
        var word = WordReader.Written(SampleForm.Content(DocumentStanding.Draft, SampleAnswers.Of(SampleForm.Definition, "long")));

        Assert.Equal(Enumerable.Range(1, 40).Select(n => $"travel.routes#{n}"), word.Keys.Where(k => k.StartsWith("travel.routes#", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_reader_may_not_see_is_named_and_not_there()
    {
        var content = SampleForm.Content(DocumentStanding.FullySigned, SampleAnswers.Of(SampleForm.Definition, "full")) with
        {
            LeftOut = new HashSet<string> { "people", "about.story" },
        };

        var word = WordReader.Written(content);

        Assert.Contains("Left out: 3 People (restricted).", word.Paragraphs);
        Assert.Contains("Left out: Local story (filled in by others).", word.Paragraphs);
        Assert.DoesNotContain(word.Keys, k => k.StartsWith("people.", StringComparison.Ordinal) || k == "about.story");
        Assert.DoesNotContain(word.Paragraphs, p => p.Contains("Deputy principal", StringComparison.Ordinal) || p.Contains("Fourth line", StringComparison.Ordinal));
        Assert.Equal(2, word.ParagraphsIn("Heading1").Count);
    }

    [Theory]
    [InlineData(DocumentStanding.Confirmed, true, "Nothing to report.")]
    [InlineData(DocumentStanding.Confirmed, false, null)]
    [InlineData(DocumentStanding.Draft, true, "☒ Nothing to report")]
    [InlineData(DocumentStanding.Draft, false, "☐ Nothing to report")]
    [InlineData(DocumentStanding.Blank, false, "☐ Nothing to report")]
    [InlineData(DocumentStanding.Template, false, null)]
    public void Nothing_to_report_is_said_under_its_heading_and_ticked_where_people_answer(DocumentStanding standing, bool nothing, string? words)
    {
        var content = SampleForm.Content(standing, Answers.None) with { NothingToReport = nothing ? new HashSet<string> { "travel" } : [] };

        var said = WordReader.Written(content).Paragraphs.Where(p => p.Contains("Nothing to report", StringComparison.Ordinal));

        Assert.Equal(words is null ? [] : [words], said);
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes()
    {
        var content = SampleForm.Content(DocumentStanding.Draft, SampleAnswers.Of(SampleForm.Definition, "hostile"));

        var first = FormDocument.Write(content);
        using var second = new MemoryStream();
        FormDocument.Write(content with { Answers = SampleAnswers.Of(SampleForm.Definition, "hostile") }, second);

        Assert.Equal(first, second.ToArray());
    }

    [Fact]
    public void The_file_says_what_it_is_in_properties_in_plain_sight_and_in_the_subject()
    {
        const string identity = "form sample-form; definition 3; school 1404; edition Version 3; base 3f2a91bc00112233445566778899aabbccddeeff00112233445566778899aabb";
        var bytes = FormDocument.Write(SampleForm.Content(DocumentStanding.Draft, Answers.None));
        var word = new WordReader(bytes);
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

        Assert.Equal(identity, word.AnswerByKey("portal.identity"));
        Assert.Equal(identity, file.PackageProperties.Subject);
        Assert.Equal("Sample Form: Ōtāhuhu Primary School", file.PackageProperties.Title);
        Assert.Equal("en-NZ", file.PackageProperties.Language);
        Assert.Equal(new DateTime(2027, 3, 5, 0, 0, 0, DateTimeKind.Utc), file.PackageProperties.Created?.ToUniversalTime());
        Assert.Null(file.PackageProperties.Creator);
        Assert.Equal(
            ["PortalForm=sample-form", "PortalDefinition=3", "PortalSchool=1404", "PortalEdition=Version 3", $"PortalBase={SampleForm.Identity.BaseHash}"],
            word.Part("docProps/custom.xml").Root!.Elements().Select(p => $"{(string?)p.Attribute("name")}={p.Value}"));
    }

    [Theory]
    [InlineData(DocumentStanding.Draft, "sample-form-1404-version-3-2027-03-05.docx")]
    [InlineData(DocumentStanding.Blank, "sample-form-blank.docx")]
    public void The_file_name_is_plain_and_carries_the_documents_own_date(DocumentStanding standing, string name) =>
        Assert.Equal(name, FormDocument.FileName(SampleForm.Content(standing, Answers.None)));

    private static string AsRead(string line) =>
        line.Replace(SampleAnswers.Hostile, SampleAnswers.HostileRead, StringComparison.Ordinal).TrimEnd('\r');

    /// <summary>Facts are not typed, and a table of short texts is written in its cells.</summary>
    private static bool TakesControl(FieldDefinition field) =>
        field.Kind == FieldKind.Table
            ? field.Columns.Any(c => c.Kind is FieldKind.Date or FieldKind.YesNo or FieldKind.Choice)
            : field.Kind != FieldKind.Fact;

    private static string Bookmark(string key) => "q_" + new string([.. key.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);
}
