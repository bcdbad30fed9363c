using CsCheck;

using SchoolPortal.Domain.Forms;

using Xunit;

namespace SchoolPortal.Domain.Tests.Forms;

public sealed class FormSuccessionTests
{
    private static readonly FormDefinition Form = FormDefinitions.SchoolProfile;

    private static readonly Gen<Answers> Answered = Form.Sections.Aggregate(
        Gen.Const(Answers.None), (all, section) => Gen.Select(all, AnswerGenerator.Of(section), (answers, more) => answers.With(more)));

    [Fact]
    public void Whatever_a_version_changes_every_answer_is_carried_whole_or_kept_as_an_earlier_answer() =>
        Gen.Select(NextVersion.Of(Form), Answered).Sample(
            (next, answers) =>
            {
                var step = new FormSuccession(Form, next);
                Assert.Empty(step.Problems());

                var carried = step.Carry(answers);

                var earlier = carried.Earlier.SelectMany(section => section).ToList();
                foreach (var (_, field) in Form.Fields().Where(place => answers[place.Field.Key] is not null))
                {
                    var said = Words(AnswerText.Lines(field, answers[field.Key]));
                    var successors = next.Fields().Select(place => place.Field).Where(each => (each.Was ?? each.Key) == field.Key).ToList();
                    var isCarried = successors is [var only] && Holds(Words(AnswerText.Lines(only, carried.Answers[only.Key])), said);
                    Assert.True(
                        isCarried || earlier.Exists(kept => kept.Key == field.Key && Words(kept.Lines).SequenceEqual(said)),
                        $"{field.Key} ({field.Kind}): {string.Join('|', AnswerText.Lines(field, answers[field.Key]))}");
                }

                Assert.All(carried.Answers.Keys, key => Assert.Contains(next.Fields(), place => place.Field.Key == key));
                Assert.All(earlier, kept => Assert.Equal(Form.Fields().Single(place => place.Field.Key == kept.Key).Field.Sensitivity == Sensitivity.Restricted, kept.IsRestricted));
                Assert.All(carried.Earlier, section => Assert.NotNull(next.Section(section.Key)));
            },
            iter: 200);

    [Fact]
    public void What_is_carried_may_be_saved_as_it_is() =>
        Gen.Select(NextVersion.Of(Form), Answered).Sample(
            (next, answers) =>
            {
                var carried = new FormSuccession(Form, next).Carry(answers).Answers;
                foreach (var section in next.Sections)
                {
                    var values = InputValues.Of(section, carried);
                    var read = SectionInput.Read(section, values.All, AnswerGenerator.People, new DateOnly(2030, 1, 1));
                    Assert.Empty(read.Problems);
                    Assert.Equal(carried.Of(section), read.Answers);
                }
            },
            iter: 100);

    [Fact]
    public void A_version_that_only_rewords_carries_everything_under_the_same_keys()
    {
        var next = Form with
        {
            Version = 2,
            Sections = [.. Form.Sections.Select(section => section with { Title = section.Title + "!", Fields = [.. section.Fields.Select(field => field with { Label = field.Label + "!" })] })],
        };
        var step = new FormSuccession(Form, next);

        Assert.All(step.Changes(), change => Assert.Equal(QuestionFate.Kept, change.Fate));
        Answered.Sample(
            answers =>
            {
                var carried = step.Carry(answers);
                Assert.Equal(answers, carried.Answers);
                Assert.Empty(carried.Earlier);
            },
            iter: 20);
    }

    [Fact]
    public void An_answer_to_a_split_question_stands_beside_each_of_the_questions_that_take_its_place()
    {
        var (field, section) = (Field("travel.hot-spots"), Form.Section("travel")!);
        var next = With(section, [.. section.Fields.Except([field]), field with { Key = "travel.by-day", Was = field.Key }, field with { Key = "travel.at-night", Was = field.Key }]);
        var step = new FormSuccession(Form, next);

        var carried = step.Carry(Answers.None.With(field.Key, Answer.Of("Hemi, every day")));

        Assert.True(carried.Answers.IsEmpty);
        var kept = Assert.Single(carried.Earlier["travel"]);
        Assert.Equal(["Hemi, every day"], kept.Lines);
        Assert.Equal(field.Label, kept.Question);
        Assert.Equal(QuestionFate.Split, step.Changes().Single(change => change.From == field).Fate);
    }

    public static TheoryData<string, FormDefinition> Faulty
    {
        get
        {
            var travel = Form.Section("travel")!;
            var controller = Field("travel.hot-spots");
            var others = travel.Fields.Except([controller]).ToList();
            var restricted = Form.Section("site")!.Fields.First(asked => asked.Kind != FieldKind.Fact);
            return new()
            {
                { "nothing says what becomes of its answers", With(travel, others) },
                { "is dropped without a reason", With(travel, others) with { Dropped = [new(controller.Key, "")] } },
                { "takes its place. Take one of the two away", With(travel, travel.Fields) with { Dropped = [new(controller.Key, "Unused")] } },
                { "asks no such question. Correct “was”", With(travel, [.. travel.Fields, controller with { Key = "travel.more", Was = "travel.nowhere" }]) },
                { "is a question of version 1 too", With(travel, [.. others, controller with { Was = others.First(asked => asked.Kind != FieldKind.Fact).Key }]) with { Dropped = [new(controller.Key, "Unused")] } },
                { "is named under “dropped”, but version 1 asks no such question", With(travel, travel.Fields) with { Dropped = [new("travel.nowhere", "Unused")] } },
                { "told in confidence would be shown to more people", Form with { Version = 2, Sections = [.. Form.Sections.Select(section => section with
                    {
                        Fields = [.. section.Fields.Except([restricted]), .. section == travel ? [restricted with { Key = "travel.gate", Was = restricted.Key, Sensitivity = Sensitivity.Partners }] : Array.Empty<FieldDefinition>()],
                    })] } },
                { "Set “version” to 2", With(travel, travel.Fields) with { Version = 3 } },
                { "Leave the key as it is", With(travel, travel.Fields) with { Key = "other-form" } },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_version_that_would_lose_or_show_an_answer_is_refused_with_its_place(string sentence, FormDefinition next) =>
        Assert.Contains(new FormSuccession(Form, next).Problems(), problem => problem.Contains(sentence, StringComparison.Ordinal));

    private static FieldDefinition Field(string key) => Form.Fields().Single(place => place.Field.Key == key).Field;

    private static FormDefinition With(SectionDefinition changed, IReadOnlyList<FieldDefinition> fields) => Form with
    {
        Version = 2,
        Sections = [.. Form.Sections.Select(section => section == changed ? section with { Fields = fields } : section)],
    };

    private static List<string> Words(IReadOnlyList<string> lines) =>
        [.. lines.SelectMany(line => Folded.Of(line).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal)];

    private static bool Holds(List<string> words, List<string> said)
    {
        var left = words.ToList();
        return said.TrueForAll(left.Remove);
    }
}
