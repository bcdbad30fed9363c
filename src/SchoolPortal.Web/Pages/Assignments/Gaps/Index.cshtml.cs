using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Contacts;
using SchoolPortal.Web.Pages.Visits;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments.Gaps;

/// <summary>Which schools are not covered, from the nation down to the school, each gap one press from where it is closed.</summary>
[Requires(Operation.ViewAssignments)]
public sealed class IndexModel(PortalDbContext db, ReadCoverage read, SchoolListIndex index, Marks marks, Actor actor) : PageModel
{
    public const int PageSize = 25;

    /// <summary>Officers named of those who have too many schools; the rest are in the register.</summary>
    public const int OfficersShown = 10;

    private SchoolListSnapshot schools = null!;
    private IReadOnlyList<CoveredSchool> all = [];
    private Dictionary<Guid, string> officers = [];

    public GapsAsked Asked { get; private set; } = null!;

    /// <summary>Of everything asked for.</summary>
    public GapCounts Counts { get; private set; } = null!;

    /// <summary>Districts or areas, those with most gaps first; none where there is nothing smaller than a school.</summary>
    public IReadOnlyList<GapRow> Rows { get; private set; } = [];

    /// <summary>What the rows are.</summary>
    public string RowNoun { get; private set; } = "";

    /// <summary>The way down to here, the widest first.</summary>
    public IReadOnlyList<(string Text, string Href)> Way { get; private set; } = [];

    /// <summary>One page of the schools listed.</summary>
    public IReadOnlyList<CoveredSchool> Listed { get; private set; } = [];

    /// <summary>How many schools the list has, on all its pages.</summary>
    public int Total { get; private set; }

    public int PageNumber { get; private set; } = 1;

    public bool ListsSchools => Rows.Count == 0 || Asked.Gap is not null;

    /// <summary>Officers with more schools than one can know, the most first.</summary>
    public IReadOnlyList<(Guid Id, string Name, int Schools)> Over { get; private set; } = [];

    /// <summary>Today is asked, and the gap is one that an officer closes: several schools may be ticked and assigned together.</summary>
    public bool MayAssign => !Asked.AsAt.IsPast && actor.May(Operation.AssignOfficers);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        schools = await index.CurrentAsync(db, marks, cancel);
        Asked = GapsAsked.Of(Request.Query, schools);
        all = await read.HandleAsync(Asked, schools, cancel);
        Counts = new GapCounts(all);
        Split();
        var listed = !ListsSchools ? [] : Asked.Gap is { } gap ? [.. all.Where(s => s.Coverage.Gaps.HasFlag(gap))] : all;
        Total = listed.Count;
        PageNumber = Math.Clamp(Asked.PageNumber, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Listed = [.. listed.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        await NameOfficersAsync(cancel);
    }

    /// <summary>This address with other schools listed.</summary>
    public string Showing(CoverageGaps? gap) => GapLinks.Place(DistrictKey, AreaKey, gap, Asked.AsAt);

    public string Officer(Guid? id) => id is { } known ? officers.GetValueOrDefault(known, "") : "Nobody";

    /// <summary>Where somebody who may closes this gap of a school; null for those who may not, and for a day that is over.</summary>
    public string? FixOf(CoveredSchool school, CoverageGaps gap)
    {
        var (number, place) = (school.School.Number, school.School.Place);
        return Asked.AsAt.IsPast ? null : gap switch
        {
            CoverageGaps.NoLead => If(Operation.AssignOfficers, AssignmentLinks.Assign(number, AssignmentKind.LeadPoliceContact)),
            CoverageGaps.NoRelief or CoverageGaps.LeadAway => If(Operation.AssignOfficers, AssignmentLinks.Assign(number, AssignmentKind.ReliefLeadPoliceContact)),
            CoverageGaps.NoLeadSchool => If(Operation.EditContacts, ContactLinks.Name(number, ContactPosition.LeadSchoolContact)) ?? If(Operation.ViewContacts, ContactLinks.People(number)),
            CoverageGaps.NeverVisited or CoverageGaps.NotVisitedForTerm => If(Operation.ViewVisits, VisitLinks.List(number)),
            _ => If(Operation.ViewContacts, ContactLinks.People(number)),
        };

        string? If(Operation operation, string href) => actor.May(operation, place) ? href : null;
    }

    private string? DistrictKey => Asked.District is { } id ? schools.Districts.FirstOrDefault(d => d.Id == id)?.Code ?? GapsAsked.NoneValue : null;

    private string? AreaKey => Asked.Area is { } id ? id == GapsAsked.Nobody ? GapsAsked.NoneValue : id.ToString() : null;

    private void Split()
    {
        var districts = schools.Districts.ToDictionary(d => d.Id);
        var areas = schools.Areas.ToDictionary(a => a.Id);
        string DistrictName(Guid id) => districts.TryGetValue(id, out var known) ? known.Name : "No district settled";
        string AreaName(Guid id) => areas.TryGetValue(id, out var known) ? known.Name : "No area settled";

        if (Asked.District is null && RowsBy(s => s.School.Place.DistrictId, DistrictName, id => GapLinks.Place(districts.GetValueOrDefault(id)?.Code ?? GapsAsked.NoneValue, null, null, Asked.AsAt)) is { Count: > 1 } byDistrict)
        {
            (Rows, RowNoun) = (byDistrict, "District");
        }
        else if (Asked.Area is null && RowsBy(s => s.School.Place.AreaId, AreaName, id => GapLinks.Place(DistrictKey, areas.ContainsKey(id) ? id.ToString() : GapsAsked.NoneValue, null, Asked.AsAt)) is { Count: > 1 } byArea)
        {
            (Rows, RowNoun) = (byArea, "Area");
        }

        var way = new List<(string, string)> { ("All schools", GapLinks.Place(null, null, null, Asked.AsAt)) };
        if (Asked.District is { } district)
        {
            way.Add((DistrictName(district), GapLinks.Place(DistrictKey, null, null, Asked.AsAt)));
        }

        if (Asked.Area is { } area)
        {
            way.Add((AreaName(area), GapLinks.Place(DistrictKey, AreaKey, null, Asked.AsAt)));
        }

        Way = way;
    }

    private IReadOnlyList<GapRow> RowsBy(Func<CoveredSchool, Guid?> by, Func<Guid, string> name, Func<Guid, string> href) =>
    [
        .. all.GroupBy(school => by(school) ?? GapsAsked.Nobody)
            .Select(group => new GapRow(name(group.Key), href(group.Key), new GapCounts(group)))
            .OrderByDescending(row => row.Counts[CoverageGaps.NoLead] + row.Counts[CoverageGaps.LeadAway])
            .ThenBy(row => row.Name, StringComparer.Ordinal),
    ];

    private async Task NameOfficersAsync(CancellationToken cancel)
    {
        var loads = Asked.AsAt.IsPast ? all.Where(s => s.Coverage.Lead is not null).CountBy(s => s.Coverage.Lead!.Value).ToDictionary() : schools.Loads;
        var over = all.Select(s => s.Coverage.Lead).OfType<Guid>().Distinct().Where(id => loads.GetValueOrDefault(id) > OfficerRow.MostSchools).ToList();
        List<Guid> asked = [.. over, .. Listed.SelectMany(s => new[] { s.Coverage.Lead, s.Coverage.Relief }).OfType<Guid>()];
        officers = await db.Officers.Where(o => asked.Contains(o.Id)).Select(o => new { o.Id, o.Name, Station = o.Station.Name }).ToDictionaryAsync(o => o.Id, o => $"{o.Name}, {o.Station}", cancel);
        Over = [.. over.Select(id => (id, officers[id], loads[id])).OrderByDescending(o => o.Item3).ThenBy(o => o.Item2, StringComparer.Ordinal)];
    }
}
