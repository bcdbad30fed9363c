using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using Xunit;

namespace SchoolPortal.Domain.Tests.Agreements;

public sealed class AgreementTests
{
    [Fact]
    public void A_draft_with_gaps_is_not_sent_and_names_the_sections()
    {
        var agreement = new Agreement(
            Guid.NewGuid(), 1, AgreementIn.Form, AgreementIn.Form.StartingAnswers(), AgreementIn.By(Role.LeadPoliceContact));

        var broken = Assert.Throws<RuleBroken>(() =>
            agreement.SendToSchool(AgreementIn.Form, AgreementIn.Roles(Role.LeadPoliceContact), AgreementIn.By(Role.LeadPoliceContact)));

        Assert.Contains("2 Purpose and principles", broken.Message, StringComparison.Ordinal);
        Assert.Contains("16 Term, review, variation and ending", broken.Message, StringComparison.Ordinal);
        Assert.Equal(AgreementState.Draft, agreement.State);
    }

    [Fact]
    public void Text_is_saved_in_a_draft_alone()
    {
        foreach (var state in Enum.GetValues<AgreementState>())
        {
            var agreement = AgreementIn.State(state);
            var section = agreement.Sections.Single(s => s.Key == "purpose");
            var answers = section.Answers().With("purpose.local", Answer.Of("Something new"));
            void Save() => agreement.SaveSection(AgreementIn.Form, section.Key, answers, section.Token, AgreementIn.By(Role.LeadSchoolContact));
            if (state == AgreementState.Draft)
            {
                Save();
                Assert.Equal(answers, section.Answers());
                Assert.Equal(SectionState.Complete, section.State);
            }
            else
            {
                Assert.Throws<StepNotAllowed>(Save);
                Assert.Null(section.Answers()["purpose.local"]);
            }
        }
    }

    [Fact]
    public void A_section_that_was_saved_meanwhile_is_not_overwritten()
    {
        var agreement = AgreementIn.Draft();
        Assert.Throws<ChangedMeanwhile>(() =>
            agreement.SaveSection(AgreementIn.Form, "purpose", Answers.None, Guid.NewGuid(), AgreementIn.By(Role.LeadSchoolContact)));
        Assert.False(agreement.Sections.Single(s => s.Key == "purpose").Answers().IsEmpty);
    }

    [Fact]
    public void Agreeing_freezes_facts_and_bytes_with_their_hash()
    {
        var agreement = AgreementIn.State(AgreementState.SchoolReview);
        byte[] bytes = [80, 75, 3, 4];
        var file = agreement.AgreeText(AgreementIn.Form, AgreementIn.Roles(Role.LeadSchoolContact), "{\"a\":[\"b\"]}", bytes, AgreementIn.By(Role.LeadSchoolContact));

        Assert.Equal(AgreementFileKind.Frozen, file.Kind);
        Assert.Equal(bytes, file.Bytes);
        Assert.Equal(AgreementFile.HashOf(bytes), agreement.FrozenSha256);
        Assert.Equal("{\"a\":[\"b\"]}", agreement.FrozenFacts);
        Assert.Equal(AgreementIn.Today, agreement.FrozenOn);
        Assert.Equal(agreement.FrozenSha256, AgreementIn.Sign(agreement, Role.Principal).Sha256);
    }

    [Fact]
    public void Opening_the_text_again_voids_what_was_signed_and_everybody_signs_anew()
    {
        var agreement = AgreementIn.State(AgreementState.ReadyToSign);
        var principal = AgreementIn.Somebody(Role.Principal);
        var first = AgreementIn.Sign(agreement, Role.Principal, principal);

        agreement.Reopen(AgreementIn.Roles(Role.LeadPoliceContact), AgreementIn.By(Role.LeadPoliceContact, "The dates are wrong"));

        Assert.Equal(AgreementIn.Now, first.VoidedAt);
        Assert.Null(agreement.FrozenFacts);
        Assert.Null(agreement.FrozenOn);
        Assert.Null(agreement.FrozenSha256);
        Assert.Equal(Agreement.Parties, agreement.Unsigned);
        agreement.SendToSchool(AgreementIn.Form, AgreementIn.Roles(Role.LeadPoliceContact), AgreementIn.By(Role.LeadPoliceContact));
        agreement.AgreeText(AgreementIn.Form, AgreementIn.Roles(Role.Principal), "{}", [9], AgreementIn.By(Role.Principal));
        var second = AgreementIn.Sign(agreement, Role.Principal, principal);
        Assert.NotEqual(first.Sha256, second.Sha256);
        Assert.Equal(2, agreement.Signatures.Count);
    }

    [Fact]
    public void Four_signatures_in_any_order_and_none_fewer_make_it_signed()
    {
        foreach (var order in Orders([.. Agreement.Parties]))
        {
            var agreement = AgreementIn.State(AgreementState.ReadyToSign);
            foreach (var party in order)
            {
                Assert.NotEqual(AgreementState.Signed, agreement.State);
                Assert.Equal(party, AgreementIn.Sign(agreement, party).Party);
            }

            Assert.Equal(AgreementState.Signed, agreement.State);
            Assert.Empty(agreement.Unsigned);
        }
    }

    [Fact]
    public void One_person_never_signs_for_two_parties()
    {
        var agreement = AgreementIn.State(AgreementState.ReadyToSign);
        var both = AgreementIn.Somebody(Role.LeadPoliceContact, Role.AreaSupervisor);
        var roles = AgreementIn.Roles(Role.LeadPoliceContact, Role.AreaSupervisor);
        agreement.Sign(roles, AgreementIn.Words(Role.LeadPoliceContact), true, new Change(both, AgreementIn.Now, "Signed"));

        Assert.Null(agreement.PartyFor(both, roles));
        Assert.Throws<RuleBroken>(() => agreement.Sign(roles, AgreementIn.Words(Role.AreaSupervisor), true, new Change(both, AgreementIn.Now, "Signed")));
        Assert.Single(agreement.Signatures);
    }

    [Fact]
    public void A_second_person_of_a_party_that_has_signed_is_refused()
    {
        var agreement = AgreementIn.State(AgreementState.ReadyToSign);
        AgreementIn.Sign(agreement, Role.AreaSupervisor);
        Assert.Throws<RuleBroken>(() => AgreementIn.Sign(agreement, Role.AreaSupervisor));
        Assert.Single(agreement.Signatures);
    }

    [Theory]
    [InlineData(false, "Wiremu Parata", "Principal", "Passphrase")]
    [InlineData(true, "  ", "Principal", "TypedName")]
    [InlineData(true, "Wiremu Parata", "", "Position")]
    public void A_signature_needs_a_recent_sign_in_a_name_and_a_position(bool recent, string name, string position, string field)
    {
        var agreement = AgreementIn.State(AgreementState.ReadyToSign);
        var words = new SigningWords(name, position, "I agree", "passphrase");
        var broken = Assert.Throws<RuleBroken>(() => agreement.Sign(AgreementIn.Roles(Role.Principal), words, recent, AgreementIn.By(Role.Principal)));
        Assert.Equal(field, broken.Field);
        Assert.Equal(AgreementState.ReadyToSign, agreement.State);
        Assert.Empty(agreement.Signatures);
    }

    [Theory]
    [InlineData("2026-11-24", 3, "2029-11-23")]
    [InlineData("2027-01-01", 1, "2027-12-31")]
    [InlineData("2028-02-29", 1, "2029-02-28")]
    [InlineData("2028-02-29", 3, "2031-02-28")]
    [InlineData("2025-03-01", 3, "2028-02-29")]
    [InlineData("2027-03-01", 1, "2028-02-29")]
    public void The_term_ends_the_day_before_its_anniversary(string start, int years, string end)
    {
        var agreement = AgreementIn.Draft(DateOnly.Parse(start, NewZealandTime.Culture), years);
        Assert.Equal(DateOnly.Parse(start, NewZealandTime.Culture), agreement.StartsOn);
        Assert.Equal(years, agreement.TermYears);
        Assert.Equal(DateOnly.Parse(end, NewZealandTime.Culture), agreement.EndsOn);
    }

    [Fact]
    public void Saving_the_term_again_moves_its_dates_and_taking_the_start_away_leaves_none()
    {
        var agreement = AgreementIn.Draft();
        var term = agreement.Sections.Single(s => s.Key == "term");
        var start = Projections.KeyOf(AgreementIn.Form, Projections.TermStart);
        agreement.SaveSection(AgreementIn.Form, "term", term.Answers().With(start, Answer.Of("2027-02-01")), term.Token, AgreementIn.By(Role.LeadPoliceContact));
        Assert.Equal(new DateOnly(2030, 1, 31), agreement.EndsOn);

        agreement.SaveSection(AgreementIn.Form, "term", term.Answers().With(start, null), term.Token, AgreementIn.By(Role.LeadPoliceContact));
        Assert.Null(agreement.StartsOn);
        Assert.Null(agreement.EndsOn);
        Assert.Equal(SectionState.InProgress, term.State);
    }

    [Fact]
    public void It_does_not_come_into_force_before_its_first_day()
    {
        var agreement = AgreementIn.State(AgreementState.Signed, start: AgreementIn.Today.AddDays(1));
        Assert.Throws<StepNotAllowed>(() => agreement.ComeIntoForce(AgreementIn.Today, AgreementIn.By(Role.Principal)));
        Assert.Equal(AgreementState.Signed, agreement.State);
        agreement.ComeIntoForce(AgreementIn.Today.AddDays(1), AgreementIn.By(Role.Principal));
        Assert.Equal(AgreementState.Active, agreement.State);
    }

    [Fact]
    public void Signed_after_its_start_date_it_runs_its_whole_term_from_the_last_signature()
    {
        var agreement = AgreementIn.State(AgreementState.Signed, start: new DateOnly(2026, 2, 1));
        agreement.ComeIntoForce(AgreementIn.Today, AgreementIn.By(Role.Principal));
        Assert.Equal(AgreementIn.Today, agreement.StartsOn);
        Assert.Equal(new DateOnly(2029, 11, 23), agreement.EndsOn);
        Assert.Equal(new DateOnly(2027, 11, 24), agreement.ReviewDueOn);
    }

    [Fact]
    public void In_force_its_standing_follows_the_calendar()
    {
        var agreement = AgreementIn.State(AgreementState.Active);
        Assert.Equal(AgreementStanding.Active, agreement.Standing(agreement.ReviewDueOn!.Value.AddDays(-1)));
        Assert.Equal(AgreementStanding.ReviewDue, agreement.Standing(agreement.ReviewDueOn.Value));
        Assert.Equal(AgreementStanding.ReviewDue, agreement.Standing(agreement.EndsOn!.Value));
        Assert.Equal(AgreementStanding.Expired, agreement.Standing(agreement.EndsOn.Value.AddDays(1)));

        var reviewed = agreement.ReviewDueOn.Value.AddDays(20);
        agreement.RecordReview(reviewed, AgreementIn.Roles(Role.Principal), AgreementIn.By(Role.Principal, "We looked at all of it"));
        Assert.Equal(AgreementStanding.Active, agreement.Standing(reviewed));
        Assert.Equal(reviewed.AddMonths(12), agreement.ReviewDueOn);
    }

    [Fact]
    public void The_standing_in_the_database_and_in_the_entity_agree_on_what_is_in_force()
    {
        var agreements = Enum.GetValues<AgreementState>().Select(s => AgreementIn.State(s)).ToList();
        foreach (var day in new[] { AgreementIn.Today, AgreementIn.Today.AddYears(2), AgreementIn.Today.AddYears(4) })
        {
            var inForce = AgreementStandings.InForceOn(day).Compile();
            Assert.All(agreements, a => Assert.Equal(a.Standing(day) is AgreementStanding.Active or AgreementStanding.ReviewDue, inForce(a)));
        }
    }

    [Fact]
    public void Somebody_acts_next_in_every_standing_but_signed_in_force_and_superseded()
    {
        var nobody = Enum.GetValues<AgreementStanding>().Where(s => AgreementTurn.Of(s, Agreement.Parties).Count == 0);
        Assert.Equal([AgreementStanding.Signed, AgreementStanding.Active, AgreementStanding.Superseded], nobody);
        Assert.Equal([Role.PresidingMember], AgreementTurn.Of(AgreementStanding.PartlySigned, [Role.PresidingMember]));
    }

    private static IEnumerable<Role[]> Orders(Role[] parties) => parties.Length == 1
        ? [parties]
        : parties.SelectMany(first => Orders([.. parties.Where(p => p != first)]).Select(rest => (Role[])[first, .. rest]));
}
