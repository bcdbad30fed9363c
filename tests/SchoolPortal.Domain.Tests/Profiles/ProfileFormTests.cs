using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;

using Xunit;

namespace SchoolPortal.Domain.Tests.Profiles;

public sealed class ProfileFormTests
{
    private static readonly FormDefinition Next = SampleProfile.Form with
    {
        Version = 2,
        Sections =
        [
            About with { Title = "The school", Fields = [.. About.Fields.Select(field => field with { Key = $"{field.Key}-now", Was = field.Key })] },
            SampleProfile.Form.Section("readiness")! with { Fields = [.. SampleProfile.Form.Section("readiness")!.Fields, Field("events.needed") with { Key = "readiness.gala", Was = "events.needed", Sensitivity = Sensitivity.Restricted }] },
            About with { Key = "brand-new", Fields = [Field("about.needed") with { Key = "brand-new.needed" }] },
        ],
        Dropped = [new("events.more", "Nobody used it")],
    };

    private static readonly FormSuccession Step = new(SampleProfile.Form, Next);

    private static SectionDefinition About => SampleProfile.Form.Section("about")!;

    public static TheoryData<ProfileState> States => [.. Enum.GetValues<ProfileState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void A_draft_takes_the_next_version_and_what_is_with_Police_or_confirmed_stays_as_it_was_answered(ProfileState state)
    {
        var profile = SampleProfile.In(state);
        if (state is ProfileState.NotStarted or ProfileState.Draft or ProfileState.Returned)
        {
            profile.TakeForm(Step);
            Assert.Equal(2, profile.FormVersion);
            Assert.Equal(state, profile.State);
            return;
        }

        var refused = Assert.Throws<StepNotAllowed>(() => profile.TakeForm(Step));
        Assert.Contains("stays with the questions it was answered under", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, profile.FormVersion);
    }

    [Fact]
    public void A_section_whose_questions_go_on_under_other_keys_stays_done_and_one_that_is_given_more_is_looked_at_again()
    {
        var profile = SampleProfile.In(ProfileState.Draft);
        profile.Save("events", new SectionEntry(SampleProfile.Answered("events", "The gala"), false));

        profile.TakeForm(Step);

        Assert.Equal(SectionState.Complete, Of(profile, "about").State);
        Assert.Equal("Aroha", Of(profile, "about").SavedBy);
        Assert.Equal("Yes, all of it", profile.Answers()["about.needed-now"]!.Text);
        Assert.Equal(SectionState.ToCheck, Of(profile, "readiness").State);
        Assert.Equal("The gala", profile.Answers()["readiness.gala"]!.Text);
        Assert.Equal(SectionState.NotStarted, Of(profile, "brand-new").State);
        Assert.Equal(SectionState.Retired, Of(profile, "events").State);
        Assert.True(Of(profile, "events").Answers().IsEmpty);
        Assert.Equal(1, profile.SectionsDone);
        Assert.All(profile.Sections, section => Assert.Empty(section.Earlier()));
    }

    [Fact]
    public void An_answer_of_a_section_that_is_gone_is_read_in_the_first_section_which_is_then_looked_at_again()
    {
        var profile = SampleProfile.In(ProfileState.Draft);
        profile.Save("events", new SectionEntry(SampleProfile.Answered("events").With("events.more", Answer.Of("And the ball")), false));

        profile.TakeForm(Step);

        var kept = Assert.Single(Of(profile, "about").Earlier());
        Assert.Equal(("events.more", "And the ball", "Nobody used it", true), (kept.Key, Assert.Single(kept.Lines), kept.Why, kept.IsRestricted));
        Assert.Equal(SectionState.ToCheck, Of(profile, "about").State);
    }

    [Fact]
    public void A_section_in_which_nothing_differs_keeps_its_token_so_that_who_is_typing_there_is_not_disturbed()
    {
        var profile = SampleProfile.In(ProfileState.Draft);
        var before = Of(profile, "events");
        var (answers, state) = (before.AnswersJson, before.State);
        var more = Field("about.needed") with { Key = "about.third" };
        profile.TakeForm(new FormSuccession(SampleProfile.Form, SampleProfile.Form with
        {
            Version = 2,
            Sections = [.. SampleProfile.Form.Sections.Select(section => section.Key == "about" ? section with { Fields = [.. section.Fields, more] } : section)],
        }));

        Assert.Equal((answers, state, null), (before.AnswersJson, before.State, before.EarlierJson));
        Assert.Equal(SectionState.ToCheck, Of(profile, "about").State);
    }

    [Fact]
    public void A_section_that_a_later_version_asks_again_comes_back()
    {
        var profile = SampleProfile.In(ProfileState.Draft);
        profile.TakeForm(Step);
        var again = SampleProfile.Form.Section("events")! with { Fields = [Field("events.needed")] };

        profile.TakeForm(new FormSuccession(Next, Next with { Version = 3, Dropped = [], Sections = [.. Next.Sections.Select(Settled), again] }));

        Assert.Equal(SectionState.NotStarted, Of(profile, "events").State);
        Assert.Equal(profile.Sections.Count, profile.Sections.DistinctBy(section => section.Key).Count());
    }

    [Fact]
    public void An_earlier_answer_goes_on_when_its_section_ends()
    {
        var profile = SampleProfile.In(ProfileState.Draft);
        profile.Save("events", new SectionEntry(SampleProfile.Answered("events").With("events.more", Answer.Of("And the ball")), false));
        var events = SampleProfile.Form.Section("events")!;
        var without = SampleProfile.Form with
        {
            Version = 2,
            Dropped = [new("events.more", "Nobody used it")],
            Sections = [.. SampleProfile.Form.Sections.Select(section => section == events ? events with { Fields = [Field("events.needed")] } : section)],
        };
        var ended = without with { Version = 3, Dropped = [new("events.needed", "Nobody used it either")], Sections = [.. without.Sections.Where(section => section.Key != "events")] };

        profile.TakeForm(new FormSuccession(SampleProfile.Form, without));
        profile.TakeForm(new FormSuccession(without, ended));

        Assert.Equal(["events.more", "events.needed"], Of(profile, "about").Earlier().Select(kept => kept.Key).Order(StringComparer.Ordinal));
        Assert.Empty(Of(profile, "events").Earlier());
    }

    private static SectionDefinition Settled(SectionDefinition section) =>
        section with { Fields = [.. section.Fields.Select(field => field with { Was = null })] };

    private static ProfileSection Of(Profile profile, string key) => profile.Sections.Single(section => section.Key == key);

    private static FieldDefinition Field(string key) => SampleProfile.Form.Fields().Single(place => place.Field.Key == key).Field;
}
