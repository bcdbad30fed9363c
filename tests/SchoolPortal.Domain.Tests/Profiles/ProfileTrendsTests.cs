using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;
using Xunit;

namespace SchoolPortal.Domain.Tests.Profiles;

public sealed class ProfileTrendsTests
{
    private static readonly IReadOnlyDictionary<string, FactValue> NoFacts = new Dictionary<string, FactValue>();

    private static readonly FieldDefinition Visits = Field("police.visits", FieldKind.Number);
    private static readonly FieldDefinition Reviewed = Field("police.reviewed", FieldKind.Number) with { Limits = new FieldLimits(null, 2000, 2100, false) };

    private static readonly FieldDefinition Modes = Field("travel.modes", FieldKind.Percentages) with
    {
        Options = [new("walk", "Walk", null), new("car", "By car", null), new("boat", "By boat", null)],
    };

    public static TheoryData<string?[], string> Courses => new()
    {
        { ["7", "19"], "Up 12 since 2025" },
        { ["19", "7"], "Down 12 since 2025" },
        { ["7", "7"], "Same as in 2025" },
        { ["0", null, "3"], "Up 3 since 2024" },
        { ["3", "5", null], "Up 2 since 2024" },
        { ["2", SmallCounts.Hidden, "9"], "Up 7 since 2024" },
        { ["7"], "" },
        { [null, "7"], "" },
    };

    [Theory, MemberData(nameof(Courses))]
    public void A_number_says_where_it_went_since_the_year_that_last_had_one(string?[] answers, string course)
    {
        var years = answers.Select((answer, at) => (2027 - answers.Length + at, Answered(FormOf(Visits), ("police.visits", answer)))).ToList();

        var line = Assert.Single(Assert.Single(ProfileTrends.Of(years)).Lines);

        Assert.Equal(course, line.Course);
        Assert.Equal(answers.Select(answer => answer ?? ""), line.Points.Select(point => point.Text));
    }

    [Fact]
    public void Shares_stand_in_a_table_of_their_own_with_a_line_for_each_that_was_ever_answered()
    {
        var form = FormOf(Visits, Modes);
        var shares = Answer.OfRows([new Dictionary<string, string> { ["walk"] = "40", ["car"] = "60" }]);
        var year = new FormRecord(form, Answers.None.With(Modes.Key, shares).With(Visits.Key, Answer.Of("3")), NoFacts);

        var tables = ProfileTrends.Of([(2026, year)]);

        Assert.Equal(["Section police", "What of travel.modes?"], tables.Select(table => table.Caption));
        Assert.Equal([("Walk", "40%", 100), ("By car", "60%", 100)], tables[1].Lines.Select(line => (line.Label, line.Points[0].Text, line.Whole)));
        Assert.Null(tables[0].Lines[0].Whole);
    }

    [Fact]
    public void Years_keep_the_questions_of_their_time_and_a_year_that_asked_otherwise_has_no_number()
    {
        var asked = Answered(FormOf(Visits), ("police.visits", "7"));
        var gone = Answered(FormOf(Reviewed), ("police.reviewed", "2025"));
        var otherKind = Answered(FormOf(Visits with { Kind = FieldKind.Text }), ("police.visits", "12"));
        var renamed = Answered(FormOf(Visits with { Label = "Visits by Police" }), ("police.visits", "9"));

        var line = Assert.Single(Assert.Single(ProfileTrends.Of([(2023, asked), (2024, gone), (2025, otherKind), (2026, renamed)])).Lines);

        Assert.Equal("Visits by Police", line.Label);
        Assert.Equal([7, null, null, 9], line.Points.Select(point => point.Number));
    }

    [Fact]
    public void A_year_of_review_is_no_number_that_rises_and_falls()
    {
        var form = FormOf(Reviewed);

        Assert.False(ProfileTrends.HasNumbers(form.Sections[0]));
        Assert.Empty(ProfileTrends.Of([(2026, Answered(form, ("police.reviewed", "2025")))]));
        Assert.True(ProfileTrends.HasNumbers(FormOf(Visits).Sections[0]));
    }

    private static FormRecord Answered(FormDefinition form, params (string Key, string? Text)[] answers) =>
        new(form, answers.Aggregate(Answers.None, (all, answer) => all.With(answer.Key, answer.Text is null ? null : Answer.Of(answer.Text))), NoFacts);

    private static FormDefinition FormOf(params FieldDefinition[] fields) => new("school-profile", 1, "School Profile", null, [],
    [
        .. fields.GroupBy(field => field.Key.Split('.')[0])
            .Select(section => new SectionDefinition(section.Key, $"Section {section.Key}", null, null, [], Sensitivity.Partners, false, [.. section])),
    ]);

    private static FieldDefinition Field(string key, FieldKind kind) =>
        new(key, $"What of {key}?", null, kind, false, FieldLimits.None, [], [], null, null, Sensitivity.Partners, null);
}
