using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>One station: how the public reaches it, its officers, and the schools nearest to it.</summary>
[Requires(Operation.ViewAssignments)]
public sealed class StationModel(
    PortalDbContext db, OfficerRegister officers, AreaKeeping keeping, SchoolListIndex index, Marks marks, Actor actor) : PageModel
{
    public const int MostSchools = 15;

    public Station Station { get; private set; } = null!;

    public string Area { get; private set; } = "";

    public bool MayChange { get; private set; }

    public IReadOnlyList<OfficerRow> Officers { get; private set; } = [];

    public IReadOnlyList<Nearby<SchoolListRow>> Schools { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Stations.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } station)
        {
            return NotFound();
        }

        Station = station;
        Area = await db.Areas.Where(a => a.Id == station.AreaId).Join(db.Districts, a => a.DistrictId, d => d.Id, (a, d) => a.Name + ", " + d.Name).SingleAsync(cancel);
        MayChange = await keeping.KeepsAsync(actor, station.AreaId, cancel);
        Officers = await officers.Rows(new OfficerSearch { Station = id.ToString() }).ToListAsync(cancel);
        if (station.Point is { } point)
        {
            var schools = await index.CurrentAsync(db, marks, cancel);
            Schools = schools.NearestSchools(point, actor.JurisdictionFor(Operation.ViewSchool), MostSchools);
        }

        return Page();
    }
}
