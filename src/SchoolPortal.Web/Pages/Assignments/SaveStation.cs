using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Adds a station to the register or corrects one.</summary>
public sealed class SaveStation(PortalDbContext db, AreaKeeping keeping, TimeProvider clock)
{
    /// <summary>Refuses a name that the area has already, an area where the actor assigns nobody, and closing a station where officers still are.</summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="stationId">The station, or null for a new one.</param>
    /// <param name="basedOn">The token of the station as the form showed it.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <returns>The station's id.</returns>
    public async Task<Guid> HandleAsync(Actor actor, Guid? stationId, Guid basedOn, StationDetails typed, CancellationToken cancel)
    {
        if (!await db.Areas.AnyAsync(a => a.Id == typed.AreaId, cancel))
        {
            throw new RuleBroken("AreaId", "Choose an area from the list");
        }

        await MustKeepAsync(actor, typed.AreaId, "AreaId", cancel);
        var folded = Folded.Of(typed.Name);
        if (await db.Stations.AnyAsync(s => s.AreaId == typed.AreaId && s.SortName == folded && s.Id != stationId, cancel))
        {
            throw new RuleBroken("Name", "The area has a station of this name already; look for it in the register");
        }

        var station = stationId is null ? null : await db.Stations.SingleAsync(s => s.Id == stationId, cancel);
        if (station is null)
        {
            station = new Station(typed);
            db.Stations.Add(station);
        }
        else
        {
            await MustKeepAsync(actor, station.AreaId, "", cancel);
            await MustBeEmptyToCloseAsync(station, typed, cancel);
            if (station.Token != basedOn)
            {
                throw new ChangedMeanwhile("Somebody else changed this station after you opened the page. What you typed is still here; look at the station, then save again.");
            }

            station.Change(typed);
        }

        await db.SaveAsync(new Change(actor, clock.UtcNow(), stationId is null ? $"Added the station {station.Name}" : $"Changed the station {station.Name}"), cancel);
        return station.Id;
    }

    private async Task MustKeepAsync(Actor actor, Guid areaId, string field, CancellationToken cancel)
    {
        if (!await keeping.KeepsAsync(actor, areaId, cancel))
        {
            throw new RuleBroken(field, "You keep the stations of your own area or district; ask the supervisor of that area");
        }
    }

    private async Task MustBeEmptyToCloseAsync(Station station, StationDetails typed, CancellationToken cancel)
    {
        var today = clock.Today();
        if (typed.IsClosed && !station.IsClosed
            && await db.Officers.CountAsync(o => o.StationId == station.Id && (o.ActiveTo == null || o.ActiveTo >= today), cancel) is > 0 and var officers)
        {
            throw new RuleBroken("IsClosed", $"{officers} {(officers == 1 ? "officer is" : "officers are")} still at this station; give them another one first");
        }
    }
}
