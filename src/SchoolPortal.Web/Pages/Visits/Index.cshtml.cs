using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Visits;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Visits;

/// <summary>The visits to a school, the newest first; officers enter one here in a few seconds.</summary>
[Requires(Operation.ViewVisits)]
public sealed class IndexModel(PortalDbContext db, CurrentSchool school, EnterVisit enter, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    public const int PageSize = 20;

    private const string UsualMinutes = "30";

    [BindProperty]
    public VisitInput Input { get; set; } = new();

    [FromQuery(Name = PageAddress.PageKey)]
    public int PageNumber { get; set; } = 1;

    public CurrentSchool School => school;

    public bool MayEnter => school.May(Operation.EnterVisit);

    public int Total { get; private set; }

    public IReadOnlyList<Row> Visits { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input = new VisitInput { On = NewZealandTime.Show(clock.Today()), Officers = actor.Name, Purpose = VisitPurpose.Relationship, Minutes = UsualMinutes };
        await ShowAgainAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!MayEnter)
        {
            return Forbid();
        }

        var told = Input.Read(clock.Today());
        await enter.HandleAsync(school, told, cancel);
        TempData["Done"] = $"The visit on {NewZealandTime.Show(told.On)} is entered";
        TempData["Next"] = "The school reads it too. You can correct what you entered.";
        return Redirect(VisitLinks.List(school.Number));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var visits = db.Visits.AsNoTracking().Where(v => v.SchoolId == school.Id && !v.IsTakenBack);
        Total = await visits.CountAsync(cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        var shown = await visits.OrderByDescending(v => v.On).ThenByDescending(v => v.Id)
            .Skip((PageNumber - 1) * PageSize).Take(PageSize)
            .Select(v => new { v.Id, v.On, v.Officers, v.Purpose, v.Minutes, v.Met, v.Notes, v.EnteredById })
            .ToListAsync(cancel);
        Visits = shown.ConvertAll(v => new Row(v.Id, v.On, v.Officers, v.Purpose, v.Minutes, Visit.PositionsIn(v.Met), v.Notes, v.EnteredById == actor.PersonId));
    }

    /// <summary>One visit.</summary>
    public sealed record Row(Guid Id, DateOnly On, string Officers, VisitPurpose Purpose, int Minutes, IReadOnlyList<ContactPosition> Met, string? Notes, bool IsOwn);
}
