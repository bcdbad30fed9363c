using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>Settles what the Police side keeps of a school: area, station, notes. No import touches it.</summary>
public sealed class SettleSchoolPlace(PortalDbContext db, TimeProvider clock, Actor actor)
{
    /// <summary>Refuses an area or a station of another district than the school's; without an area, the station's is taken.</summary>
    public async Task HandleAsync(CurrentSchool current, Guid? areaId, Guid? stationId, string? notes, Guid basedOn, CancellationToken cancel)
    {
        var school = await db.Schools.SingleAsync(s => s.Id == current.Id, cancel);
        if (school.Token != basedOn)
        {
            throw new ChangedMeanwhile("Somebody else changed this school after you opened the page. What you typed is still here; look at the school, then save again.");
        }

        var station = stationId is null ? null : await db.Stations.SingleOrDefaultAsync(s => s.Id == stationId, cancel);
        var home = station is null ? null : await db.Areas.SingleAsync(a => a.Id == station.AreaId, cancel);
        var area = areaId is null ? home : await db.Areas.SingleOrDefaultAsync(a => a.Id == areaId, cancel);
        if (area is null && areaId is not null || (area is not null && school.DistrictId is { } district && area.DistrictId != district))
        {
            throw new RuleBroken("AreaId", "Choose an area of this school\u2019s district");
        }

        if ((station is null && stationId is not null) || (home is not null && home.DistrictId != (area!.DistrictId)))
        {
            throw new RuleBroken("StationId", "Choose a station of this school\u2019s district");
        }

        school.SettlePlace(area, station?.Id, notes);
        await db.SaveAsync(new Change(actor, clock.UtcNow(), "Settled area, station and notes"), cancel);
    }
}
