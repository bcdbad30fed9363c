using Microsoft.AspNetCore.Http.Extensions;

using SchoolPortal.Domain.Contacts;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Assignments.Gaps;

/// <summary>Addresses of who covers which schools.</summary>
public static class GapLinks
{
    public const string Page = "/reports/coverage";

    public const string Csv = "/reports/coverage.csv";

    /// <summary>The same schools as a file.</summary>
    public static string CsvOf(HttpRequest page) => Csv + new QueryBuilder(page.Query).ToQueryString();

    /// <summary>One step closer, or one further away: a place, the schools with one gap, a day.</summary>
    public static string Place(string? district, string? area, CoverageGaps? gap, AsAt asAt)
    {
        (string Key, string? Value)[] parts =
            [(GapsAsked.DistrictKey, district), (GapsAsked.AreaKey, area), (GapsAsked.GapKey, gap?.ToString()), (AsAt.Key, asAt.InAddress)];
        return Page + new QueryBuilder(parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, p.Value!))).ToQueryString();
    }
}
