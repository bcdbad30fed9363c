using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Stations to choose from: those in use, each with its area, since names may repeat.</summary>
public static class StationChoices
{
    /// <summary>Every one, by name.</summary>
    public static Task<IReadOnlyList<FieldOption>> AllAsync(PortalDbContext db, CancellationToken cancel) =>
        ListAsync(db, db.Stations.Where(s => !s.IsClosed), cancel);

    /// <summary>Those at which an officer is, closed or not.</summary>
    public static Task<IReadOnlyList<FieldOption>> WithOfficersAsync(PortalDbContext db, CancellationToken cancel) =>
        ListAsync(db, db.Stations.Where(s => db.Officers.Any(o => o.StationId == s.Id)), cancel);

    /// <summary>Those of a school's district, or of all while it has none; the nearest first.</summary>
    public static async Task<IReadOnlyList<FieldOption>> ForSchoolAsync(PortalDbContext db, Guid schoolId, Guid? districtId, CancellationToken cancel)
    {
        var school = await db.Schools.Where(s => s.Id == schoolId).Select(s => new { s.StationId, s.Facts.Latitude, s.Facts.Longitude }).SingleAsync(cancel);
        var stations = await db.Stations.AsNoTracking()
            .Where(s => s.Id == school.StationId
                || (!s.IsClosed && (districtId == null || db.Areas.Any(a => a.Id == s.AreaId && a.DistrictId == districtId))))
            .OrderBy(s => s.SortName)
            .ToListAsync(cancel);
        var here = GeoPoint.Of(school.Latitude, school.Longitude);
        return
        [
            .. stations.Select(station => (station.Id, station.Name, Away: Away(here, station.Point)))
                .OrderBy(choice => choice.Away?.Kilometres ?? double.MaxValue)
                .Select(choice => new FieldOption(choice.Id.ToString(), choice.Away is { } away ? $"{choice.Name}, {away.Distance}" : choice.Name)),
        ];
    }

    private static Nearby<bool>? Away(GeoPoint? here, GeoPoint? there) =>
        here is { } from && there is { } to ? new(true, from.KilometresTo(to)) : null;

    private static async Task<IReadOnlyList<FieldOption>> ListAsync(PortalDbContext db, IQueryable<Station> stations, CancellationToken cancel)
    {
        var found = await stations.OrderBy(s => s.SortName)
            .Join(db.Areas, s => s.AreaId, a => a.Id, (s, a) => new { s.Id, s.Name, Area = a.Name })
            .ToListAsync(cancel);

        // Not in the query: SQLite would write the ids in capitals, and none would be the chosen one.
        return found.ConvertAll(s => new FieldOption(s.Id.ToString(), s.Name == s.Area ? s.Name : $"{s.Name} ({s.Area})"));
    }
}
