using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>The columns of a file of officers, as it goes out and as it may come in again.</summary>
internal static class OfficerColumns
{
    /// <summary>Those that are read when it comes in.</summary>
    public static IReadOnlyList<string> Read { get; } = ["Name", "Rank", "Station", "Area", "Email address", "Phone", "First day", "Last day"];

    public static IReadOnlyList<string> Headings { get; } =
        ["Name", "Rank", "Station", "Area", "District", "Email address", "Phone", "First day", "Last day", "Lead Police Contact of", "Relief at", "School Community Officer at"];

    public static IEnumerable<string?> Cells(OfficerRow row) =>
    [
        row.Name, Words.Of(row.Rank), row.Station, row.Area, row.District, row.Email, row.Phone is { } phone ? PhoneText.Show(phone) : null,
        NewZealandTime.Show(row.ActiveFrom), row.ActiveTo is { } last ? NewZealandTime.Show(last) : null,
        row.Lead.ToString(NewZealandTime.Culture), row.Relief.ToString(NewZealandTime.Culture), row.Community.ToString(NewZealandTime.Culture),
    ];
}
