using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Documents.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Handover;

/// <summary>What a new Lead Police Contact takes over, and where they say that they have read it.</summary>
[Requires(Operation.ViewHistory)]
public sealed class IndexModel(PortalDbContext db, ReadHandover read, AcknowledgeAgreement acknowledge, CurrentSchool school, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    public CurrentSchool School => school;

    public SchoolCard Pack { get; private set; } = null!;

    /// <summary>Newcomers who have not said yet that they have read the agreement.</summary>
    public IReadOnlyList<AcknowledgementLine> Open { get; private set; } = [];

    public DateOnly Today { get; } = clock.Today();

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync([FromForm] Guid acknowledges, CancellationToken cancel)
    {
        await acknowledge.HandleAsync(actor, school.Place, acknowledges, cancel);
        TempData["Done"] = "You have taken the school over";
        TempData["Next"] = "Both sides can see that you have read the pack and the agreement.";
        return Redirect(HandoverLinks.Pack(school.Number));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Pack = await read.HandleAsync(actor, new JobSchool(school.Place, school.Number, school.Name), cancel);
        Open = await db.OpenAcknowledgements()
            .Where(a => a.SchoolId == school.Id && a.Kind == AcknowledgementKind.NewContact && a.Role == Role.LeadPoliceContact)
            .Select(AcknowledgementLine.Of)
            .ToListAsync(cancel);
    }
}
