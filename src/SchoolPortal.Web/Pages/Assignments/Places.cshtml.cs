using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>The Police tree: districts with their areas, and what lies in each.</summary>
[Requires(Operation.ViewAssignments)]
public sealed class PlacesModel(PortalDbContext db, SchoolListIndex index, Marks marks, Actor actor, TimeProvider clock) : PageModel
{
    private static readonly Jurisdiction Nation = new(Everywhere: true, new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>());

    public IReadOnlyList<PlaceRow> Rows { get; private set; } = [];

    public bool MayName => actor.May(Operation.KeepPoliceRegister);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        var known = await index.CurrentAsync(db, marks, cancel);
        var schools = known.Open(Nation).ToList();
        var officers = await db.Officers.Where(o => o.ActiveTo == null || o.ActiveTo >= today)
            .GroupBy(o => o.Station.AreaId).Select(g => new { Area = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Area, g => g.Count, cancel);
        var ofDistrict = schools.Where(s => s.Place.DistrictId is not null).CountBy(s => s.Place.DistrictId!.Value).ToDictionary();
        var ofArea = schools.Where(s => s.Place.AreaId is not null).CountBy(s => s.Place.AreaId!.Value).ToDictionary();
        var stations = known.Stations.CountBy(s => s.AreaId).ToDictionary();

        var rows = new List<PlaceRow>();
        foreach (var district in known.Districts)
        {
            var areas = known.Areas.Where(a => a.DistrictId == district.Id).ToList();
            rows.Add(new(
                district.Id, district.Name, true, ofDistrict.GetValueOrDefault(district.Id),
                areas.Sum(a => stations.GetValueOrDefault(a.Id)), areas.Sum(a => officers.GetValueOrDefault(a.Id)), $"?district={district.Code}"));
            rows.AddRange(areas.Select(a => new PlaceRow(
                a.Id, a.Name, false, ofArea.GetValueOrDefault(a.Id), stations.GetValueOrDefault(a.Id), officers.GetValueOrDefault(a.Id), $"?area={a.Id}")));
        }

        Rows = rows;
    }

    /// <summary>A district or area with what lies in it.</summary>
    public sealed record PlaceRow(Guid Id, string Name, bool IsDistrict, int Schools, int Stations, int Officers, string Filter)
    {
        public string StationsHref => AssignmentLinks.Stations + Filter;

        public string OfficersHref => AssignmentLinks.Register + Filter;
    }
}
