using SchoolPortal.Data;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Demo;

/// <summary>A town with a station, its area, and where it roughly lies.</summary>
internal sealed record DemoStation(string Town, string Area, double Latitude, double Longitude)
{
    /// <summary>Some stations of every district: enough that each school has one in reach.</summary>
    public static IReadOnlyList<DemoStation> All { get; } =
    [
        new("Whangārei", "Whangārei–Kaipara", -35.73, 174.32),
        new("Dargaville", "Whangārei–Kaipara", -35.94, 173.87),
        new("Kaitāia", "Far North", -35.11, 173.26),
        new("Kaikohe", "Far North", -35.41, 173.80),
        new("Orewa", "Waitematā North", -36.59, 174.69),
        new("Takapuna", "Waitematā East", -36.79, 174.77),
        new("Henderson", "Waitematā West", -36.88, 174.63),
        new("Auckland Central", "Auckland Central", -36.85, 174.76),
        new("Glen Innes", "Auckland East", -36.88, 174.86),
        new("Avondale", "Auckland West", -36.90, 174.70),
        new("Manurewa", "Counties Manukau South", -37.02, 174.90),
        new("Papakura", "Counties Manukau South", -37.07, 174.94),
        new("Pukekohe", "Counties Manukau South", -37.20, 174.90),
        new("Howick", "Counties Manukau East", -36.90, 174.93),
        new("Ōtara", "Counties Manukau Central", -36.96, 174.87),
        new("Māngere", "Counties Manukau West", -36.97, 174.79),
        new("Hamilton", "Hamilton City", -37.79, 175.28),
        new("Huntly", "Waikato West", -37.56, 175.16),
        new("Te Awamutu", "Waikato West", -38.01, 175.33),
        new("Thames", "Waikato East", -37.14, 175.54),
        new("Tauranga", "Western Bay of Plenty", -37.69, 176.17),
        new("Whakatāne", "Eastern Bay of Plenty", -37.96, 176.98),
        new("Rotorua", "Rotorua", -38.14, 176.25),
        new("Taupō", "Taupō", -38.69, 176.07),
        new("Gisborne", "Tairāwhiti", -38.66, 178.02),
        new("Wairoa", "Hawke’s Bay", -39.04, 177.42),
        new("Napier", "Hawke’s Bay", -39.49, 176.91),
        new("Hastings", "Hawke’s Bay", -39.64, 176.84),
        new("New Plymouth", "Taranaki", -39.06, 174.08),
        new("Hāwera", "Taranaki", -39.59, 174.28),
        new("Whanganui", "Whanganui–Ruapehu", -39.93, 175.05),
        new("Palmerston North", "Manawatū", -40.36, 175.61),
        new("Levin", "Manawatū", -40.62, 175.28),
        new("Porirua", "Kapiti–Mana", -41.13, 174.84),
        new("Lower Hutt", "Hutt Valley", -41.21, 174.91),
        new("Wellington", "Wellington City", -41.29, 174.78),
        new("Masterton", "Wairarapa", -40.95, 175.66),
        new("Nelson", "Nelson Bays", -41.27, 173.28),
        new("Blenheim", "Marlborough", -41.51, 173.95),
        new("Westport", "West Coast", -41.75, 171.60),
        new("Greymouth", "West Coast", -42.45, 171.21),
        new("Christchurch", "Christchurch Metro", -43.53, 172.64),
        new("Hornby", "Christchurch Metro", -43.54, 172.52),
        new("Rangiora", "Canterbury Rural", -43.30, 172.59),
        new("Ashburton", "Canterbury Rural", -43.90, 171.75),
        new("Timaru", "Aoraki", -44.40, 171.25),
        new("Dunedin", "Otago Coastal", -45.87, 170.50),
        new("Oamaru", "Otago Coastal", -45.10, 170.97),
        new("Queenstown", "Otago Lakes–Central", -45.03, 168.66),
        new("Gore", "Southland", -46.10, 168.94),
        new("Invercargill", "Southland", -46.41, 168.35),
    ];

    /// <summary>The station of the demonstration’s own people.</summary>
    public static DemoStation Home { get; } = new(DemoSchools.Station, DemoSchools.Area, -36.95, 174.84);

    /// <summary>The station nearest to a place.</summary>
    public static DemoStation Nearest(GeoPoint place) => All.MinBy(station => place.KilometresTo(station.Point))!;

    /// <summary>Where it lies.</summary>
    public GeoPoint Point => new(Latitude, Longitude);

    /// <summary>Enters all stations in the register, with numbers and hours that are invented.</summary>
    public static Dictionary<string, Station> AddAll(PortalDbContext db, IReadOnlyDictionary<string, Guid> areas)
    {
        var stations = All.Append(Home).ToDictionary(station => station.Town, station => station.Make(areas[station.Area]), StringComparer.Ordinal);
        db.Stations.AddRange(stations.Values);
        return stations;
    }

    private Station Make(Guid areaId)
    {
        var chance = new DemoDice(Town.Length);
        var alwaysOpen = chance.Falls(Town + "always", 20);
        return new Station(new StationDetails(
            areaId,
            Town,
            Phone: $"+6495550{200 + chance.Roll(Town + "phone", 700)}",
            Hours: alwaysOpen ? null : chance.Falls(Town + "hours", 50) ? "Monday to Friday, 8am to 4pm" : "Monday to Friday, 9am to 5pm; Saturday, 10am to 2pm",
            IsAlwaysOpen: alwaysOpen,
            Point: Point));
    }
}
