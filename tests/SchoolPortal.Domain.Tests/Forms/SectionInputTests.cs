using CsCheck;
using SchoolPortal.Domain.Forms;
using Xunit;

namespace SchoolPortal.Domain.Tests.Forms;

public sealed class SectionInputTests
{
    private static readonly SectionDefinition Sample = FormDefinitionFile.Read("""
        { "key": "sample", "version": 1, "title": "Sample", "sections": [{ "key": "s", "title": "S", "fields": [
          { "key": "s.text", "label": "Room", "kind": "text", "limits": { "maxLength": 10 } },
          { "key": "s.long", "label": "Story", "kind": "longText", "required": true },
          { "key": "s.number", "label": "Visits", "kind": "number", "limits": { "min": 0, "max": 10 } },
          { "key": "s.date", "label": "Last practice", "kind": "date", "limits": { "notAfterToday": true } },
          { "key": "s.yes", "label": "Ready?", "kind": "yesNo" },
          { "key": "s.choice", "label": "Term", "kind": "choice", "options": [{ "key": "t1", "label": "Term 1" }, { "key": "t2", "label": "Term 2" }] },
          { "key": "s.several", "label": "Outcomes", "kind": "several", "limits": { "min": 2, "max": 2 }, "options": [{ "key": "a", "label": "A" }, { "key": "b", "label": "B" }, { "key": "c", "label": "C" }] },
          { "key": "s.modes", "label": "How students come", "kind": "percentages", "options": [{ "key": "walk", "label": "Walk" }, { "key": "bus", "label": "Bus" }] },
          { "key": "s.rows", "label": "Events", "kind": "table", "limits": { "max": 4 }, "columns": [{ "key": "what", "label": "Event" }, { "key": "when", "label": "Date", "kind": "date" }, { "key": "many", "label": "People", "kind": "number" }] },
          { "key": "s.person", "label": "Keyholder", "kind": "contact" }
        ] }] }
        """).Sections[0];

    public static TheoryData<string, string, string> Refused => new()
    {
        { "s.text", "eleven char", "“Room” must be 10 characters or fewer; you have 11." },
        { "s.long", new string('x', 1212), "“Story” must be 1,000 characters or fewer; you have 1,212." },
        { "s.number", "lots", "“Visits” must be a whole number, such as 12; “lots” is not one." },
        { "s.number", "11", "“Visits” must be between 0 and 10." },
        { "s.date", "32 13 2026", "“Last practice” must be a real date, such as 14/5/2026 or 14 May 2026; “32 13 2026” is not one." },
        { "s.date", "1 1 2027", "“Last practice” must be today or earlier." },
        { "s.yes", "perhaps", "“Ready?” must be yes or no." },
        { "s.choice", "t9", "“Term” must be one of the choices listed; “t9” is not among them." },
        { "s.several", "d", "“Outcomes” must be one of the choices listed; “d” is not among them." },
        { "s.modes.walk", "60", "“How students come” must add up to 100%; what you entered adds up to 60%. Change one or more of the numbers." },
        { "s.modes.bus", "130", "“Bus” under “How students come” must be between 0 and 100." },
        { "s.rows.2.when", "later", "“Date” in row 3 of “Events” must be a real date, such as 14/5/2026 or 14 May 2026; “later” is not one." },
        { "s.person", "somebody", "“Keyholder” must be one of the school’s people. Choose a person from the list, or add them to the school’s contacts first." },
    };

    public static TheoryData<string, string> Sections => new(
        FormDefinitions.All.SelectMany(form => form.Sections.Select(section => (form.Key, section.Key))));

    [Theory, MemberData(nameof(Refused))]
    public void What_cannot_be_read_is_told_at_its_input_and_kept_as_typed(string input, string typed, string sentence)
    {
        var read = Read((input, typed));

        var problem = Assert.Single(read.Problems);
        Assert.Equal(sentence, problem.Sentence);
        Assert.StartsWith(problem.FieldKey, input, StringComparison.Ordinal);
        Assert.Equal(typed, read.Typed[input]);
        Assert.False(read.CanBeSaved);
        Assert.True(read.Answers.IsEmpty);
    }

    [Fact]
    public void One_bad_answer_does_not_lose_the_good_ones()
    {
        var read = Read(("s.number", "many"), ("s.text", " Hall "), ("s.yes", "āe"));

        Assert.Equal(["s.text", "s.yes"], read.Answers.Keys);
        Assert.Equal("Hall", read.Answers["s.text"]!.Text);
    }

    [Fact]
    public void Blank_rows_are_dropped_and_the_others_keep_their_order()
    {
        var read = Read(("s.rows.0.what", " "), ("s.rows.1.what", "Gala"), ("s.rows.3.what", "Ball"), ("s.rows.3.when", "3/2/26"));

        Assert.Empty(read.Problems);
        Assert.Equal(["Event: Gala", "Event: Ball; Date: 3 February 2026"], AnswerText.Lines(Sample.Field("s.rows")!, read.Answers["s.rows"]));
    }

    [Fact]
    public void Too_many_choices_cannot_be_saved_and_too_few_are_incomplete()
    {
        var three = SectionInput.Read(Sample, name => name == "s.several" ? ["a", "b", "c"] : [], [], AnswerGenerator.Today);
        var one = SectionInput.Read(Sample, name => name == "s.several" ? ["a", "a"] : [], [], AnswerGenerator.Today);

        Assert.Equal("“Outcomes” takes up to 2 choices; you have ticked 3. Untick 1.", Assert.Single(three.Problems).Sentence);
        Assert.True(one.CanBeSaved);
        Assert.Contains(SectionCheck.Missing(Sample, one.Answers), gap => gap.Sentence == "“Outcomes” needs at least 2 choices; you have ticked 1.");
    }

    [Fact]
    public void Saving_a_section_takes_away_what_was_emptied_and_leaves_other_sections_alone()
    {
        var stored = Answers.None.With("s.text", Answer.Of("Hall")).With("s.yes", Answer.Of("no")).With("other.text", Answer.Of("kept"));

        var saved = stored.WithSection(Sample, Read(("s.text", ""), ("s.yes", "yes")).Answers);

        Assert.Equal(["other.text", "s.yes"], saved.Keys);
        Assert.Equal("yes", saved["s.yes"]!.Text);
    }

    [Fact]
    public void A_section_with_gaps_can_be_saved_and_says_what_is_missing()
    {
        var read = Read();

        Assert.True(read.CanBeSaved);
        Assert.Equal(new FieldProblem("s.long", "s.long", "“Story” still needs an answer."), Assert.Single(SectionCheck.Missing(Sample, read.Answers)));
    }

    [Theory, MemberData(nameof(Sections))]
    public void Every_answer_survives_the_form_and_the_store(string form, string key)
    {
        var section = FormDefinitions.Find(form, 1)!.Section(key)!;
        AnswerGenerator.Of(section).Where(answers => !IsInTheFuture(section, answers)).Sample(
            answers =>
            {
                var stored = AnswersJson.Read(AnswersJson.Write(answers));
                var read = SectionInput.Read(section, InputValues.Of(section, stored).All, AnswerGenerator.People, AnswerGenerator.Today);

                Assert.Empty(read.Problems);
                Assert.Equal(answers, read.Answers);
                Assert.Equal(AnswersJson.Write(answers), AnswersJson.Write(read.Answers));
                Assert.Empty(AnswerComparison.Changes(section, answers, read.Answers));
            },
            iter: 30);
    }

    [Theory, MemberData(nameof(Sections))]
    public void No_post_makes_reading_throw_and_what_was_typed_is_kept(string form, string key)
    {
        var section = FormDefinitions.Find(form, 1)!.Section(key)!;
        var value = Gen.OneOf(Gen.String[Gen.Char, 0, 30], Gen.OneOfConst("", "1", "-1", "99", "yes", "3/2/26", "always", "\ud800", "٣", new string('9', 40)));
        var names = section.Fields.SelectMany(InputNames.All).DefaultIfEmpty("none").ToArray();

        Gen.Select(Gen.OneOfConst(names), value.Array[0, 3]).Array[0, 12].Sample(
            inputs =>
            {
                var posted = inputs.GroupBy(input => input.Item1).ToDictionary(same => same.Key, same => (IReadOnlyList<string>)same.Last().Item2);
                var read = SectionInput.Read(section, name => posted.GetValueOrDefault(name, []), AnswerGenerator.People, AnswerGenerator.Today);

                Assert.All(posted.Where(pair => pair.Key != "none"), pair => Assert.Equal(pair.Value, read.Typed.All(pair.Key)));
                Assert.All(read.Problems, problem => Assert.Contains(problem.InputName, names));
                Assert.Equal(read.Answers, AnswersJson.Read(AnswersJson.Write(read.Answers)));
                _ = SectionCheck.Missing(section, read.Answers);
                _ = FreeTextGuard.Warnings(section, read.Answers, AnswerGenerator.Today);
            },
            iter: 50);
    }

    private static SectionInput Read(params (string Name, string Value)[] inputs) =>
        SectionInput.Read(
            Sample,
            name => [.. inputs.Where(input => input.Name == name).Select(input => input.Value)],
            AnswerGenerator.People,
            AnswerGenerator.Today);

    private static bool IsInTheFuture(SectionDefinition section, Answers answers) =>
        section.Fields.Any(field => field.Limits.NotAfterToday && string.CompareOrdinal(answers[field.Key]?.Text, "2026-11-24") > 0);
}
