using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>In which areas somebody keeps the officers and stations: where they assign officers.</summary>
public sealed class AreaKeeping(PortalDbContext db)
{
    /// <summary>True where the actor keeps those of an area.</summary>
    public async Task<bool> KeepsAsync(Actor actor, Guid areaId, CancellationToken cancel)
    {
        var where = actor.JurisdictionFor(Operation.AssignOfficers);
        return where.Everywhere
            || where.Areas.Contains(areaId)
            || (where.Districts.Count > 0 && await db.Areas.AnyAsync(a => a.Id == areaId && where.Districts.Contains(a.DistrictId), cancel));
    }
}
