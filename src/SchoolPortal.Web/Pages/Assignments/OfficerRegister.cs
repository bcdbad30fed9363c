using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>A search of officers as it stands in an address, of the page and of the file alike.</summary>
public sealed class OfficerSearch
{
    public const string Over = "over";
    public const string Left = "left";

    /// <summary>Words of name, station or address.</summary>
    public string? Q { get; set; }

    /// <summary>District code.</summary>
    public string? District { get; set; }

    /// <summary>Area id.</summary>
    public string? Area { get; set; }

    /// <summary>Station id.</summary>
    public string? Station { get; set; }

    /// <summary><see cref="Over"/>: with more schools than one can look after; <see cref="Left"/>: no longer with schools.</summary>
    public string? Show { get; set; }

    /// <summary><c>name</c>, <c>station</c> or <c>schools</c>, with a minus before it for descending.</summary>
    public string? Sort { get; set; }

    /// <summary>The day asked for as typed; see <see cref="Components.AsAt"/>.</summary>
    public string? AsAt { get; set; }

    /// <summary>Page of the list.</summary>
    public string? P { get; set; }

    public int PageNumber => int.TryParse(P, out var page) && page > 1 ? page : 1;

    public bool IsOn => !string.IsNullOrEmpty(Q + District + Area + Station + Show);
}

/// <summary>An officer with what they carry today.</summary>
public sealed record OfficerRow(
    Guid Id, string Name, Rank Rank, string Station, string? Area, string? District, string Email, string? Phone, DateOnly ActiveFrom, DateOnly? ActiveTo, int Lead, int Relief, int Community, bool HasAccount)
{
    /// <summary>Domain §5: more than this many schools is more than one officer can know.</summary>
    public const int MostSchools = 20;

    public bool IsOver => Lead > MostSchools;
}

/// <summary>Reads officers and their load on a day.</summary>
public sealed class OfficerRegister(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Officers that a search asks for.</summary>
    public IQueryable<Officer> Matching(OfficerSearch search)
    {
        var asAt = AsAt.Of(search.AsAt, clock.Today());
        var day = asAt.Day;
        var officers = search.Show == OfficerSearch.Left
            ? db.Officers.AsNoTracking().Where(o => o.ActiveTo < day)
            : db.Officers.AsNoTracking().Where(o => o.ActiveTo == null || o.ActiveTo >= day);
        if (asAt.IsPast)
        {
            officers = officers.Where(o => o.ActiveFrom <= day);
        }

        foreach (var word in Folded.Of(search.Q).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            officers = officers.Where(o => o.SearchText.Contains(word) || o.Station.SortName.Contains(word));
        }

        if (!string.IsNullOrEmpty(search.District))
        {
            officers = officers.Where(o => db.Areas.Any(a => a.Id == o.Station.AreaId && db.Districts.Any(d => d.Id == a.DistrictId && d.Code == search.District)));
        }

        if (Guid.TryParse(search.Area, out var area))
        {
            officers = officers.Where(o => o.Station.AreaId == area);
        }

        if (Guid.TryParse(search.Station, out var station))
        {
            officers = officers.Where(o => o.StationId == station);
        }

        return search.Show == OfficerSearch.Over
            ? officers.Where(o => DutiesOf(search).Count(a => a.OfficerId == o.Id && a.Kind == AssignmentKind.LeadPoliceContact) > OfficerRow.MostSchools)
            : officers;
    }

    /// <summary>The same in the order asked for, each with what they carry today.</summary>
    public IQueryable<OfficerRow> Rows(OfficerSearch search)
    {
        var current = DutiesOf(search);
        var officers = Matching(search);
        var ordered = search.Sort switch
        {
            "-name" => officers.OrderByDescending(o => o.SortName),
            "station" => officers.OrderBy(o => o.Station.SortName).ThenBy(o => o.SortName),
            "-station" => officers.OrderByDescending(o => o.Station.SortName).ThenBy(o => o.SortName),
            "schools" => officers.OrderBy(o => current.Count(a => a.OfficerId == o.Id)).ThenBy(o => o.SortName),
            "-schools" => officers.OrderByDescending(o => current.Count(a => a.OfficerId == o.Id)).ThenBy(o => o.SortName),
            _ => officers.OrderBy(o => o.SortName),
        };
        return ordered.ThenBy(o => o.Id).Select(o => new OfficerRow(
            o.Id,
            o.Name,
            o.Rank,
            o.Station.Name,
            db.Areas.Where(a => a.Id == o.Station.AreaId).Select(a => a.Name).FirstOrDefault(),
            db.Areas.Where(a => a.Id == o.Station.AreaId).SelectMany(a => db.Districts.Where(d => d.Id == a.DistrictId)).Select(d => d.Name).FirstOrDefault(),
            o.Email,
            o.Phone,
            o.ActiveFrom,
            o.ActiveTo,
            current.Count(a => a.OfficerId == o.Id && a.Kind == AssignmentKind.LeadPoliceContact),
            current.Count(a => a.OfficerId == o.Id && a.Kind == AssignmentKind.ReliefLeadPoliceContact),
            current.Count(a => a.OfficerId == o.Id && a.Kind == AssignmentKind.SchoolCommunityOfficer),
            o.PersonId != null));
    }

    private IQueryable<OfficerAssignment> DutiesOf(OfficerSearch search)
    {
        var day = AsAt.Of(search.AsAt, clock.Today()).Day;
        return db.OfficerAssignments.Where(a => a.From <= day && (a.To == null || a.To >= day));
    }
}
