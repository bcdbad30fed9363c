using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>What goes into the Word file of an agreement.</summary>
public static class AgreementContent
{
    /// <summary>The questions an agreement is pinned to; its fixed text is that of its template (<see cref="StoredTemplates"/>).</summary>
    public static FormDefinition FormOf(Agreement agreement) => FormOf(agreement.FormVersion);

    /// <inheritdoc cref="FormOf(Agreement)"/>
    public static FormDefinition FormOf(int version) =>
        FormDefinitions.Find(FormDefinitions.PartnershipAgreement.Key, version)
        ?? throw new FormDefinitionException($"Version {version} of the agreement\u2019s definition is not shipped any more.");

    /// <summary>The facts as frozen, or live while the text may still change.</summary>
    public static async Task<IReadOnlyDictionary<string, FactValue>> FactsAsync(
        PortalDbContext db, Agreement agreement, DateOnly today, bool emergency, CancellationToken cancel) =>
        FrozenFacts(agreement) ?? await LiveFacts.OfAsync(db, agreement.SchoolId, today, emergency, cancel);

    /// <summary>The facts as frozen; null while they are live.</summary>
    public static IReadOnlyDictionary<string, FactValue>? FrozenFacts(Agreement agreement) =>
        agreement.FrozenFacts is { } frozen ? FactsJson.Read(frozen) : null;

    /// <summary>The file for somebody who reads all of it, or all but what is restricted.</summary>
    /// <param name="agreement">With its sections and signatures.</param>
    /// <param name="template">What it is written in.</param>
    /// <param name="facts">From <see cref="FactsAsync"/>.</param>
    /// <param name="standing">What the file is.</param>
    /// <param name="all">False leaves restricted parts out, and says so in the file.</param>
    /// <param name="date">The day the text is of.</param>
    public static FormContent Of(
        Agreement agreement, FormTemplate template, IReadOnlyDictionary<string, FactValue> facts, DocumentStanding standing, bool all, DateOnly date)
    {
        var form = template.Form;
        var answers = agreement.Answers();
        var identity = DraftContent.IdentityOf(facts, Agreement.EditionOf(agreement.Number), agreement.FrozenSha256 ?? AnswersJson.HashOf(answers));
        return new FormContent(form, answers, facts, identity, standing, Blocks(agreement.ValidSignatures), date, all ? new HashSet<string>() : form.RestrictedKeys().ToHashSet())
        {
            Template = template,
        };
    }

    /// <summary>The form of a school that has no agreement: what the portal knows is filled in, and nothing of it is kept.</summary>
    /// <param name="template">What an agreement begun today is written in.</param>
    /// <param name="facts">Live ones without emergency contacts.</param>
    /// <param name="today">The day.</param>
    public static FormContent Prefilled(FormTemplate template, IReadOnlyDictionary<string, FactValue> facts, DateOnly today)
    {
        var answers = template.Form.StartingAnswers();
        var identity = DraftContent.IdentityOf(facts, "Prefilled", AnswersJson.HashOf(answers));
        return new FormContent(
            template.Form, answers, facts, identity, DocumentStanding.Draft, Blocks([]), today, template.Form.RestrictedKeys().ToHashSet())
        {
            Template = template,
        };
    }

    /// <summary>What a file made of an agreement in this state is.</summary>
    public static DocumentStanding StandingOf(AgreementState state) => state switch
    {
        AgreementState.Draft or AgreementState.SchoolReview or AgreementState.Withdrawn => DocumentStanding.Draft,
        AgreementState.ReadyToSign or AgreementState.PartlySigned => DocumentStanding.AwaitingSignatures,
        AgreementState.Superseded => DocumentStanding.Superseded,
        _ => DocumentStanding.FullySigned,
    };

    private static IReadOnlyList<SignatureBlock> Blocks(IEnumerable<Signature> signatures) =>
    [
        .. from party in Agreement.Parties
           let signature = signatures.FirstOrDefault(s => s.Party == party)
           select new SignatureBlock(
               Words.Capital(party),
               signature?.TypedName,
               signature?.PositionInFull,
               signature?.When,
               signature?.Statement),
    ];
}
