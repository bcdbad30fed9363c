using SchoolPortal.Documents.Forms;
using SchoolPortal.Documents.Tests.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Tests.Agreements;

namespace SchoolPortal.Documents.Tests.Agreements;

/// <summary>An agreement of school 1404 that all four have signed, with its two files, as the portal makes them.</summary>
internal sealed class SignedAgreement
{
    public static readonly FormDefinition Form = FormDefinitions.PartnershipAgreement;

    private static readonly Dictionary<string, FactValue> Facts = SampleForm.Facts
        .Select(fact => fact.Key == FactKeys.SchoolNumber ? KeyValuePair.Create(fact.Key, new FactValue("1404", null)) : fact)
        .ToDictionary();

    private readonly Agreement agreement;
    private readonly FormTemplate template;

    public SignedAgreement(FormTemplate? own = null)
    {
        template = own ?? FormTemplate.Standard(Form);
        var answers = ValidAnswers.To(Form)
            .With(Projections.KeyOf(Form, Projections.TermStart), Answer.Of("2026-11-24"))
            .With(Projections.KeyOf(Form, Projections.TermYears), Answer.Of("3"));
        agreement = new Agreement(Guid.NewGuid(), 1, Form, answers, AgreementIn.By(Role.LeadPoliceContact));
        agreement.SendToSchool(Form, AgreementIn.Roles(Role.LeadPoliceContact), AgreementIn.By(Role.LeadPoliceContact));
        Text = FormDocument.Write(Content(DocumentStanding.AwaitingSignatures));
        agreement.AgreeText(Form, AgreementIn.Roles(Role.Principal), FactsJson.Write(Facts), Text, AgreementIn.By(Role.Principal));
        foreach (var party in Agreement.Parties)
        {
            AgreementIn.Sign(agreement, party);
        }

        Record = FormDocument.Write(Content(DocumentStanding.FullySigned));
        Evidence = Evidence.Of(agreement, template.Form, AgreementFile.HashOf(Record), all: true);
    }

    /// <summary>The frozen file.</summary>
    public byte[] Text { get; }

    /// <summary>The file with all signatures.</summary>
    public byte[] Record { get; }

    public Evidence Evidence { get; }

    /// <summary>The evidence for somebody who may not read what is restricted.</summary>
    public Evidence OpenParts => Evidence.Of(agreement, Form, AgreementFile.HashOf(Record), all: false);

    /// <summary>A file of the same answers that says it is something else.</summary>
    public byte[] Another(DocumentStanding standing, int school = 1404, int number = 1, FormDefinition? form = null) =>
        FormDocument.Write(Content(standing, school, number) with { Form = form ?? Form, Template = form is null ? template : null });

    private FormContent Content(DocumentStanding standing, int school = 1404, int number = 1) => new(
        template.Form,
        agreement.Answers(),
        Facts,
        new FormIdentity(school, Facts[FactKeys.SchoolName].Text, Agreement.EditionOf(number), agreement.FrozenSha256),
        standing,
        [.. Agreement.Parties.Select(party => BlockOf(party, agreement.ValidSignatures.FirstOrDefault(signature => signature.Party == party)))],
        AgreementIn.Today,
        new HashSet<string>())
    {
        Template = template,
    };

    private static SignatureBlock BlockOf(Role party, Signature? signature) => new(
        Words.Capital(party), signature?.TypedName, signature?.PositionInFull, signature is null ? null : NewZealandTime.Show(signature.SignedAt), signature?.Statement);
}
