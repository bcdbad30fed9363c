using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Cuts an officer's leave short, makes it longer, or calls it off.</summary>
[Requires(Operation.AssignOfficers)]
public sealed class LeaveModel(PortalDbContext db, ChangeLeave change, AreaKeeping keeping, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public LeaveInput Input { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "leave")]
    public Guid LeaveId { get; set; }

    public Officer Officer { get; private set; } = null!;

    public OfficerLeave Leave { get; private set; } = null!;

    public bool HasBegun => Leave.From <= clock.Today();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Input.To = NewZealandTime.Show(Leave.To);
        return await keeping.KeepsAsync(actor, Officer.Station.AreaId, cancel) ? Page() : Forbid();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        var lastDay = DutyInput.DayOf(Input.To, nameof(Input.To), clock.Today());
        var refused = await change.HandleAsync(actor, Id, LeaveId, lastDay, cancel);
        TempData["Done"] = lastDay < Leave.From ? "The leave is called off" : $"The leave ends on {NewZealandTime.Show(lastDay)}";
        TempData["Next"] = refused.Count == 0 ? "Whoever stands in goes with it." : $"Not everybody can go on standing in. {string.Join(". ", refused)}.";
        return Redirect(AssignmentLinks.Officer(Id));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => LoadAsync(cancel);

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var found = await db.OfficerLeaves.AsNoTracking().Where(l => l.Id == LeaveId && l.OfficerId == Id)
            .Join(db.Officers.AsNoTracking(), l => l.OfficerId, o => o.Id, (l, o) => new { Leave = l, Officer = o })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return false;
        }

        (Leave, Officer) = (found.Leave, found.Officer);
        return true;
    }

    public sealed class LeaveInput
    {
        [Required(ErrorMessage = "Enter the last day away")]
        public string? To { get; set; }
    }
}
