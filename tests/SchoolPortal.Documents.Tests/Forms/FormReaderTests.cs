using System.Xml.Linq;
using CsCheck;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Tests.Forms;
using SchoolPortal.Testing;
using Xunit;

namespace SchoolPortal.Documents.Tests.Forms;

/// <summary>What a returned file says when nobody touched it, and after each thing that people do to rows and cells.</summary>
public sealed class FormReaderTests
{
    private static readonly DateOnly Today = new(2027, 3, 8);

    private static readonly Dictionary<string, FormDefinition> Forms = new[] { SampleForm.Definition, FormDefinitions.PartnershipAgreement, FormDefinitions.SchoolProfile }
        .ToDictionary(form => form.Key);

    private static readonly FormContent Taken = SampleForm.Content(DocumentStanding.Draft, ValidAnswers.To(SampleForm.Definition));

    public static TheoryData<string> Keys() => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Any_answers_written_are_the_answers_read(string key) =>
        AnswersTo(Forms[key]).Sample(
            answers =>
            {
                var taken = SampleForm.Content(Forms[key], DocumentStanding.Draft, answers);

                var read = Read(FormDocument.Write(taken), taken);

                Assert.Equal(AnswersJson.Write(answers), AnswersJson.Write(read.Answers));
                Assert.Empty(read.Questions);
                Assert.Empty(read.Remarks);
            },
            iter: 40);

    [Theory]
    [InlineData("about.motto", "Kia kaha", "Kia kaha")]
    [InlineData("about.motto", "Write here", null)]
    [InlineData("about.motto", "Click or tap here to enter text.", null)]
    [InlineData("about.motto", "", null)]
    [InlineData("about.roll", "1,250", "1250")]
    [InlineData("about.roll", "____", null)]
    [InlineData("about.opened-on", "5 March 2027", "2027-03-05")]
    [InlineData("about.opened-on", "2027-03-05", "2027-03-05")]
    [InlineData("about.opened-on", "5/3/2027", "2027-03-05")]
    [InlineData("about.opened-on", "Choose a date", null)]
    [InlineData("about.boarding", "āe", "yes")]
    [InlineData("about.boarding", "x", "yes")]
    [InlineData("about.boarding", "Kāo", "no")]
    [InlineData("about.boarding", "☐", "no")]
    [InlineData("travel.main", "walk", "walk")]
    [InlineData("travel.main", "BUS & TRAIN", "bus")]
    [InlineData("travel.main", "Choose an item.", null)]
    public void What_is_typed_over_an_answer_is_read_as_on_the_page(string key, string typed, string? stored)
    {
        var read = ReadEdited(body => body.Cell(key).Type(typed));

        Assert.Empty(read.Questions);
        Assert.Equal(stored, read.Answers[key]?.Text);
    }

    [Theory]
    [InlineData("about.roll", "about forty", "“Students” must be a whole number, such as 12; “about forty” is not one.")]
    [InlineData("about.opened-on", "31 February 2027", "“Opened” must be a real date, such as 14/5/2026 or 14 May 2026; “31 February 2027” is not one.")]
    [InlineData("about.boarding", "sometimes", "“Boarding” must be yes or no.")]
    [InlineData("travel.main", "By boat", "“Main way” must be one of the choices listed; “By boat” is not among them.")]
    [InlineData("travel.all", "☒ Boat", "“☒ Boat” under “All ways” is not one of the lines with boxes of this form.")]
    [InlineData("travel.all", "Walk", "The boxes of “All ways” are gone, so the portal cannot tell which are ticked.")]
    [InlineData("travel.shares", "Walk: 90%", "“Shares” must add up to 100%; what you entered adds up to 90%. Change one or more of the numbers.")]
    public void What_cannot_be_understood_is_a_question_and_no_guess(string key, string typed, string sentence)
    {
        var read = ReadEdited(body => body.Cell(key).Type(typed));

        var question = Assert.Single(read.Questions);
        Assert.Equal((key, sentence, typed), (question.Field.Key, question.Sentence, question.Typed));
        Assert.Empty(question.Readings);
        Assert.Equal(Taken.Answers, read.Answers);
    }

    [Theory]
    [InlineData(false, "☐ Nothing to report", null)]
    [InlineData(false, "☒ Nothing to report", "yes")]
    [InlineData(false, "x nothing to report.", "yes")]
    [InlineData(false, "Nothing to report.", "yes")]
    [InlineData(true, "☒ Nothing to report", null)]
    [InlineData(true, "☐ Nothing to report", "no")]
    [InlineData(true, "", null)]
    public void Nothing_to_report_is_read_where_it_was_changed(bool taken, string typed, string? read)
    {
        var content = Taken with { NothingToReport = taken ? new HashSet<string> { "travel" } : [] };
        var file = new EditedFile(FormDocument.Write(content)).Edit(body =>
            body.Elements(EditedFile.W + "p").Single(p => p.Value.EndsWith("Nothing to report", StringComparison.Ordinal)).ReplaceWith(Edits.Paragraph(typed)));

        var reading = Read(file.Bytes(), content);

        Assert.Equal(read, reading.Answers["travel.nothing"]?.Text);
        Assert.Empty(reading.Questions);
        Assert.Empty(reading.Remarks);
    }

    [Fact]
    public void A_sentence_that_only_mentions_it_is_no_answer()
    {
        var read = ReadEdited(body => body.Elements(EditedFile.W + "tbl").ElementAt(1).AddBeforeSelf(Edits.Paragraph("There is nothing to report about buses")));

        Assert.Null(read.Answers["travel.nothing"]);
        Assert.Equal("“There is nothing to report about buses” stands outside the answers, under 2 Getting to school, and was not read.", Assert.Single(read.Remarks));
    }

    [Fact]
    public void Several_lines_of_typing_are_several_lines_of_answer() =>
        Assert.Equal("One\nTwo\n\nThree & more", ReadEdited(body => body.Cell("about.story").Type("One", "Two", "", "Three & more")).Answers["about.story"]?.Text);

    [Theory]
    [InlineData("☒ Car", "car")]
    [InlineData("x Walk;✓ Bus & train;  Car", "walk,bus")]
    [InlineData("☐ Walk;☐ Bus & train;☐ Car", "")]
    [InlineData("yes Walk;no Car", "walk")]
    public void Ticks_are_read_in_any_hand(string lines, string keys) =>
        Assert.Equal(keys, string.Join(',', ReadEdited(body => body.Cell("travel.all").Type(lines.Split(';'))).Answers["travel.all"]?.Items ?? []));

    [Fact]
    public void A_person_is_read_by_name_with_or_without_position()
    {
        Assert.Equal("0199a1", ContactChoice.From(ReadEdited(body => body.Cell("people.controller").Type("aroha ngata")).Answers["people.controller"])?.Id);
        Assert.Equal("0199a1", ContactChoice.From(ReadEdited(body => body.Cell("people.controller").Type("Aroha Ngata, Principal")).Answers["people.controller"])?.Id);
        Assert.Single(ReadEdited(body => body.Cell("people.controller").Type("Somebody Else")).Questions);
    }

    [Fact]
    public void Tracked_insertions_are_read_and_deletions_are_not()
    {
        var read = ReadEdited(body =>
        {
            var cell = body.Cell("about.motto");
            cell.Type("Kia ");
            cell.Elements(EditedFile.W + "p").Single().Add(
                new XElement(EditedFile.W + "del", new XElement(EditedFile.W + "r", new XElement(EditedFile.W + "delText", "ora"))),
                new XElement(EditedFile.W + "ins", Edits.Run("kaha")));
        });

        Assert.Equal("Kia kaha", read.Answers["about.motto"]?.Text);
        Assert.Equal("Changes are tracked in the file and not yet accepted: inserted text was read, deleted text was not.", Assert.Single(read.Remarks));
    }

    [Fact]
    public void Rows_of_a_table_come_and_change_by_their_keys()
    {
        var read = ReadEdited(body =>
        {
            body.Cell("travel.routes#2", 0).Type("Route 9");
            var added = new XElement(body.Row("travel.routes#2"));
            body.Row("travel.routes#2").AddAfterSelf(added);
            added.Elements(EditedFile.W + "tc").First().Type("Route 10");
            added.Elements(EditedFile.W + "tc").Last().Type("");
        });

        Assert.Empty(read.Questions);
        Assert.Equal(["Route 1 & Ō", "Route 9", "Route 10"], read.Answers["travel.routes"]!.Rows.Select(row => row["route"]));
    }

    [Theory]
    [InlineData("gone", "The file no longer has this row of “Bus routes”: “Route: Route 2 & Ō; Since: 5 March 2025; Full: Yes; Kind: Car”.", 1)]
    [InlineData("doubled", "Two rows of “Bus routes” have the key travel.routes#2.", 3)]
    [InlineData("unknown", "A row of “Bus routes” has “late” in its last column, which is no key that the portal gave it.", 2)]
    public void Rows_that_went_or_cannot_be_told_apart_are_asked_about(string what, string sentence, int rows)
    {
        var read = ReadEdited(body =>
        {
            var row = body.Row("travel.routes#2");
            switch (what)
            {
                case "gone":
                    row.Remove();
                    break;
                case "doubled":
                    row.AddAfterSelf(new XElement(row));
                    break;
                default:
                    row.Elements(EditedFile.W + "tc").First().Type("Another");
                    row.Elements(EditedFile.W + "tc").Last().Type("late");
                    break;
            }
        });

        var question = Assert.Single(read.Questions);
        Assert.Equal(sentence, question.Sentence.Replace(" The file no longer", "\nThe file no longer", StringComparison.Ordinal).Split('\n')[0]);
        Assert.Equal(rows, Assert.Single(question.Readings)!.Rows.Count);
        Assert.Equal(Taken.Answers, read.Answers);
    }

    internal static FormReading Read(byte[] file, FormContent taken) => FormReader.Read(ReturnedFile.Open(file), taken, AnswerGenerator.People, Today);

    private static FormReading ReadEdited(Action<XElement> edit) => Read(new EditedFile(FormDocument.Write(Taken)).Edit(edit).Bytes(), Taken);

    private static Gen<Answers> AnswersTo(FormDefinition form) => form.Sections.Aggregate(
        Gen.Const(Answers.None),
        (all, section) => Gen.Select(all, AnswerGenerator.Of(section), (before, more) => before.With(more)));
}
