using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Districts and areas to choose from, north to south.</summary>
public static class PlaceChoices
{
    /// <summary>Districts by their code.</summary>
    public static async Task<IReadOnlyList<FieldOption>> DistrictsAsync(PortalDbContext db, CancellationToken cancel) =>
        await db.Districts.AsNoTracking().OrderBy(d => d.Order)
            .Select(d => new FieldOption(d.Code, d.Name, null))
            .ToListAsync(cancel);

    /// <summary>Areas by their id, named with their district; of one district alone when its code is given.</summary>
    public static async Task<IReadOnlyList<FieldOption>> AreasAsync(PortalDbContext db, string? district, CancellationToken cancel)
    {
        var areas = await (
            from area in db.Areas.AsNoTracking()
            join of in db.Districts on area.DistrictId equals of.Id
            where string.IsNullOrEmpty(district) || of.Code == district
            orderby of.Order, area.Name
            select new { area.Id, area.Name, District = of.Name }).ToListAsync(cancel);
        return [.. areas.Select(a => new FieldOption(a.Id.ToString(), $"{a.District}: {a.Name}"))];
    }
}
