using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using Xunit;

namespace SchoolPortal.Domain.Tests.Agreements;

/// <summary>Some sign on paper, some in the portal; the other side confirms what is on paper.</summary>
public sealed class PaperSignatureTests
{
    /// <summary>Every way in which the four parties can sign.</summary>
    public static TheoryData<int> Mixtures() => [.. Enumerable.Range(0, 1 << Agreement.Parties.Count)];

    [Theory]
    [MemberData(nameof(Mixtures))]
    public void Four_signatures_make_it_signed_whichever_of_them_are_on_paper(int onPaper)
    {
        var agreement = AgreementIn.State(AgreementState.ReadyToSign);
        foreach (var (index, party) in Agreement.Parties.Index())
        {
            Assert.NotEqual(AgreementState.Signed, agreement.State);
            var isOnPaper = (onPaper & (1 << index)) != 0;
            var signature = isOnPaper ? AgreementIn.SignOnPaper(agreement, Confirmer(party), party) : AgreementIn.Sign(agreement, party);
            Assert.Equal((isOnPaper, isOnPaper ? Signature.Paper : "passphrase", agreement.FrozenSha256), (signature.IsOnPaper, signature.SignInMethod, signature.Sha256));
        }

        Assert.Equal(AgreementState.Signed, agreement.State);
        Assert.Empty(agreement.Unsigned);
    }

    [Fact]
    public void Nobody_confirms_a_signature_of_their_own_side()
    {
        foreach (var party in Agreement.Parties)
        {
            foreach (var confirmer in AgreementLifecycle.Table[AgreementStep.SignOnPaper].Who)
            {
                var agreement = AgreementIn.State(AgreementState.ReadyToSign);
                if (Roles.SideOf(confirmer) == Roles.SideOf(party))
                {
                    Assert.Equal("Party", Assert.Throws<RuleBroken>(() => AgreementIn.SignOnPaper(agreement, confirmer, party)).Field);
                    Assert.Empty(agreement.Signatures);
                }
                else
                {
                    Assert.Equal($"The {confirmer}", AgreementIn.SignOnPaper(agreement, confirmer, party).ConfirmedBy);
                }
            }
        }

        Assert.Empty(Agreement.ConfirmableBy(AgreementIn.Roles(Role.Principal, Role.LeadPoliceContact), Agreement.Parties));
        Assert.Empty(Agreement.ConfirmableBy(AgreementIn.Roles(Role.PresidingMember, Role.SchoolViewer), Agreement.Parties));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void The_day_on_the_paper_is_from_the_freezing_of_the_text_to_today(int daysAfter, bool taken)
    {
        var agreement = AgreementIn.State(AgreementState.ReadyToSign);
        var change = AgreementIn.By(Role.LeadPoliceContact) with { At = AgreementIn.Now.AddDays(5) };
        Signature Sign() => AgreementIn.SignOnPaper(agreement, Role.LeadPoliceContact, Role.Principal, on: AgreementIn.Today.AddDays(daysAfter), change: change);
        if (taken)
        {
            Assert.Equal(AgreementIn.Today.AddDays(daysAfter), Sign().PaperOn);
            return;
        }

        Assert.Equal("SignedOn", Assert.Throws<RuleBroken>(Sign).Field);
        Assert.Empty(agreement.Signatures);
    }

    [Fact]
    public void A_name_that_stands_on_paper_signs_for_one_party_alone()
    {
        var agreement = AgreementIn.State(AgreementState.ReadyToSign);
        AgreementIn.Sign(agreement, Role.Principal);

        var again = Assert.Throws<RuleBroken>(() => AgreementIn.SignOnPaper(agreement, Role.LeadPoliceContact, Role.PresidingMember, name: "the  PRINCIPAL"));
        AgreementIn.SignOnPaper(agreement, Role.LeadPoliceContact, Role.PresidingMember, name: "The AreaSupervisor");
        var after = Assert.Throws<RuleBroken>(() => AgreementIn.Sign(agreement, Role.AreaSupervisor));

        Assert.Equal("The Principal has signed for the principal already; each party is signed for by a different person", again.Message);
        Assert.Equal("TypedName", after.Field);
        Assert.Equal([Role.Principal, Role.PresidingMember], agreement.ValidSignatures.Select(s => s.Party));
    }

    [Fact]
    public void It_needs_a_recent_sign_in_a_name_and_a_party_that_has_not_signed()
    {
        var agreement = AgreementIn.State(AgreementState.ReadyToSign);
        AgreementIn.Sign(agreement, Role.Principal);

        Assert.Equal("Passphrase", Assert.Throws<RuleBroken>(() => AgreementIn.SignOnPaper(agreement, Role.LeadPoliceContact, Role.PresidingMember, recently: false)).Field);
        Assert.Equal("TypedName", Assert.Throws<RuleBroken>(() => AgreementIn.SignOnPaper(agreement, Role.LeadPoliceContact, Role.PresidingMember, name: " ")).Field);
        Assert.Equal("Party", Assert.Throws<RuleBroken>(() => AgreementIn.SignOnPaper(agreement, Role.LeadPoliceContact, Role.Principal)).Field);
        Assert.Single(agreement.Signatures);
    }

    private static Role Confirmer(Role party) => Roles.SideOf(party) == Side.School ? Role.LeadPoliceContact : Role.LeadSchoolContact;
}
