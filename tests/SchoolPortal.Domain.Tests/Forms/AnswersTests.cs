using System.Text.Json;
using SchoolPortal.Domain.Forms;
using Xunit;

namespace SchoolPortal.Domain.Tests.Forms;

public sealed class AnswersTests
{
    private static readonly SectionDefinition Travel = FormDefinitions.SchoolProfile.Section("travel")!;

    [Fact]
    public void The_same_answers_give_the_same_text_however_they_were_put_together()
    {
        var row = new Dictionary<string, string> { ["walk"] = "60", ["car"] = "40", ["cycle"] = "" };
        var turned = new Dictionary<string, string> { ["car"] = "40", ["walk"] = "60" };
        var one = Answers.None.With("b", Answer.Of("Ōtāhuhu")).With("a", Answer.OfRows([row])).With("c", Answer.Of(""));
        var other = Answers.None.With("a", Answer.OfRows([turned])).With("b", Answer.Of("Ōtāhuhu"));

        Assert.Equal(one, other);
        Assert.Equal("""{"a":[{"car":"40","walk":"60"}],"b":"Ōtāhuhu"}""", AnswersJson.Write(one));
        Assert.Equal(AnswersJson.Write(one), AnswersJson.Write(other));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"a":["x",{}]}""")]
    [InlineData("""{"a":[{"x":1}]}""")]
    [InlineData("{")]
    public void What_is_not_answers_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => AnswersJson.Read(json));

    [Fact]
    public void Answers_are_shown_in_words()
    {
        var answers = AnswersJson.Read("""{"travel.modes":[{"walk":"60","car":"40"}],"travel.buses":"no","travel.plan-date":"2025-03-05","travel.speed":"variable","travel.crossings":[{"road":"Great South Road","kind":"kea","patrolled":"yes"}],"travel.bus-controller":[{"id":"1","name":"Aroha Ngata","position":"Deputy principal"}]}""");

        Assert.Equal(["Walk: 60%", "By car: 40%"], Lines(answers, "travel.modes"));
        Assert.Equal(["No"], Lines(answers, "travel.buses"));
        Assert.Equal(["5 March 2025"], Lines(answers, "travel.plan-date"));
        Assert.Equal(["Variable: lower at school times"], Lines(answers, "travel.speed"));
        Assert.Equal(["Road and place: Great South Road; Kind: Kea crossing; Patrolled: Yes"], Lines(answers, "travel.crossings"));
        Assert.Equal(["Aroha Ngata, Deputy principal"], Lines(answers, "travel.bus-controller"));
        Assert.Empty(Lines(answers, "travel.hot-spots"));
    }

    [Fact]
    public void A_comparison_shows_only_what_differs_both_ways_round()
    {
        var before = Answers.None.With("travel.buses", Answer.Of("no")).With("travel.speed", Answer.Of("50"));
        var after = before.With("travel.buses", Answer.Of("yes")).With("travel.hot-spots", Answer.Of("Gate 2\nHall"));

        var changes = AnswerComparison.Changes(FormDefinitions.SchoolProfile, before, after);

        Assert.Equal(["travel.buses", "travel.hot-spots"], changes.Select(change => change.Field.Key));
        Assert.Equal(["No"], changes[0].Before);
        Assert.Equal(["Yes"], changes[0].After);
        Assert.Empty(changes[1].Before);
        Assert.Equal(["Gate 2", "Hall"], changes[1].After);
        Assert.Equal(changes.Select(change => change.After), AnswerComparison.Changes(Travel, after, before).Select(change => change.Before));
    }

    [Theory]
    [InlineData("Student 123456789 was late", "number 123456789")]
    [InlineData("NSN 1234567890", "number 1234567890")]
    [InlineData("born 3 May 2014", "date 3 May 2014")]
    [InlineData("DOB: 3/5/14", "date 3/5/14")]
    [InlineData("of Room 5, 12/03/2013", "date 12/03/2013")]
    [InlineData("turned 13, 12 March 2013", "date 12 March 2013")]
    [InlineData("Call mum on 0211234567", "phone number 0211234567")]
    [InlineData("Call mum on 021 123 4567", "phone number 021 123 4567")]
    [InlineData("his aunty is +64 21 123 4567", "phone number +64 21 123 4567")]
    [InlineData("at home, 09-123 4567", "phone number 09-123 4567")]
    public void Text_that_could_point_to_a_student_is_warned_of(string text, string named)
    {
        var warning = Assert.Single(FreeTextGuard.Warnings(Travel, Answers.None.With("travel.hot-spots", Answer.Of(text)), AnswerGenerator.Today));

        Assert.Equal("travel.hot-spots", warning.InputName);
        Assert.Contains(named, warning.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Call the office on extension 0211, or 111")]
    [InlineData("Rooms 01 to 09, 0 gates, 8:45 to 3, built 14 March 1985")]
    [InlineData("Reviewed 12/03/2025, next 1/2/2027")]
    [InlineData("Built 1/2/1985; 12345678 bricks; 12345678901 nails")]
    public void Ordinary_numbers_and_dates_are_left_alone(string text) =>
        Assert.Empty(FreeTextGuard.Warnings(Travel, Answers.None.With("travel.hot-spots", Answer.Of(text)), AnswerGenerator.Today));

    [Fact]
    public void Warnings_reach_into_the_cells_of_a_table()
    {
        var routes = Answer.OfRows([new Dictionary<string, string> { ["route"] = "1" }, new Dictionary<string, string> { ["operator"] = "Pupil 123456789" }]);

        var warning = Assert.Single(FreeTextGuard.Warnings(Travel, Answers.None.With("travel.routes", routes), AnswerGenerator.Today));

        Assert.Equal("travel.routes.1.operator", warning.InputName);
    }

    private static IReadOnlyList<string> Lines(Answers answers, string key) => AnswerText.Lines(Travel.Field(key)!, answers[key]);
}
