using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using Xunit;

namespace SchoolPortal.Domain.Tests.Agreements;

/// <summary>An agreement in force: what follows it, how it ends, and what the calendar makes of it.</summary>
public sealed class RunningAgreementTests
{
    private static readonly Change Portal = new(Actor.Portal, AgreementIn.Now, "Did what was due");

    [Fact]
    public void A_renewal_carries_every_answer_to_be_checked_and_begins_the_day_after()
    {
        var agreement = AgreementIn.State(AgreementState.Active);
        var day = agreement.EndsOn!.Value.AddDays(-AgreementStandings.RenewalDays);

        var renewal = Renew(agreement, day);

        Assert.Equal((2, AgreementKind.Renewal, AgreementState.Draft), (renewal.Number, renewal.Kind, renewal.State));
        Assert.Equal(agreement.Id, renewal.PredecessorId);
        Assert.Equal(agreement.EndsOn.Value.AddDays(1), renewal.StartsOn);
        Assert.All(renewal.Sections.Where(s => !s.Answers().IsEmpty), s => Assert.Equal(SectionState.ToCheck, s.State));
        var start = Projections.KeyOf(AgreementIn.Form, Projections.TermStart);
        Assert.Equal(agreement.Answers().With(start, null), renewal.Answers().With(start, null));
    }

    [Theory]
    [InlineData(-91, false)]
    [InlineData(-90, true)]
    [InlineData(0, true)]
    [InlineData(400, true)]
    public void A_renewal_begins_ninety_days_before_the_end_or_later(int daysFromEnd, bool isPossible)
    {
        var agreement = AgreementIn.State(AgreementState.Active);
        var day = agreement.EndsOn!.Value.AddDays(daysFromEnd);

        Assert.Equal(isPossible, Refusal(agreement, AgreementStep.Renew, Role.LeadPoliceContact, day) is null);
        if (isPossible)
        {
            Assert.True(Renew(agreement, day).StartsOn >= day);
        }
        else
        {
            Assert.Throws<StepNotAllowed>(() => Renew(agreement, day));
        }
    }

    [Fact]
    public void A_variation_carries_every_answer_under_the_same_term_and_is_in_force_from_the_last_signature()
    {
        var agreement = AgreementIn.State(AgreementState.Signed, start: new DateOnly(2026, 2, 1));
        agreement.ComeIntoForce(AgreementIn.Today, Portal);
        var day = AgreementIn.Today.AddMonths(8);

        var variation = agreement.Vary(
            2, AgreementIn.Form, day, AgreementIn.Roles(Role.LeadSchoolContact), AgreementIn.By(Role.LeadSchoolContact, "The side gate has moved"));

        Assert.Equal((AgreementKind.Variation, agreement.Id), (variation.Kind, variation.PredecessorId));
        Assert.Equal((agreement.StartsOn, agreement.EndsOn), (variation.StartsOn, variation.EndsOn));
        Assert.All(variation.Sections, s => Assert.Equal(SectionState.Complete, s.State));
        SignAll(variation, NewZealandTime.StartOf(day.AddDays(20)).AddHours(9));
        agreement.Supersede(Portal);
        variation.ComeIntoForce(day.AddDays(20), Portal);
        Assert.Equal((agreement.StartsOn, agreement.EndsOn), (variation.StartsOn, variation.EndsOn));
        Assert.Equal(day.AddDays(20).AddMonths(12), variation.ReviewDueOn);
    }

    [Fact]
    public void A_variation_that_asks_for_another_length_has_another_last_day()
    {
        var agreement = AgreementIn.State(AgreementState.Active);
        var variation = agreement.Vary(2, AgreementIn.Form, AgreementIn.Today, AgreementIn.Roles(Role.Principal), AgreementIn.By(Role.Principal, "One year less"));
        var term = variation.Sections.Single(s => s.Key == "term");
        var years = Projections.KeyOf(AgreementIn.Form, Projections.TermYears);
        variation.SaveSection(AgreementIn.Form, "term", term.Answers().With(years, Answer.Of("2")), term.Token, AgreementIn.By(Role.Principal));
        Assert.Equal(agreement.EndsOn!.Value.AddYears(-1), variation.EndsOn);
    }

    [Fact]
    public void Notice_moves_the_last_day_to_the_end_of_its_school_days_and_taking_it_back_restores_the_term()
    {
        var agreement = AgreementIn.State(AgreementState.Active);
        var term = agreement.EndsOn;

        AgreementIn.GiveNotice(agreement, Role.AreaSupervisor);

        // 18 school days are left of term 4; two more in the next year, whose terms nobody entered.
        Assert.Equal(new DateOnly(2027, 1, 26), agreement.EndsOn);
        Assert.Equal((Side.Police, AgreementIn.Today), (agreement.NoticeFrom, agreement.NoticeOn));
        Assert.Equal(AgreementState.Active, agreement.State);

        agreement.TakeBackNotice(AgreementIn.Today, AgreementIn.Roles(Role.LeadPoliceContact), AgreementIn.By(Role.LeadPoliceContact, "We talked again"));
        Assert.Equal((term, null, null), (agreement.EndsOn, agreement.NoticeFrom, agreement.NoticeOn));
    }

    [Fact]
    public void The_portal_ends_it_the_day_after_the_notice_has_run_out_and_not_before()
    {
        var agreement = AgreementIn.State(AgreementState.Active);
        Assert.Throws<StepNotAllowed>(() => agreement.EndByNotice(agreement.EndsOn!.Value.AddDays(1), Portal));
        AgreementIn.GiveNotice(agreement, Role.Principal);
        var last = agreement.EndsOn!.Value;

        Assert.Throws<StepNotAllowed>(() => agreement.EndByNotice(last, Portal));
        agreement.EndByNotice(last.AddDays(1), Portal);

        Assert.Equal((AgreementState.Ended, last), (agreement.State, agreement.EndsOn));
    }

    [Fact]
    public void The_other_side_agrees_to_end_it_at_once_and_ones_own_side_does_not()
    {
        var agreement = AgreementIn.State(AgreementState.Active);
        void End(Role role) => agreement.End(AgreementIn.Today, AgreementIn.Roles(role), AgreementIn.By(role, "So be it"));
        Assert.Throws<StepNotAllowed>(() => End(Role.Principal));
        AgreementIn.GiveNotice(agreement, Role.LeadPoliceContact);
        Assert.Throws<StepNotAllowed>(() => End(Role.AreaSupervisor));

        End(Role.Principal);

        Assert.Equal((AgreementState.Ended, AgreementIn.Today), (agreement.State, agreement.EndsOn));
    }

    [Fact]
    public void Notice_that_would_outlast_the_term_is_not_given()
    {
        var agreement = AgreementIn.State(AgreementState.Active);
        var late = agreement.EndsOn!.Value.AddDays(-10);
        var broken = Assert.Throws<RuleBroken>(() => AgreementIn.GiveNotice(agreement, Role.Principal, late));
        Assert.Contains("ends of itself", broken.Message, StringComparison.Ordinal);
        Assert.Null(agreement.NoticeFrom);
    }

    [Fact]
    public void Past_its_last_day_it_is_renewed_and_nothing_else()
    {
        var agreement = AgreementIn.State(AgreementState.Active);
        var after = agreement.EndsOn!.Value.AddDays(1);
        var possible = AgreementLifecycle.Table.Rows
            .Where(row => row.From.Contains(AgreementState.Active) && row.Who.Count > 0)
            .Where(row => row.Who.Any(role => Refusal(agreement, row.Step, role, after) is null))
            .Select(row => row.Step);
        Assert.Equal([AgreementStep.Renew], possible);
    }

    [Fact]
    public void It_ends_with_its_school_on_that_day_or_earlier()
    {
        var closing = AgreementIn.State(AgreementState.Active);
        closing.EndWithSchool(AgreementIn.Today, Portal);
        Assert.Equal((AgreementState.Ended, AgreementIn.Today), (closing.State, closing.EndsOn));

        var expired = AgreementIn.State(AgreementState.Active);
        var end = expired.EndsOn;
        expired.EndWithSchool(end!.Value.AddYears(1), Portal);
        Assert.Equal(end, expired.EndsOn);
    }

    private static string? Refusal(Agreement agreement, AgreementStep step, Role role, DateOnly day) =>
        new RunningTerm(agreement.EndsOn, agreement.NoticeFrom).Refusal(step, AgreementIn.Roles(role), day);

    private static Agreement Renew(Agreement agreement, DateOnly day) =>
        agreement.Renew(2, AgreementIn.Form, day, AgreementIn.Roles(Role.LeadPoliceContact), AgreementIn.By(Role.LeadPoliceContact));

    private static void SignAll(Agreement agreement, DateTime at)
    {
        agreement.SendToSchool(AgreementIn.Form, AgreementIn.Roles(Role.LeadPoliceContact), AgreementIn.By(Role.LeadPoliceContact));
        agreement.AgreeText(AgreementIn.Form, AgreementIn.Roles(Role.Principal), "{}", [1], AgreementIn.By(Role.Principal));
        foreach (var party in Agreement.Parties)
        {
            AgreementIn.Sign(agreement, party, at: at);
        }
    }
}
