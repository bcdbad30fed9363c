using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>Settles what the Police side keeps of a school: area, station, notes. No import touches it.</summary>
public sealed class SettleSchoolPlace(PortalDbContext db, TimeProvider clock, Actor actor)
{
    /// <summary>Refuses an area of another district than the school's.</summary>
    public async Task HandleAsync(CurrentSchool current, Guid? areaId, string? station, string? notes, Guid basedOn, CancellationToken cancel)
    {
        var school = await db.Schools.SingleAsync(s => s.Id == current.Id, cancel);
        if (school.Token != basedOn)
        {
            throw new ChangedMeanwhile("Somebody else changed this school after you opened the page. What you typed is still here; look at the school, then save again.");
        }

        var area = areaId is null ? null : await db.Areas.SingleOrDefaultAsync(a => a.Id == areaId, cancel);
        if (area is null && areaId is not null || (area is not null && school.DistrictId is { } district && area.DistrictId != district))
        {
            throw new RuleBroken("AreaId", "Choose an area of this school\u2019s district");
        }

        school.SettlePlace(area, station, notes);
        await db.SaveAsync(new Change(actor, clock.UtcNow(), "Settled area, station and notes"), cancel);
    }
}
