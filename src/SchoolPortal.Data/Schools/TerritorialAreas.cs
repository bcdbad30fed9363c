using System.Collections.Frozen;
using System.Globalization;
using CsvHelper;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>A territorial authority, or a local board of Auckland, and the police districts in which its schools lie.</summary>
/// <param name="Name">The one spelling that the portal uses, with macrons.</param>
/// <param name="District">Today's name of the police district in which most of its schools lie.</param>
/// <param name="Districts">Today's names of all districts in which schools of the area lie, with the number of schools of 2021.</param>
public sealed record TerritorialArea(string Name, string District, IReadOnlyDictionary<string, int> Districts)
{
    /// <summary>A person settles which district a school of a split area belongs to.</summary>
    public bool IsSplit => Districts.Count > 1;
}

/// <summary>The territorial areas by every spelling that a directory has used for them.</summary>
public static class TerritorialAreas
{
    private static readonly FrozenDictionary<string, TerritorialArea> BySpelling = Load();

    public static IReadOnlyCollection<TerritorialArea> All { get; } = [.. BySpelling.Values.Distinct().OrderBy(area => area.Name, StringComparer.Ordinal)];

    public static TerritorialArea? Find(string? spelling) => spelling is null ? null : BySpelling.GetValueOrDefault(SchoolFact.FoldHeading(spelling));

    /// <summary>The portal's spelling of the area; what is not known stays as it is.</summary>
    internal static string? Unify(string? spelling) => Find(spelling)?.Name ?? spelling;

    private static FrozenDictionary<string, TerritorialArea> Load()
    {
        var districts = PoliceDistricts.All.SelectMany(district => district.NamesSeen, (district, name) => (district.Name, Seen: name))
            .ToDictionary(pair => pair.Seen, pair => pair.Name, StringComparer.Ordinal);
        var areas = new Dictionary<string, TerritorialArea>(StringComparer.Ordinal);
        using var csv = new CsvReader(new StreamReader(SchoolReference.Open("area-to-police-district.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            var counts = csv["schools_per_police_district_2021"]!.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(count => count.Split(':'))
                .ToDictionary(count => districts[count[0]], count => int.Parse(count[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
            var area = new TerritorialArea(csv["area_name_2026"]!, districts[csv["main_police_district"]!], counts);
            foreach (var column in new[] { "area_name_2014_2017", "area_name_2021", "area_name_2026" })
            {
                areas[SchoolFact.FoldHeading(csv[column]!)] = area;
            }
        }
        return areas.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
