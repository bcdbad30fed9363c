using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>One officer: how to reach them, their schools now and before.</summary>
[Requires(Operation.ViewAssignments)]
public sealed class OfficerModel(PortalDbContext db, AreaKeeping keeping, Actor actor, TimeProvider clock) : PageModel
{
    public Officer Officer { get; private set; } = null!;

    public string? Area { get; private set; }

    public bool MayChange { get; private set; }

    public IReadOnlyList<DutyRow> Now { get; private set; } = [];

    public IReadOnlyList<DutyRow> Before { get; private set; } = [];

    /// <summary>Leave that is under way or to come, with how many schools somebody stands in at.</summary>
    public IReadOnlyList<(OfficerLeave Leave, int Covered)> Leaves { get; private set; } = [];

    /// <summary>Duties at schools that the person may not see.</summary>
    public int Elsewhere { get; private set; }

    /// <summary>The day the page speaks of.</summary>
    public AsAt AsAt { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Officers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } officer)
        {
            return NotFound();
        }

        Officer = officer;
        AsAt = AsAt.Of(Request.Query, clock.Today());
        Area = await (
            from area in db.Areas
            join district in db.Districts on area.DistrictId equals district.Id
            where area.Id == officer.Station.AreaId
            select area.Name + ", " + district.Name).SingleOrDefaultAsync(cancel);
        MayChange = !AsAt.IsPast && await keeping.KeepsAsync(actor, officer.Station.AreaId, cancel);

        var duties = await (
            from duty in db.OfficerAssignments.AsNoTracking()
            join school in db.Schools.VisibleTo(actor) on duty.SchoolId equals school.Id
            where duty.OfficerId == id && (duty.To == null || duty.To >= duty.From)
            orderby school.SortName, duty.From
            select new DutyRow(school.Number, school.Facts.Name, duty.Kind, duty.From, duty.To)).ToListAsync(cancel);
        var (day, past) = (AsAt.Day, AsAt.IsPast);
        Now = duties.FindAll(d => (d.To is null || d.To >= day) && (!past || d.From <= day));
        Before = [.. duties.FindAll(d => d.To < day).OrderByDescending(d => d.To)];
        Elsewhere = await db.OfficerAssignments.CountAsync(
            a => a.OfficerId == id && (a.To == null || a.To >= day) && (a.To == null || a.To >= a.From) && (!past || a.From <= day), cancel) - Now.Count;
        Leaves = past ? [] :
        [
            .. (await db.OfficerLeaves.AsNoTracking().Where(l => l.OfficerId == id && l.To >= day && l.From <= l.To).OrderBy(l => l.From)
                .Select(l => new { Leave = l, Covered = db.OfficerAssignments.Where(a => a.LeaveId == l.Id && a.To >= a.From).Select(a => a.SchoolId).Distinct().Count() })
                .ToListAsync(cancel)).Select(l => (l.Leave, l.Covered)),
        ];
        return Page();
    }

    /// <summary>One duty at one school.</summary>
    public sealed record DutyRow(int Number, string School, AssignmentKind Kind, DateOnly From, DateOnly? To);
}
