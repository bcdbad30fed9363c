using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
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

    /// <summary>Duties at schools that the person may not see.</summary>
    public int Elsewhere { get; private set; }

    public DateOnly Today => clock.Today();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Officers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } officer)
        {
            return NotFound();
        }

        Officer = officer;
        Area = await (
            from area in db.Areas
            join district in db.Districts on area.DistrictId equals district.Id
            where area.Id == officer.Station.AreaId
            select area.Name + ", " + district.Name).SingleOrDefaultAsync(cancel);
        MayChange = await keeping.KeepsAsync(actor, officer.Station.AreaId, cancel);

        var duties = await (
            from duty in db.OfficerAssignments.AsNoTracking()
            join school in db.Schools.VisibleTo(actor) on duty.SchoolId equals school.Id
            where duty.OfficerId == id && (duty.To == null || duty.To >= duty.From)
            orderby school.SortName, duty.From
            select new DutyRow(school.Number, school.Facts.Name, duty.Kind, duty.From, duty.To)).ToListAsync(cancel);
        var today = Today;
        Now = duties.FindAll(d => d.To is null || d.To >= today);
        Before = [.. duties.FindAll(d => d.To < today).OrderByDescending(d => d.To)];
        Elsewhere = await db.OfficerAssignments.CountAsync(a => a.OfficerId == id && (a.To == null || a.To >= today) && (a.To == null || a.To >= a.From), cancel) - Now.Count;
        return Page();
    }

    /// <summary>One duty at one school.</summary>
    public sealed record DutyRow(int Number, string School, AssignmentKind Kind, DateOnly From, DateOnly? To);
}
