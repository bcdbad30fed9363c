using System.Text.Json;
using System.Text.Json.Serialization;

namespace SchoolPortal.Data.Schools;

/// <summary>One of the twelve police districts, as the reference file lists them from north to south.</summary>
/// <param name="Code">The code of the boundary file.</param>
/// <param name="Name">Today's name, with macrons.</param>
/// <param name="NamesSeen">Every spelling seen in other files.</param>
/// <param name="AreasSeen">Police areas of the district that a list of 2013 names; not all of them.</param>
public sealed record PoliceDistrict(
    [property: JsonPropertyName("boundary_code")] string Code,
    [property: JsonPropertyName("name_current")] string Name,
    [property: JsonPropertyName("names_seen")] IReadOnlyList<string> NamesSeen,
    [property: JsonPropertyName("police_areas_seen_2013")] IReadOnlyList<string> AreasSeen);

public static class PoliceDistricts
{
    /// <summary>From north to south.</summary>
    public static IReadOnlyList<PoliceDistrict> All { get; } = Load();

    private static PoliceDistrict[] Load()
    {
        using var file = SchoolReference.Open("police-districts.json");
        return JsonSerializer.Deserialize<PoliceDistrict[]>(file)!;
    }
}

/// <summary>The files that are shipped inside the product.</summary>
public static class SchoolReference
{
    /// <summary>The directory that a new portal starts with.</summary>
    public const string FirstDirectory = "2021-09-25_schooldirectory.csv";

    public const string SchoolTerms = "nz-school-terms-2024-2026.json";

    public static Stream Open(string fileName) =>
        typeof(SchoolReference).Assembly.GetManifestResourceStream(typeof(SchoolReference), $"Reference.{fileName}")
        ?? throw new FileNotFoundException("The reference file is not part of the product.", fileName);
}
