using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using Xunit;

namespace SchoolPortal.Domain.Tests.Agreements;

public sealed class EvidenceTests
{
    private static readonly string Facts = FactsJson.Write(new Dictionary<string, FactValue>
    {
        [FactKeys.SchoolNumber] = new("1404", null),
        [FactKeys.SchoolName] = new("Ōtāhuhu School", "Schools directory"),
        [FactKeys.EmergencyContacts] = new("Aroha Ngata, 021 000 000", null),
    });

    private static readonly Evidence Kept = Of(AgreementState.Signed);

    public static TheoryData<string, string> Others() => new()
    {
        { "", "The evidence is not JSON" },
        { "PK\u0003\u0004", "The evidence is not JSON" },
        { "[]", "is not that of an agreement" },
        { "{}", "is not that of an agreement" },
        { """{"schema":"school-portal/agreement-evidence/2"}""", "has the schema “school-portal/agreement-evidence/2”" },
        { """{"schema":["1"]}""", "has the schema" },
        { $$"""{"schema":"{{Evidence.CurrentSchema}}"}""", "cannot be read as the portal writes it" },
        { Kept.Write().Replace("\"number\": 1", "\"number\": \"one\"", StringComparison.Ordinal), "at $.number" },
        { Kept.Write().Replace("\"party\": \"Principal\"", "\"party\": \"Caretaker\"", StringComparison.Ordinal), "at $.signatures[0].party" },
        { Kept.Write().Replace("\"signatures\": [", "\"signatures\": [null,", StringComparison.Ordinal), "cannot be read as the portal writes it" },
        { Kept.Write().Replace("\"schoolName\"", "\"remark\": \"\", \"schoolName\"", StringComparison.Ordinal), "cannot be read as the portal writes it" },
        { Kept.Write().Replace("Ōtāhuhu School", "\\ud800", StringComparison.Ordinal), "cannot be read as the portal writes it" },
    };

    [Fact]
    public void What_is_written_is_read_again_and_holds_together()
    {
        var read = Evidence.Read(Kept.Write());

        Assert.Equal(Kept.Write(), read.Write());
        Assert.Equal(("Ōtāhuhu School", 1404, 1, 3), (read.SchoolName, read.SchoolNumber, read.Number, read.TermYears));
        Assert.Empty(read.Doubts());
        Assert.Empty(Evidence.Read(Kept.Write().Replace("\n", "\r\n  ", StringComparison.Ordinal)).Doubts());
    }

    [Fact]
    public void Cut_short_anywhere_it_is_refused_in_a_sentence()
    {
        var json = Kept.Write();
        for (var length = 2; length < json.Length - 1; length += 7)
        {
            Assert.Contains("The evidence", Assert.Throws<RuleBroken>(() => Evidence.Read(json[..length])).Message, StringComparison.Ordinal);
        }

        Assert.Contains("is cut short", Assert.Throws<RuleBroken>(() => Evidence.Read(json[..(json.Length / 2)])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void What_is_no_evidence_is_refused_in_a_sentence(string json, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<RuleBroken>(() => Evidence.Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_signature_is_in_it_and_a_void_one_counts_no_more()
    {
        var agreement = Frozen(AgreementState.PartlySigned);
        agreement.Reopen(AgreementIn.Roles(Role.Principal), AgreementIn.By(Role.Principal, "A name was wrong"));
        agreement.SendToSchool(AgreementIn.Form, AgreementIn.Roles(Role.LeadPoliceContact), AgreementIn.By(Role.LeadPoliceContact));
        agreement.AgreeText(AgreementIn.Form, AgreementIn.Roles(Role.Principal), Facts, [4, 5, 6], AgreementIn.By(Role.Principal));
        AgreementIn.Sign(agreement, Role.AreaSupervisor, at: AgreementIn.Now.AddHours(1));

        var evidence = Evidence.Of(agreement, AgreementIn.Form, signedSha256: null, all: true);

        Assert.Equal([Role.Principal, Role.AreaSupervisor], evidence.Signatures.Select(s => s.Party));
        Assert.Equal([Role.AreaSupervisor], evidence.ValidSignatures.Select(s => s.Party));
        Assert.Equal(AgreementIn.Now, evidence.Signatures[0].VoidedAt);
        Assert.NotEqual(evidence.FrozenSha256, evidence.Signatures[0].Sha256);
        Assert.Empty(evidence.Doubts());
    }

    [Fact]
    public void A_signature_on_paper_is_in_it_with_its_scan_and_who_confirmed_it()
    {
        var agreement = Frozen(AgreementState.PartlySigned);
        AgreementIn.SignOnPaper(agreement, Role.LeadPoliceContact, Role.PresidingMember);

        var kept = Evidence.Read(Evidence.Of(agreement, AgreementIn.Form, signedSha256: null, all: true).Write());
        var signature = kept.ValidSignatures.Single(s => s.Party == Role.PresidingMember);

        Assert.Equal(new EvidencePaper(AgreementIn.Today, AgreementFile.HashOf([7, 8, 9]), "The LeadPoliceContact"), signature.Paper);
        Assert.Equal(("paper", "24 November 2026, on paper"), (signature.Method, signature.When()));
        Assert.Equal(2, (kept with { Signatures = [.. kept.Signatures.Select(s => s with { Paper = null })] }).Doubts().Count());
    }

    [Fact]
    public void Restricted_answers_and_facts_are_left_out_for_who_may_not_read_them()
    {
        var evidence = Evidence.Of(Frozen(AgreementState.Signed), AgreementIn.Form, signedSha256: null, all: false);

        Assert.Equal(AgreementIn.Form.RestrictedKeys(), evidence.LeftOut);
        Assert.Empty(evidence.LeftOut.Intersect(evidence.Answers.Keys));
        Assert.DoesNotContain(FactKeys.EmergencyContacts, evidence.Facts.Keys);
        Assert.Contains(FactKeys.EmergencyContacts, Kept.Facts.Keys);
        Assert.NotEmpty(evidence.LeftOut);
    }

    private static Evidence Of(AgreementState state) => Evidence.Of(Frozen(state), AgreementIn.Form, signedSha256: null, all: true);

    private static Agreement Frozen(AgreementState state)
    {
        var agreement = AgreementIn.State(AgreementState.SchoolReview);
        agreement.AgreeText(AgreementIn.Form, AgreementIn.Roles(Role.Principal), Facts, [1, 2, 3], AgreementIn.By(Role.Principal));
        foreach (var party in Agreement.Parties.Take(state == AgreementState.Signed ? 4 : 1))
        {
            AgreementIn.Sign(agreement, party);
        }

        return agreement;
    }
}
