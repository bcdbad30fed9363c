using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Templates;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Which template an agreement is written in, what differs in the one in use, and the way to take a draft over to it.</summary>
[Requires(Operation.ViewAgreement)]
public sealed class TemplateModel(
    PortalDbContext db, UpgradeAgreement upgrade, CurrentSchool school, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    public CurrentSchool School => school;

    [FromRoute]
    public int Number { get; set; }

    public AgreementState State { get; private set; }

    /// <summary>The template in use; null is the standard one.</summary>
    public Guid? Current { get; private set; }

    public bool IsCurrent { get; private set; }

    /// <summary>Number of the version it is written in; null is the standard template.</summary>
    public int? OwnNumber { get; private set; }

    /// <summary>Number of the version in use, likewise.</summary>
    public int? CurrentNumber { get; private set; }

    /// <summary>Fixed text that differs in the template in use.</summary>
    public IReadOnlyList<WordingChange> Changes { get; private set; } = [];

    public bool MayTake => school.May(Operation.EditAgreement) && !school.Status.IsOver();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await db.HasAgreementAsync(school, Number, cancel))
        {
            return NotFound();
        }

        await ShowAgainAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid? shown, CancellationToken cancel)
    {
        if (!school.May(Operation.EditAgreement))
        {
            return Forbid();
        }

        if (!await db.HasAgreementAsync(school, Number, cancel))
        {
            return NotFound();
        }

        await upgrade.HandleAsync(actor, school.Id, Number, shown, cancel);
        TempData["Done"] = $"Agreement {Number} has the text of the template in use";
        TempData["Next"] = "Your answers are unchanged. Read the text through before you send it on.";
        return Redirect(AgreementLinks.Version(school.Number, Number));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var agreement = await db.AgreementsAt(school).Where(a => a.Number == Number)
            .Select(a => new { a.State, a.FormVersion, a.TemplateId }).SingleAsync(cancel);
        var own = (await db.TemplateAsync(AgreementContent.FormOf(agreement.FormVersion), agreement.TemplateId, cancel)).Form;
        var current = (await db.CurrentTemplateAsync(clock.Today(), cancel)).Form;
        (State, Current, IsCurrent) = (agreement.State, current.Template, current.Template == own.Template);
        var numbers = await db.TemplateVersions.Where(t => t.Id == own.Template || t.Id == current.Template)
            .ToDictionaryAsync(t => t.Id, t => t.Number, cancel);
        OwnNumber = NumberOf(own.Template);
        CurrentNumber = NumberOf(current.Template);
        Changes = WordingChange.Between(own, current);

        int? NumberOf(Guid? template) => template is { } id ? numbers[id] : null;
    }
}
