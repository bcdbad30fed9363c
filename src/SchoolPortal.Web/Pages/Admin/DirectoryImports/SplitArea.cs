using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;

namespace SchoolPortal.Web.Pages.Admin.DirectoryImports;

/// <summary>An area whose schools lie in several police districts.</summary>
/// <param name="Area">The territorial authority or local board, and its districts.</param>
/// <param name="Schools">How many schools of the proposal lie in it.</param>
public sealed record SplitArea(TerritorialArea Area, int Schools)
{
    /// <summary>Where its schools lay in 2021: <c>Northland 22, Waitematā 1</c>.</summary>
    public string Known => string.Join(", ", Area.Districts.Select(district => $"{district.Key} {district.Value}"));

    internal static async Task<IReadOnlyList<SplitArea>> OfAsync(PortalDbContext db, Guid importId, CancellationToken cancel)
    {
        var areas = await ProposalCounts.Rows(db, importId, ProposalPart.Split)
            .GroupBy(row => row.SplitArea!)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancel);
        return [.. areas.OrderBy(area => area.Key, StringComparer.Ordinal).Select(area => new SplitArea(TerritorialAreas.Find(area.Key)!, area.Count))];
    }
}
