using SchoolPortal.Domain.Contacts;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>The columns of a file of stations, as it goes out and as it may come in again.</summary>
internal static class StationColumns
{
    public static IReadOnlyList<string> Headings { get; } =
        ["Station", "Area", "District", "Address", "Phone", "Hours", "Open 24 hours", "Latitude", "Longitude", "Closed", "Officers", "Schools"];

    /// <summary>Those that are read when it comes in.</summary>
    public static IReadOnlyList<string> Read { get; } =
        ["Station", "Area", "District", "Address", "Phone", "Hours", "Open 24 hours", "Latitude", "Longitude", "Closed"];

    public static IEnumerable<string?> Cells(StationRow row) =>
    [
        row.Name, row.Area, row.District, row.Address, row.Phone is { } phone ? PhoneText.Show(phone) : null, row.Hours, YesNo(row.IsAlwaysOpen),
        StationInput.Degrees(row.Latitude), StationInput.Degrees(row.Longitude), YesNo(row.IsClosed),
        row.Officers.ToString(Domain.NewZealandTime.Culture), row.Schools.ToString(Domain.NewZealandTime.Culture),
    ];

    private static string YesNo(bool value) => value ? "yes" : "no";
}
