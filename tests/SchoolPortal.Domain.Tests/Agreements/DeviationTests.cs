using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;

using Xunit;

namespace SchoolPortal.Domain.Tests.Agreements;

public sealed class DeviationTests
{
    private const string Arrival = "on-site.arrival";

    public static TheoryData<AgreementState> States => [.. Enum.GetValues<AgreementState>()];

    [Fact]
    public void The_standard_answers_deviate_from_nothing_and_each_other_one_deviates_alone()
    {
        var standard = new FormRecord(AgreementIn.Form, AgreementIn.Complete(AgreementIn.Today).With(AgreementIn.Form.StartingAnswers()), new Dictionary<string, FactValue>());

        Assert.Empty(standard.Deviations());
        foreach (var (_, field) in AgreementIn.Form.Fields().Where(f => f.Field.Default is not null))
        {
            var other = standard with { Answers = standard.Answers.With(field.Key, null) };

            Assert.Equal(field.Key, Assert.Single(other.Deviations()).Field.Key);
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_reason_is_given_while_the_agreement_is_in_the_making_and_the_area_supervisor_has_not_signed(AgreementState state)
    {
        var agreement = AgreementIn.State(state);
        var isOpen = AgreementStandings.InTheMaking.Contains(state) && agreement.Unsigned.Contains(Role.AreaSupervisor);

        if (isOpen)
        {
            Explain(agreement, was: null, "The office has moved");
            Assert.Equal("The office has moved", agreement.ReasonFor(Arrival)?.Reason);
        }
        else
        {
            Assert.Throws<StepNotAllowed>(() => Explain(agreement, was: null, "The office has moved"));
            Assert.Null(agreement.ReasonFor(Arrival));
        }
    }

    [Fact]
    public void A_reason_that_somebody_else_changed_meanwhile_is_kept()
    {
        var agreement = AgreementIn.State(AgreementState.Draft);
        Explain(agreement, was: null, "Theirs");

        Assert.Throws<ChangedMeanwhile>(() => Explain(agreement, was: null, "Mine"));
        Explain(agreement, was: null, "Theirs");
        Assert.Equal("Theirs", agreement.ReasonFor(Arrival)?.Reason);

        Explain(agreement, was: "Theirs", reason: null);
        Assert.Null(agreement.ReasonFor(Arrival));
        Explain(agreement, was: null, "Mine");
        Assert.Equal("Mine", agreement.ReasonFor(Arrival)?.Reason);
        Assert.Single(agreement.DeviationReasons);
    }

    [Fact]
    public void A_variation_carries_the_reasons_on_and_they_can_be_changed_there_alone()
    {
        var agreement = AgreementIn.State(AgreementState.ReadyToSign);
        Explain(agreement, was: null, "The office has moved");
        foreach (var party in Agreement.Parties)
        {
            AgreementIn.Sign(agreement, party);
        }

        agreement.ComeIntoForce(AgreementIn.Today, AgreementIn.By(Role.Principal));
        var variation = agreement.Vary(
            2, AgreementIn.Form, AgreementIn.Today, AgreementIn.Roles(Role.LeadPoliceContact), AgreementIn.By(Role.LeadPoliceContact, "It moved again"));
        Explain(variation, was: "The office has moved", "It moved again");

        Assert.Equal("It moved again", variation.ReasonFor(Arrival)?.Reason);
        Assert.Equal("The office has moved", agreement.ReasonFor(Arrival)?.Reason);
    }

    private static void Explain(Agreement agreement, string? was, string? reason) =>
        agreement.ExplainDeviation(Arrival, was, reason, AgreementIn.By(Role.LeadPoliceContact));
}
