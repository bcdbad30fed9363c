using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>A suburb or town of the directory, where its schools are on average.</summary>
/// <param name="Key">What its address says: folded words.</param>
/// <param name="Name">"Ōtāhuhu, Auckland", or a town alone.</param>
/// <param name="Point">The middle of its schools.</param>
public sealed record DirectoryPlace(string Key, string Name, GeoPoint Point);

/// <summary>
/// What anybody may search: open schools by name, number, suburb and town, places, and stations. Never by people. Made once
/// of each list of schools that is kept in memory, and folded then, so that a search only compares.
/// </summary>
public sealed class PublicDirectory
{
    private static readonly Jurisdiction Everybody = new(Everywhere: true, new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>());

    private readonly SchoolListSnapshot known;
    private readonly (SchoolListRow Row, string Text)[] schools;
    private readonly SortedDictionary<string, DirectoryPlace> places = new(StringComparer.Ordinal);

    private PublicDirectory(SchoolListSnapshot known)
    {
        this.known = known;
        var open = known.Open(Everybody).ToList();
        schools = [.. open.Select(row => (row, $" {row.SortName} {row.Number} {Folded.Of(row.Suburb)} {Folded.Of(row.City)} "))];
        foreach (var town in open.Where(row => !string.IsNullOrEmpty(row.City)).GroupBy(row => Folded.Of(row.City)))
        {
            AddPlace(town.First().City!, town);
        }

        foreach (var suburb in open.Where(row => !string.IsNullOrEmpty(row.Suburb)).GroupBy(row => Folded.Of($"{row.Suburb} {row.City}")))
        {
            var one = suburb.First();
            AddPlace(string.IsNullOrEmpty(one.City) ? one.Suburb! : $"{one.Suburb}, {one.City}", suburb);
        }
    }

    /// <summary>Of a list of schools; kept with it.</summary>
    public static PublicDirectory Of(SchoolListSnapshot known)
    {
        if (known.Readings.Find<PublicDirectory>() is { } made)
        {
            return made;
        }

        var directory = new PublicDirectory(known);
        known.Readings.Keep(directory);
        return directory;
    }

    /// <summary>Schools in which every word is found, those whose name or number begins so first.</summary>
    public IReadOnlyList<SchoolListRow> Schools(string words, int most)
    {
        var asked = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. schools.Where(school => Array.TrueForAll(asked, word => school.Text.Contains(word, StringComparison.Ordinal)))
                .OrderByDescending(school => school.Row.SortName == words || school.Row.Number.ToString(NewZealandTime.Culture) == words)
                .ThenByDescending(school => school.Row.SortName.StartsWith(words, StringComparison.Ordinal))
                .Take(most)
                .Select(school => school.Row),
        ];
    }

    /// <summary>Suburbs and towns whose name has every word, those that begin so first.</summary>
    public IReadOnlyList<DirectoryPlace> Places(string words, int most) => Begun(places.Values, place => place.Key, words, most);

    /// <summary>Stations whose name has every word, those that begin so first.</summary>
    public IReadOnlyList<StationLine> Stations(string words, int most) => Begun(known.Stations, station => station.SortName, words, most);

    /// <summary>An open school, or null.</summary>
    public SchoolListRow? School(int number) => known.Find(number) is { Status: SchoolStatus.Open } row ? row : null;

    /// <summary>The place of an address, or null.</summary>
    public DirectoryPlace? Place(string? key) => places.GetValueOrDefault(Folded.Of(key));

    /// <summary>A station in use, or null.</summary>
    public StationLine? Station(Guid? id) => id is null ? null : known.Stations.FirstOrDefault(station => station.Id == id);

    /// <summary>The stations nearest to a point.</summary>
    public IReadOnlyList<Nearby<StationLine>> Nearest(GeoPoint point, int most) => known.NearestStations(point, most);

    private static List<T> Begun<T>(IEnumerable<T> all, Func<T, string> text, string words, int most)
    {
        var asked = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. all.Where(one => Array.TrueForAll(asked, word => text(one).Contains(word, StringComparison.Ordinal)))
                .OrderByDescending(one => text(one).StartsWith(words, StringComparison.Ordinal))
                .Take(most),
        ];
    }

    private void AddPlace(string name, IEnumerable<SchoolListRow> rows)
    {
        var points = rows.Select(row => row.Point).OfType<GeoPoint>().ToList();
        if (points.Count > 0)
        {
            places.TryAdd(Folded.Of(name), new(Folded.Of(name), name, GeoPoint.Middle(points)));
        }
    }
}
