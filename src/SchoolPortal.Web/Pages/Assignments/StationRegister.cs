using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>A search of stations as it stands in an address, of the page and of the file alike.</summary>
public sealed class StationSearch
{
    public const string Nowhere = "nowhere";
    public const string NoPhone = "no-phone";
    public const string Closed = "closed";

    /// <summary>Words of name or address.</summary>
    public string? Q { get; set; }

    /// <summary>District code.</summary>
    public string? District { get; set; }

    /// <summary>Area id.</summary>
    public string? Area { get; set; }

    /// <summary><see cref="Nowhere"/>: without coordinates; <see cref="NoPhone"/>; <see cref="Closed"/>: closed for good.</summary>
    public string? Show { get; set; }

    /// <summary><c>name</c>, <c>area</c>, <c>officers</c> or <c>schools</c>, with a minus before it for descending.</summary>
    public string? Sort { get; set; }

    /// <summary>Page of the list.</summary>
    public string? P { get; set; }

    public int PageNumber => int.TryParse(P, out var page) && page > 1 ? page : 1;

    public bool IsOn => !string.IsNullOrEmpty(Q + District + Area + Show);
}

/// <summary>A station with who and what belongs to it today.</summary>
public sealed record StationRow(
    Guid Id, string Name, string Area, string District, string? Address, string? Phone, string? Hours, bool IsAlwaysOpen,
    double? Latitude, double? Longitude, bool IsClosed, int Officers, int Schools);

/// <summary>Reads stations with how many officers and schools refer to each.</summary>
public sealed class StationRegister(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Stations that a search asks for.</summary>
    public IQueryable<Station> Matching(StationSearch search)
    {
        var stations = db.Stations.AsNoTracking().Where(s => s.IsClosed == (search.Show == StationSearch.Closed));
        foreach (var word in Folded.Of(search.Q).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            stations = stations.Where(s => s.SearchText.Contains(word));
        }

        if (!string.IsNullOrEmpty(search.District))
        {
            stations = stations.Where(s => db.Areas.Any(a => a.Id == s.AreaId && db.Districts.Any(d => d.Id == a.DistrictId && d.Code == search.District)));
        }

        if (Guid.TryParse(search.Area, out var area))
        {
            stations = stations.Where(s => s.AreaId == area);
        }

        return search.Show switch
        {
            StationSearch.Nowhere => stations.Where(s => s.Latitude == null || s.Longitude == null),
            StationSearch.NoPhone => stations.Where(s => s.Phone == null),
            _ => stations,
        };
    }

    /// <summary>The same in the order asked for, each with who and what belongs to it.</summary>
    public IQueryable<StationRow> Rows(StationSearch search)
    {
        var today = clock.Today();
        var officers = db.Officers.Where(o => o.ActiveTo == null || o.ActiveTo >= today);
        var schools = db.Schools.Where(s => s.Status != SchoolStatus.Closed && s.Status != SchoolStatus.Merged);
        var stations = Matching(search);
        var ordered = search.Sort switch
        {
            "-name" => stations.OrderByDescending(s => s.SortName),
            "area" => stations.OrderBy(s => db.Areas.Where(a => a.Id == s.AreaId).Select(a => a.Name).FirstOrDefault()).ThenBy(s => s.SortName),
            "-area" => stations.OrderByDescending(s => db.Areas.Where(a => a.Id == s.AreaId).Select(a => a.Name).FirstOrDefault()).ThenBy(s => s.SortName),
            "officers" => stations.OrderBy(s => officers.Count(o => o.StationId == s.Id)).ThenBy(s => s.SortName),
            "-officers" => stations.OrderByDescending(s => officers.Count(o => o.StationId == s.Id)).ThenBy(s => s.SortName),
            "schools" => stations.OrderBy(s => schools.Count(c => c.StationId == s.Id)).ThenBy(s => s.SortName),
            "-schools" => stations.OrderByDescending(s => schools.Count(c => c.StationId == s.Id)).ThenBy(s => s.SortName),
            _ => stations.OrderBy(s => s.SortName),
        };
        return ordered.ThenBy(s => s.Id).Select(s => new StationRow(
            s.Id,
            s.Name,
            db.Areas.Where(a => a.Id == s.AreaId).Select(a => a.Name).First(),
            db.Areas.Where(a => a.Id == s.AreaId).SelectMany(a => db.Districts.Where(d => d.Id == a.DistrictId)).Select(d => d.Name).First(),
            s.Address,
            s.Phone,
            s.Hours,
            s.IsAlwaysOpen,
            s.Latitude,
            s.Longitude,
            s.IsClosed,
            officers.Count(o => o.StationId == s.Id),
            schools.Count(c => c.StationId == s.Id)));
    }
}
