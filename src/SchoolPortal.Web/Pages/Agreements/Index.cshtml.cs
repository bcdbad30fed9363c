using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Where a school's agreements stand, and what can be done now.</summary>
[Requires(Operation.ViewAgreement)]
public sealed class IndexModel(
    PortalDbContext db, AcknowledgeAgreement acknowledge, CurrentSchool school, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    public CurrentSchool School => school;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<AgreementLine> All { get; private set; } = [];

    /// <summary>The one in the making, else the one in force, else the last one.</summary>
    public AgreementLine? Current { get; private set; }

    public AgreementLine? InForce => All.FirstOrDefault(a => a.State == AgreementState.Active);

    public IReadOnlyList<SignatureLine> Signatures { get; private set; } = [];

    /// <summary>Sections of a draft with where each stands; empty when the text cannot be changed.</summary>
    public IReadOnlyList<SectionRow> Sections { get; private set; } = [];

    /// <summary>What somebody is still asked to take note of, about any of the agreements.</summary>
    public IReadOnlyList<AcknowledgementLine> Open { get; private set; } = [];

    /// <summary>What the reader is asked to take note of.</summary>
    public IReadOnlyList<AcknowledgementLine> ToAcknowledge => [.. Open.Where(a => school.Roles.Contains(a.Role))];

    public TurnWords Turn { get; private set; } = new(false, null, "");

    public IReadOnlyList<Stage> Stages { get; private set; } = [];

    public DateOnly Today { get; } = clock.Today();

    /// <summary>There is nothing to renew or to go on with.</summary>
    public bool MayStart => !school.Status.IsOver() && school.May(Operation.StartAgreement) && !All.Any(a => a.IsInTheMaking) && InForce is null;

    public bool MayEdit => school.May(Operation.EditAgreement) && Current?.State == AgreementState.Draft;

    /// <summary>The steps this person may take now.</summary>
    public IReadOnlyList<LifecycleRow<AgreementState, AgreementStep>> StepsOf(AgreementLine line) => school.Status.IsOver()
        ? []
        : [.. line.Steps(school.Roles, maySign: Turn.Yours, Signatures.Select(s => s.Party), isAnotherInTheMaking: All.Any(a => a.IsInTheMaking), Today)];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Show(await school.Readings.OfAsync(0, () => AgreementSheet.LoadAsync(db, school.Id, cancel)));

    /// <summary>The reader has read what they were asked to.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] Guid acknowledges, CancellationToken cancel)
    {
        await acknowledge.HandleAsync(actor, school.Place, acknowledges, cancel);
        TempData["Done"] = "You have acknowledged it";
        TempData["Next"] = "Both sides can see that you have.";
        return Redirect(AgreementLinks.Overview(school.Number));
    }

    /// <summary>Read anew, as somebody else may have changed it since this request began.</summary>
    public async Task ShowAgainAsync(CancellationToken cancel) => Show(await AgreementSheet.LoadAsync(db, school.Id, cancel));

    private void Show(AgreementSheet sheet)
    {
        All = [.. sheet.Lines.Where(line => school.ReadsAllAgreements() || line.State == AgreementState.Active)];
        Current = All.FirstOrDefault(a => a.IsInTheMaking) ?? InForce ?? (All.Count > 0 ? All[0] : null);
        if (Current is not null)
        {
            Stages = TurnWords.StagesOf(Current, Today);
            Signatures = [.. sheet.Signatures[Current.Id]];
            Sections = [.. RowsOf([.. sheet.Sections[Current.Id]])];
        }

        Open = sheet.Open;
        Turn = school.Status.IsOver() ? TurnWords.OfSchool(school.Status) : TurnWords.Of(Current, Signatures, actor, school.Roles, Today);
    }

    private static IEnumerable<SectionRow> RowsOf(IReadOnlyList<SectionStanding> stored) =>
        stored.Count == 0
            ? []
            : from section in AgreementContent.FormOf(stored[0].FormVersion).Sections
              let standing = stored.Single(s => s.Key == section.Key)
              select new SectionRow(section, standing.State, standing.Saved);

    /// <summary>One section in the task list.</summary>
    public sealed record SectionRow(SectionDefinition Section, SectionState State, string? Saved);
}
