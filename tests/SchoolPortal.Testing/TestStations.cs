using SchoolPortal.Data;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Testing;

/// <summary>Stations for officers to be at.</summary>
public static class TestStations
{
    /// <summary>The station of this name, added to the first area where there is none; saved with whatever the test saves next.</summary>
    public static Station Station(this PortalDbContext db, string name) =>
        db.Stations.Local.FirstOrDefault(s => s.Name == name)
        ?? db.Stations.FirstOrDefault(s => s.Name == name)
        ?? db.Stations.Add(new Station(AreaOf(db).Id, name)).Entity;

    private static Area AreaOf(PortalDbContext db)
    {
        if ((db.Areas.Local.FirstOrDefault() ?? db.Areas.OrderBy(a => a.Id).FirstOrDefault()) is { } area)
        {
            return area;
        }

        var district = db.Districts.Add(new District("TST", "Test district", 1)).Entity;
        return db.Areas.Add(new Area(district.Id, "Test area")).Entity;
    }
}
