using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;
using Xunit;

namespace SchoolPortal.Domain.Tests.Profiles;

public sealed class ProfileTests
{
    [Fact]
    public void A_new_year_starts_from_last_years_answers_each_to_be_checked()
    {
        var profile = SampleProfile.New(SampleProfile.Answered("about").With("gone.field", Answer.Of("of an older form")));

        Assert.Equal(ProfileState.NotStarted, profile.State);
        Assert.Equal(0, profile.SectionsDone);
        Assert.Equal(SectionState.ToCheck, StateOf(profile, "about"));
        Assert.Equal(SectionState.NotStarted, StateOf(profile, "events"));
        Assert.Equal(SampleProfile.Answered("about"), profile.Answers());
    }

    [Fact]
    public void A_section_is_complete_when_nothing_required_is_missing()
    {
        var profile = SampleProfile.New();
        profile.Save("about", new SectionEntry(Answers.None.With("about.more", Answer.Of("Something")), NothingToReport: false));
        Assert.Equal(SectionState.InProgress, StateOf(profile, "about"));
        Assert.Equal(0, profile.SectionsDone);

        profile.Save("about", SampleProfile.Entry("about"));
        Assert.Equal(SectionState.Complete, StateOf(profile, "about"));
        Assert.Equal(1, profile.SectionsDone);
    }

    [Fact]
    public void Nothing_to_report_is_an_answer_only_where_the_form_says_so_and_leaves_no_old_answers_behind()
    {
        var profile = SampleProfile.New(SampleProfile.Answered("events"));
        profile.Save("events", new SectionEntry(SampleProfile.Answered("events"), NothingToReport: true));
        Assert.Equal(SectionState.NothingToReport, StateOf(profile, "events"));
        Assert.True(profile.Answers().IsEmpty);

        var refused = Assert.Throws<RuleBroken>(() => profile.Save("about", new SectionEntry(Answers.None, NothingToReport: true)));
        Assert.Equal("About needs an answer; it cannot be left at nothing to report", refused.Message);
    }

    [Fact]
    public void Submitting_names_every_section_that_is_not_done_in_the_order_of_the_form()
    {
        var profile = SampleProfile.New();
        profile.Save("events", new SectionEntry(Answers.None, NothingToReport: true));

        var refused = Assert.Throws<RuleBroken>(() => profile.Submit(SampleProfile.Form, SampleProfile.School, SampleProfile.By("Principal")));

        Assert.Equal("Check or complete these sections first: 1 About; 3 Readiness", refused.Message);
        Assert.Equal(ProfileState.Draft, profile.State);
    }

    [Fact]
    public void The_shipped_form_lets_nothing_be_reported_only_outside_the_sections_that_must_be_complete()
    {
        var must = FormDefinitions.SchoolProfile.Sections.Where(s => !s.MayBeNothing).Select(FormDefinitions.SchoolProfile.NumberOf);

        // Domain §8 names 1, 2, 4, 11 and 14.
        Assert.Equal([1, 2, 4, 11, 14], must);
    }

    [Fact]
    public void Sections_are_sent_back_each_with_its_reason_until_they_are_saved_again()
    {
        var profile = SampleProfile.In(ProfileState.Submitted);

        profile.Return(new Dictionary<string, string> { ["events"] = " Add the gala ", ["about"] = "  " }, SampleProfile.Police, SampleProfile.By("Constable"));

        Assert.Equal(ProfileState.Returned, profile.State);
        Assert.Equal(2, profile.SectionsDone);
        Assert.Equal("Add the gala", Of(profile, "events").ReturnReason);
        Assert.Equal(SectionState.Returned, StateOf(profile, "events"));
        Assert.Null(Of(profile, "about").ReturnReason);

        profile.Save("events", SampleProfile.Entry("events", "Gala on 9 May"));
        Assert.Equal(ProfileState.Draft, profile.State);
        Assert.Equal(3, profile.SectionsDone);
        Assert.Null(Of(profile, "events").ReturnReason);
    }

    [Fact]
    public void Sending_back_needs_a_reason_of_a_length_that_fits()
    {
        var profile = SampleProfile.In(ProfileState.Submitted);
        void Return(string reason) =>
            profile.Return(new Dictionary<string, string> { ["events"] = reason }, SampleProfile.Police, SampleProfile.By("Constable"));

        Assert.Equal("Reasons", Assert.Throws<RuleBroken>(() => Return(" \u0007 ")).Field);
        Assert.Equal("Reasons[events]", Assert.Throws<RuleBroken>(() => Return(new string('a', Profile.LongestReason + 1))).Field);
        Assert.Equal(ProfileState.Submitted, profile.State);
        Return(new string('a', Profile.LongestReason));
        Assert.Equal(ProfileState.Returned, profile.State);
    }

    [Fact]
    public void A_change_after_confirmation_is_an_amendment_with_its_date_and_leaves_no_gap()
    {
        var profile = SampleProfile.In(ProfileState.Confirmed);
        Assert.Null(profile.AmendedAt);
        var later = SampleProfile.Opened.AddMonths(4);

        profile.Save("events", SampleProfile.Entry("events", "Gala moved"), change: SampleProfile.By("Aroha", later));

        Assert.Equal(later, profile.AmendedAt);
        Assert.Equal(ProfileState.Confirmed, profile.State);
        Assert.Equal("Constable", profile.ConfirmedBy);
        Assert.Throws<RuleBroken>(() => profile.Save("events", new SectionEntry(Answers.None, NothingToReport: false)));
        Assert.Equal(3, profile.SectionsDone);
    }

    [Fact]
    public void Who_saves_a_section_that_somebody_saved_meanwhile_is_told()
    {
        var profile = SampleProfile.In(ProfileState.Draft);

        var told = Assert.Throws<ChangedMeanwhile>(() =>
            profile.SaveSection(SampleProfile.Form, "about", SampleProfile.Entry("about", "Mine"), Guid.CreateVersion7(), SampleProfile.School, SampleProfile.By("Hemi")));

        Assert.StartsWith("Aroha saved this section after you opened it.", told.Message, StringComparison.Ordinal);
        Assert.Equal(SampleProfile.Answered("about"), Of(profile, "about").Answers());
    }

    [Theory]
    [InlineData(ProfileState.NotStarted, true)]
    [InlineData(ProfileState.Draft, true)]
    [InlineData(ProfileState.Returned, true)]
    [InlineData(ProfileState.Submitted, false)]
    [InlineData(ProfileState.Confirmed, false)]
    [InlineData(ProfileState.Archived, false)]
    public void It_is_overdue_from_the_day_after_its_due_date_while_the_school_has_it(ProfileState state, bool withSchool)
    {
        var profile = SampleProfile.In(state);

        Assert.False(profile.IsOverdue(SampleProfile.Due.AddDays(-1)));
        Assert.False(profile.IsOverdue(SampleProfile.Due));
        Assert.Equal(withSchool, profile.IsOverdue(SampleProfile.Due.AddDays(1)));
        Assert.Equal(withSchool, profile.IsOverdue(SampleProfile.Due.AddYears(1)));
    }

    private static ProfileSection Of(Profile profile, string key) => profile.Sections.Single(s => s.Key == key);

    private static SectionState StateOf(Profile profile, string key) => Of(profile, key).State;
}
