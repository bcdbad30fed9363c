using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Http;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Forms;
using Xunit;
using FieldOption = SchoolPortal.Domain.Forms.FieldOption;

namespace SchoolPortal.Web.Tests.Forms;

public sealed class SectionPartialsTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly IReadOnlyList<ContactChoice> People =
        [new("c1", "Aroha Ngata", "Principal"), new("c2", "Siobhán O’Brien", "Deputy principal")];

    private static readonly SectionDefinition Travel = FormDefinitions.SchoolProfile.Section("travel")!;

    public static TheoryData<string, string> Sections => new(
        FormDefinitions.All.SelectMany(form => form.Sections.Select(section => (form.Key, section.Key))));

    [Theory, MemberData(nameof(Sections))]
    public async Task Every_question_of_every_section_is_drawn_with_a_label_and_all_its_ties(string form, string key)
    {
        var section = Section(form, key);

        var page = await Drawn.Partial("_SectionFields", SectionForm.Of(section, Full(section), People) with { LastYear = Full(section) });

        Assert.Empty(Drawn.Faults(page));
        Assert.All(section.Fields, field => Assert.Contains(field.Label, page.Body!.TextContent, StringComparison.Ordinal));
        Assert.All(section.Text, clause => Assert.Contains(clause, page.Body!.TextContent, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Sections))]
    public async Task An_untouched_section_posts_back_the_answers_it_was_drawn_with(string form, string key)
    {
        var section = Section(form, key);
        foreach (var answers in new[] { Answers.None, Full(section) })
        {
            var page = await Drawn.Partial("_SectionFields", SectionForm.Of(section, answers, People));
            var read = PostedSection.Read(Drawn.Post(page), section, answers, People, Today);

            Assert.Empty(read.Problems);
            Assert.Equal(answers, read.Answers);
        }
    }

    [Theory, MemberData(nameof(Sections))]
    public async Task Every_gap_is_shown_at_its_question_and_the_summary_can_link_to_it(string form, string key)
    {
        var section = Section(form, key);
        var gaps = SectionCheck.Missing(section, Answers.None);

        var page = await Drawn.Partial("_SectionFields", SectionForm.Of(section, Answers.None, People), gaps);

        Assert.Empty(Drawn.Faults(page));
        Assert.All(gaps, gap =>
        {
            Assert.NotNull(page.GetElementById(FieldTagHelper.IdOf(gap.InputName)));
            Assert.Contains(gap.Sentence, page.GetElementById(FieldTagHelper.IdOf(gap.InputName) + "-error")!.TextContent, StringComparison.Ordinal);
        });
    }

    [Theory, MemberData(nameof(Sections))]
    public async Task Every_answer_can_be_read_and_changed_from_the_check_page(string form, string key)
    {
        var section = Section(form, key);
        var answers = Full(section);

        var page = await Drawn.Partial("_SectionAnswers", new SectionAnswers(section, answers) { ChangeAddress = "/change" });
        var fields = await Drawn.Partial("_SectionFields", SectionForm.Of(section, answers, People));

        Assert.Empty(Drawn.Faults(page));
        Assert.Equal(section.Fields.Count, page.QuerySelectorAll("dt").Length);
        Assert.DoesNotContain("Not answered", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("a"), link => Assert.NotNull(fields.GetElementById(link.GetAttribute("href")!.Split('#')[1])));
    }

    [Fact]
    public async Task What_was_typed_comes_back_letter_for_letter_with_what_is_wrong()
    {
        var typed = new Dictionary<string, string>
        {
            ["travel.modes.walk"] = " sixty ",
            ["travel.plan-date"] = "32 Feb <b>",
            ["travel.hot-spots"] = "\r\nGate 2  \r\n" + new string('x', 1200),
            ["travel.routes.0.students"] = "lots & lots",
            ["travel.routes.rows"] = "3",
        };
        var form = new FormCollection(typed.ToDictionary(pair => pair.Key, pair => new Microsoft.Extensions.Primitives.StringValues(pair.Value)));
        var read = PostedSection.Read(form, Travel, Answers.None, People, Today);

        var page = await Drawn.Partial("_SectionFields", new SectionForm(Travel, read.Typed) { People = People }, read.Problems);

        Assert.Equal(4, read.Problems.Count);
        Assert.All(read.Problems, problem => Assert.Contains(problem.Sentence, page.Body!.TextContent, StringComparison.Ordinal));
        var posted = Drawn.Post(page);
        Assert.All(typed, pair => Assert.Equal(pair.Value, posted[pair.Key].ToString()));
    }

    [Fact]
    public async Task A_table_offers_three_blank_rows_and_three_more_each_time_they_are_asked_for()
    {
        var routes = Travel.Field("travel.routes")!;
        var page = await Drawn.Partial("_SectionFields", SectionForm.Of(Travel, Full(Travel), People));
        Assert.Equal(1 + 3, RowsOf(page, routes));

        for (var rows = 7; rows <= routes.MaxRows + 3; rows += 3)
        {
            var form = new FormCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>(Drawn.Post(page)) { [PostedSection.MoreRows] = routes.Key });
            var read = PostedSection.Read(form, Travel, Answers.None, People, Today);
            page = await Drawn.Partial("_SectionFields", new SectionForm(Travel, read.Typed) { People = People, MoreRowsFor = PostedSection.MoreRowsFor(form, Travel) });
            Assert.Equal(Math.Min(rows, routes.MaxRows), RowsOf(page, routes));
        }

        Assert.DoesNotContain(page.QuerySelectorAll("button"), button => button.GetAttribute("value") == routes.Key);
    }

    [Fact]
    public async Task Enter_in_a_field_saves_and_does_not_add_rows()
    {
        var page = await Drawn.Partial("_SectionFields", SectionForm.Of(Travel, Answers.None, People));

        Assert.Null(page.QuerySelector("button")!.GetAttribute("name"));
    }

    [Fact]
    public async Task Last_year_is_told_where_it_differs()
    {
        var lastYear = Full(Travel);
        var now = lastYear.With("travel.hot-spots", Answer.Of("Gate 3")).With("travel.buses", null);

        var page = await Drawn.Partial("_SectionFields", SectionForm.Of(Travel, now, People) with { LastYear = lastYear });

        string Hint(string key) => page.GetElementById(FieldTagHelper.IdOf(key) + "-hint")!.TextContent;
        Assert.Contains("Last year: “Ōtāhuhu", Hint("travel.hot-spots"), StringComparison.Ordinal);
        Assert.Contains("Last year: “No”.", Hint("travel.buses"), StringComparison.Ordinal);
        Assert.All(["travel.modes", "travel.crossings", "travel.speed", "travel.plan-date", "travel.bus-controller"], key =>
            Assert.Contains("The same as last year.", Hint(key), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_who_left_stays_the_answer_until_another_is_chosen()
    {
        var answers = Answers.None.With("travel.bus-controller", new ContactChoice("gone", "Hēmi Tūhoe", "Bus controller").ToAnswer());

        var page = await Drawn.Partial("_SectionFields", SectionForm.Of(Travel, answers, People));
        var kept = PostedSection.Read(Drawn.Post(page), Travel, answers, People, Today);
        var stranger = PostedSection.Read(Drawn.Post(page), Travel, Answers.None, People, Today);

        Assert.Equal(answers, kept.Answers);
        Assert.Single(stranger.Problems);
    }

    [Fact]
    public async Task A_restricted_section_says_who_sees_it()
    {
        var page = await Drawn.Partial("_SectionFields", SectionForm.Of(FormDefinitions.SchoolProfile.Section("site")!, Answers.None, People));

        Assert.Contains(SectionForm.Restricted, page.QuerySelector(".govuk-inset-text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_show_their_source_and_a_missing_one_says_so()
    {
        var about = FormDefinitions.SchoolProfile.Section("about")!;
        var facts = new Dictionary<string, FactValue> { [FactKeys.SchoolName] = new("Ōtāhuhu & Co", "Schools directory, 25 September 2021") };

        var page = await Drawn.Partial("_SectionFields", SectionForm.Of(about, Answers.None, People) with { Facts = facts });

        var rows = page.QuerySelectorAll(".govuk-summary-list__row");
        Assert.Contains("Ōtāhuhu & Co", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("25 September 2021", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Not recorded", rows[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_box_for_free_text_asks_not_to_name_students()
    {
        foreach (var section in FormDefinitions.All.SelectMany(form => form.Sections))
        {
            var page = await Drawn.Partial("_SectionFields", SectionForm.Of(section, Answers.None, People));
            Assert.All(section.Fields.Where(field => field.IsFreeText), field =>
                Assert.Contains(FreeTextGuard.Hint, page.GetElementById(FieldTagHelper.IdOf(field.Key) + "-hint")!.TextContent, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_comparison_shows_both_texts_side_by_side()
    {
        var before = Answers.None.With("travel.hot-spots", Answer.Of("Gate 1"));
        var after = Answers.None.With("travel.hot-spots", Answer.Of("Gate 1\nHall")).With("travel.buses", Answer.Of("yes"));

        var page = await Drawn.Partial("_AnswerChanges", new AnswerChanges("What changed", "Then", "Now", AnswerComparison.Changes(Travel, before, after)));

        Assert.Equal(["No answer", "Yes", "Gate 1", "Gate 1\nHall"], page.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
    }

    private static SectionDefinition Section(string form, string key) => FormDefinitions.Find(form, 1)!.Section(key)!;

    private static int RowsOf(IHtmlDocument page, FieldDefinition field) =>
        page.QuerySelectorAll("input").Count(input => input.GetAttribute("name") is { } name && name.StartsWith(field.Key + ".", StringComparison.Ordinal) && name.EndsWith(".route", StringComparison.Ordinal));

    /// <summary>An answer to every question of a section.</summary>
    private static Answers Full(SectionDefinition section) =>
        section.Fields.Aggregate(Answers.None, (all, field) => all.With(field.Key, Example(field)));

    private static Answer? Example(FieldDefinition field) => field.Kind switch
    {
        FieldKind.Fact => null,
        FieldKind.LongText => Answer.Of("Ōtāhuhu & “friends”\n\n<b>second</b> line"),
        FieldKind.Several => Answer.OfItems(field.Options.Take(field.Limits.Min ?? 2).Select(option => option.Key)),
        FieldKind.Percentages => Answer.OfRows([new Dictionary<string, string> { [field.Options[0].Key] = "60", [field.Options[1].Key] = "40" }]),
        FieldKind.Table => Answer.OfRows([field.Columns.ToDictionary(column => column.Key, column => Example(column.Kind, column.Options, 3))]),
        FieldKind.Contact => People[1].ToAnswer(),
        _ => Answer.Of(Example(field.Kind, field.Options, field.Limits.Min ?? 3)),
    };

    private static string Example(FieldKind kind, IReadOnlyList<FieldOption> options, int number) => kind switch
    {
        FieldKind.Number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        FieldKind.Date => "2026-05-14",
        FieldKind.YesNo => "no",
        FieldKind.Choice => options[^1].Key,
        _ => "Room \"2\" & <i>",
    };
}
