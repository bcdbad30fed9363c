using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Templates;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>One agreement as people read it: what is signed, word for word.</summary>
[Requires(Operation.ViewAgreement)]
public sealed class VersionModel(
    PortalDbContext db, RestrictedViews views, CurrentSchool school, Actor actor, TimeProvider clock) : PageModel
{
    public CurrentSchool School => school;

    public AgreementLine Line { get; private set; } = null!;

    public AgreementStanding Standing { get; private set; }

    public FormDefinition Form { get; private set; } = null!;

    /// <summary>What this person may read, in order.</summary>
    public IReadOnlyList<SectionAnswers> Sections { get; private set; } = [];

    public IReadOnlyList<SignatureLine> Signatures { get; private set; } = [];

    /// <summary>Everything may be read, restricted parts too.</summary>
    public bool ReadsAll { get; } = Agreement.ReadsAll(actor, school.Place);

    /// <summary>Another template is in use than the one it is written in, and it may still take that one.</summary>
    public bool IsBehind { get; private set; }

    public TurnWords Turn { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    /// <summary>What happened since the text was agreed, and who has taken note of it.</summary>
    public IReadOnlyList<AcknowledgementLine> Notes { get; private set; } = [];

    /// <summary>The steps this person may take now.</summary>
    public IReadOnlyList<LifecycleRow<AgreementState, AgreementStep>> Steps { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] int number, CancellationToken cancel)
    {
        var agreement = await db.AgreementsAt(school)
            .Include(a => a.Sections)
            .Include(a => a.Signatures)
            .SingleOrDefaultAsync(a => a.Number == number, cancel);
        if (agreement is null)
        {
            return NotFound();
        }

        Form = (await db.TemplateOfAsync(agreement, cancel)).Form;
        Line = AgreementLine.From(agreement);
        IsBehind = agreement.State == AgreementState.Draft && (await db.CurrentTemplateAsync(FormDefinitions.PartnershipAgreement.Key, Today, cancel)).Form.Template != agreement.TemplateId;
        Standing = agreement.Standing(Today);
        Signatures = [.. agreement.ValidSignatures.Select(SignatureLine.From)];
        Turn = school.Status.IsOver() ? TurnWords.OfSchool(school.Status) : TurnWords.Of(Line, Signatures, actor, school.Roles, Today);
        Steps = await StepsAsync(cancel);
        Notes = await db.Acknowledgements.AsNoTracking().Where(a => a.AgreementId == agreement.Id)
            .OrderBy(a => a.AskedOn).Select(AcknowledgementLine.Of).ToListAsync(cancel);
        var facts = await AgreementContent.FactsAsync(db, agreement, Today, ReadsAll, cancel);
        Sections = SectionsOf(agreement, facts);
        if (ReadsAll)
        {
            await views.RecordAsync(
                actor, [$"Read agreement {number} with its restricted parts"], nameof(Agreement), agreement.Id, school.Id, cancel);
        }

        return Page();
    }

    private async Task<IReadOnlyList<LifecycleRow<AgreementState, AgreementStep>>> StepsAsync(CancellationToken cancel)
    {
        if (school.Status.IsOver())
        {
            return [];
        }

        var isAnother = Line.State == AgreementState.Active
            && await db.AgreementsAt(school).AnyAsync(a => AgreementStandings.InTheMaking.Contains(a.State), cancel);
        return [.. Line.Steps(school.Roles, maySign: Turn.Yours, Signatures.Select(s => s.Party), isAnother, Today)];
    }

    private IReadOnlyList<SectionAnswers> SectionsOf(Agreement agreement, IReadOnlyDictionary<string, FactValue> facts)
    {
        var mayChange = agreement.State == AgreementState.Draft && school.May(Operation.EditAgreement);
        var answers = agreement.Answers();
        return
        [
            .. from whole in Form.Sections
               let section = ReadsAll ? whole : whole.WithoutRestricted()
               where section is not null
               select new SectionAnswers(section, answers)
               {
                   Facts = facts,
                   ChangeAddress = mayChange ? AgreementLinks.Section(school.Number, agreement.Number, section.Key) : null,
               },
        ];
    }
}
