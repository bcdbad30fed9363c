using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Visits;

/// <summary>Sets right a visit that one entered oneself, with the reason.</summary>
[Requires(Operation.EnterVisit)]
public sealed class CorrectModel(PortalDbContext db, CurrentSchool school, EnterVisit enter, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public Correction Input { get; set; } = new();

    public CurrentSchool School => school;

    public async Task<IActionResult> OnGetAsync(Guid visit, CancellationToken cancel)
    {
        if (await db.Visits.AsNoTracking().SingleOrDefaultAsync(v => v.Id == visit && v.SchoolId == school.Id && !v.IsTakenBack, cancel) is not { } found)
        {
            return NotFound();
        }

        Input = new Correction
        {
            On = NewZealandTime.Show(found.On), Officers = found.Officers, Purpose = found.Purpose,
            Minutes = found.Minutes.ToString(NewZealandTime.Culture), Met = [.. found.MetPositions.Select(p => p.ToString())], Notes = found.Notes,
        };
        return found.EnteredById == actor.PersonId ? Page() : Forbid();
    }

    public async Task<IActionResult> OnPostAsync(Guid visit, CancellationToken cancel)
    {
        if (!await db.Visits.AnyAsync(v => v.Id == visit && v.SchoolId == school.Id, cancel))
        {
            return NotFound();
        }

        await enter.CorrectAsync(school, visit, Input.TakesBack ? null : Input.Read(clock.Today()), TypedText.CleanLine(Input.Why), cancel);
        TempData["Done"] = Input.TakesBack ? "The visit is taken back" : "The visit is corrected";
        TempData["Next"] = "What stood there before is in the school\u2019s history.";
        return Redirect(VisitLinks.List(school.Number));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => Task.CompletedTask;

    public sealed class Correction : VisitInput
    {
        public bool TakesBack { get; set; }

        [Required(ErrorMessage = "Enter why you correct it")]
        [StringLength(200, ErrorMessage = "The reason must be 200 characters or fewer")]
        public string? Why { get; set; }
    }
}
