using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Domain.Tests.Agreements;
using Xunit;

namespace SchoolPortal.Domain.Tests.Profiles;

/// <summary>What is carried over, confirmed again and falls stale (domain §8).</summary>
public sealed class ProfileCheckTests
{
    private const string Termly = "readiness";

    [Fact]
    public void The_people_and_emergency_readiness_are_confirmed_each_term_and_nothing_else() =>
        Assert.Equal(["people", "readiness"], FormDefinitions.SchoolProfile.Sections.Where(s => s.ConfirmedEachTerm).Select(s => s.Key));

    /// <summary>Terms of 2026 end on 2 April, 3 July, 25 September and 18 December; later years are taken to run alike.</summary>
    [Theory]
    [InlineData("2026-02-10", "2026-04-02", false)]
    [InlineData("2026-02-10", "2026-04-03", true)]
    [InlineData("2026-04-02", "2026-04-03", true)]
    [InlineData("2026-04-03", "2026-07-03", false)]
    [InlineData("2026-04-10", "2026-07-04", true)]
    [InlineData("2026-11-24", "2026-12-18", false)]
    [InlineData("2026-11-24", "2027-01-20", true)]
    [InlineData("2027-01-20", "2027-03-31", false)]
    [InlineData("2027-02-10", "2027-04-05", true)]
    [InlineData("2031-04-20", "2031-06-20", false)]
    [InlineData("2031-05-20", "2031-07-20", true)]
    public void What_was_confirmed_before_the_end_of_a_term_is_stale_after_it(string confirmed, string today, bool isStale)
    {
        var section = SampleProfile.Form.Section(Termly)!;

        Assert.Equal(isStale, ProfileSection.IsStale(section, Noon(confirmed), AgreementIn.Terms, Day(today)));
        Assert.False(ProfileSection.IsStale(SampleProfile.Form.Section("about")!, Noon(confirmed), AgreementIn.Terms, Day(today)));
        Assert.False(ProfileSection.IsStale(section, checkedAt: null, AgreementIn.Terms, Day(today)));
        Assert.False(ProfileSection.IsStale(section, Noon(confirmed), new SchoolCalendar([]), Day(today)));
    }

    [Fact]
    public void From_2026_to_2031_a_section_falls_stale_four_times_a_year_and_each_confirmation_mends_it()
    {
        var profile = SampleProfile.In(ProfileState.Confirmed);
        var fallen = 0;
        for (var day = SampleProfile.Due; day < new DateOnly(2032, 1, 15); day = day.AddDays(1))
        {
            if (ProfileSection.IsStale(SampleProfile.Form.Section(Termly)!, Section(profile).CheckedAt, AgreementIn.Terms, day))
            {
                fallen++;
                profile.Reconfirm(SampleProfile.Form, Termly, SampleProfile.School, SampleProfile.By("Aroha", Noon(day)));
            }
        }

        Assert.Equal(6 * 4, fallen);
    }

    [Theory]
    [InlineData(ProfileState.NotStarted, ProfileState.Draft)]
    [InlineData(ProfileState.Draft, ProfileState.Draft)]
    [InlineData(ProfileState.Submitted, ProfileState.Submitted)]
    [InlineData(ProfileState.Returned, ProfileState.Returned)]
    [InlineData(ProfileState.Confirmed, ProfileState.Confirmed)]
    public void Confirming_again_says_who_and_when_and_changes_no_answer(ProfileState before, ProfileState after)
    {
        var profile = SampleProfile.In(before);
        var answers = profile.Answers();
        var at = SampleProfile.Opened.AddDays(90);

        profile.Reconfirm(SampleProfile.Form, Termly, SampleProfile.School, SampleProfile.By("Hōne", at));

        Assert.Equal((at, "Hōne", SectionState.Complete), (Section(profile).CheckedAt, Section(profile).CheckedBy, Section(profile).State));
        Assert.Equal(answers, profile.Answers());
        Assert.Equal(after, profile.State);
        Assert.Null(profile.AmendedAt);
    }

    [Fact]
    public void What_cannot_be_confirmed_again_is_refused_with_what_to_do()
    {
        Assert.Contains("2026 is over", Refused<StepNotAllowed>(SampleProfile.In(ProfileState.Archived), Termly), StringComparison.Ordinal);
        Assert.Contains("with the whole profile", Refused<StepNotAllowed>(SampleProfile.In(ProfileState.Confirmed), "about"), StringComparison.Ordinal);
        Assert.Contains("cannot be confirmed with gaps", Refused<RuleBroken>(SampleProfile.New(), Termly), StringComparison.Ordinal);
        Assert.Throws<StepNotAllowed>(() => SampleProfile.In(ProfileState.Confirmed)
            .Reconfirm(SampleProfile.Form, Termly, SampleProfile.Police, SampleProfile.By("Constable")));

        var returned = SampleProfile.In(ProfileState.Submitted);
        returned.Return(new Dictionary<string, string> { [Termly] = "Which gate?" }, SampleProfile.Police, SampleProfile.By("Constable"));
        Assert.Contains("sent Readiness back", Refused<StepNotAllowed>(returned, Termly), StringComparison.Ordinal);
    }

    [Fact]
    public void One_press_keeps_every_section_that_is_complete_as_carried_over_and_leaves_the_others()
    {
        var profile = SampleProfile.New(SampleProfile.Answered("about").With("events.more", Answer.Of("Only half")).With(SampleProfile.Answered(Termly)));

        var kept = profile.KeepUnchanged(SampleProfile.Form, section => section.Key != Termly, SampleProfile.School, SampleProfile.By("Aroha"));

        Assert.Equal(["about"], kept.Select(section => section.Key));
        Assert.Equal(
            [SectionState.Complete, SectionState.ToCheck, SectionState.ToCheck],
            SampleProfile.Form.Sections.Select(section => profile.Sections.Single(s => s.Key == section.Key).State));
        Assert.Equal((1, ProfileState.Draft), (profile.SectionsDone, profile.State));
        Assert.Empty(profile.KeepUnchanged(SampleProfile.Form, section => section.Key != Termly, SampleProfile.School, SampleProfile.By("Aroha")));
    }

    private static string Refused<TRefusal>(Profile profile, string key)
        where TRefusal : Exception =>
        Assert.Throws<TRefusal>(() => profile.Reconfirm(SampleProfile.Form, key, SampleProfile.School, SampleProfile.By("Aroha"))).Message;

    private static ProfileSection Section(Profile profile) => profile.Sections.Single(s => s.Key == Termly);

    private static DateOnly Day(string text) => DateOnly.Parse(text, NewZealandTime.Culture);

    private static DateTime Noon(string day) => Noon(Day(day));

    private static DateTime Noon(DateOnly day) => NewZealandTime.StartOf(day).AddHours(12);
}
