using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Begins a school's next agreement.</summary>
[Requires(Operation.StartAgreement)]
public sealed class StartModel(PortalDbContext db, StartAgreement start, CurrentSchool school, Actor actor) : PageModel, IShowAgain
{
    public CurrentSchool School => school;

    public AgreementLine? InForce { get; private set; }

    public AgreementLine? InTheMaking { get; private set; }

    public bool IsSchoolOver => school.Status.IsOver();

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var number = await start.HandleAsync(actor, school.Id, cancel);
        TempData["Done"] = $"Agreement {number} is started";
        TempData["Next"] = "Look through each section. When all are complete, send the draft to the school.";
        return Redirect(AgreementLinks.Overview(school.Number));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var lines = await db.AgreementsAt(school).Select(AgreementLine.Of).ToListAsync(cancel);
        InForce = lines.Find(a => a.State == AgreementState.Active);
        InTheMaking = lines.Find(a => a.IsInTheMaking);
    }
}
