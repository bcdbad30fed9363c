using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>The officers who may be chosen for a duty, with what each carries already.</summary>
public sealed class OfficerChoices(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Officers of the district first, each part by name. Those who left long ago are left out.</summary>
    /// <param name="districtId">The school's district, or null for no preference.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<IReadOnlyList<FieldOption>> ListAsync(Guid? districtId, CancellationToken cancel)
    {
        var today = clock.Today();
        var earliest = today.AddDays(-Duty.DaysToCorrect);
        var officers = await db.Officers.AsNoTracking()
            .Where(o => o.ActiveTo == null || o.ActiveTo >= earliest)
            .OrderBy(o => o.SortName)
            .Select(o => new
            {
                o.Id,
                o.Name,
                o.Rank,
                Station = o.Station.Name,
                IsNear = db.Areas.Any(a => a.Id == o.Station.AreaId && a.DistrictId == districtId),
                Schools = db.OfficerAssignments
                    .Where(a => a.OfficerId == o.Id && a.From <= today && (a.To == null || a.To >= today))
                    .Select(a => a.SchoolId).Distinct().Count(),
            })
            .ToListAsync(cancel);
        return
        [
            .. officers.OrderByDescending(o => o.IsNear).Select(o => new FieldOption(
                o.Id.ToString(), $"{Words.Of(o.Rank)} {o.Name}, {o.Station}: {Say(o.Schools)}")),
        ];
    }

    private static string Say(int schools) => schools switch
    {
        0 => "no school",
        1 => "1 school",
        _ => $"{schools} schools",
    };
}
