using System.Globalization;

using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles.Campaign;

/// <summary>How the profiles of a year come in, from the nation down to the school, and a nudge for those that are behind.</summary>
[Requires(Operation.FollowProfiles)]
public sealed class IndexModel(PortalDbContext db, ReadCampaign read, SchoolListIndex index, Marks marks, Actor actor, NudgeSchool nudge) : PageModel, IShowAgain
{
    private SchoolListSnapshot schools = null!;

    public CampaignAsked Asked { get; private set; } = null!;

    public DateOnly Due => schools.Calendar.ProfileDue(Asked.Year);

    public bool IsDue => schools.Day > Due;

    public bool IsThisYear => Asked.Year == schools.Day.Year;

    /// <summary>Of everything asked for.</summary>
    public CampaignCounts Counts { get; private set; } = null!;

    /// <summary>Districts, areas or officers, the ones behind first; none where there is nothing smaller than a school.</summary>
    public IReadOnlyList<CampaignRow> Rows { get; private set; } = [];

    /// <summary>What the rows are.</summary>
    public string RowNoun { get; private set; } = "";

    /// <summary>The way down to here, the widest first.</summary>
    public IReadOnlyList<(string Text, string Href)> Way { get; private set; } = [];

    public IReadOnlyList<CampaignSchool> Schools { get; private set; } = [];

    public bool ListsSchools => Rows.Count == 0 || Asked.Show is not null;

    /// <summary>How many schools the list has, on all its pages.</summary>
    public int Listed => Counts.Of(Asked.Show);

    public IReadOnlyList<FieldOption> Years { get; private set; } = [];

    public string? DistrictKey => Asked.District is { } id ? KeyOf(id, schools.Districts.FirstOrDefault(d => d.Id == id)?.Code) : null;

    public string? AreaKey => Asked.Area is { } id ? KeyOf(id, id.ToString()) : null;

    public string? OfficerKey => Asked.Officer is { } id ? KeyOf(id, id.ToString()) : null;

    /// <summary>The list of schools can name those that are behind here, so that one job nudges them all.</summary>
    public bool OffersNudgingAll => IsThisYear && Counts.Behind > 1 && new[] { Asked.District, Asked.Area }.All(id => id != CampaignAsked.Nobody) && Asked.Officer is null;

    /// <summary>This address with other schools listed.</summary>
    public string Showing(CampaignFilter? show) => CampaignLinks.Place(Asked.Year, DistrictKey, AreaKey, OfficerKey, show);

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(int school, CancellationToken cancel)
    {
        var known = (await index.CurrentAsync(db, marks, cancel)).Find(school);
        if (known is null || !actor.May(Operation.FollowProfiles, known.Place))
        {
            return NotFound();
        }

        TempData["Done"] = await nudge.HandleAsync(actor, new JobSchool(known.Place, known.Number, known.Name), cancel);
        TempData["Next"] = $"{known.Name} can be nudged again after {NudgeSchool.EveryDays} days.";
        return Redirect(Request.GetEncodedPathAndQuery());
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        schools = await index.CurrentAsync(db, marks, cancel);
        Asked = CampaignAsked.Of(Request.Query, schools);
        var cells = (await read.CellsAsync(Asked.Year, schools, cancel))
            .Where(c => (Asked.District is null || c.District == Asked.District) && (Asked.Area is null || c.Area == Asked.Area) && (Asked.Officer is null || c.Officer == Asked.Officer))
            .ToList();
        Counts = new CampaignCounts(cells);
        await SplitAsync(cells, cancel);
        Asked = Asked with { PageNumber = Math.Clamp(Asked.PageNumber, 1, Math.Max(1, (Listed + ReadCampaign.PageSize - 1) / ReadCampaign.PageSize)) };
        Schools = ListsSchools && Listed > 0 ? await read.ListAsync(Asked, schools, cancel) : [];
        var first = await db.Profiles.MinAsync(p => (int?)p.Year, cancel) ?? schools.Day.Year;
        Years = [.. Enumerable.Range(first, Math.Max(1, schools.Day.Year - first + 1)).Reverse().Select(y => y.ToString(CultureInfo.InvariantCulture)).Select(y => new FieldOption(y, y))];
    }

    /// <summary>Into districts, areas or officers, whichever are the widest of which there are several.</summary>
    private async Task SplitAsync(List<CampaignCell> cells, CancellationToken cancel)
    {
        var districts = schools.Districts.ToDictionary(d => d.Id);
        var areas = schools.Areas.ToDictionary(a => a.Id);
        string DistrictName(Guid id) => districts.TryGetValue(id, out var known) ? known.Name : "No district settled";
        string AreaName(Guid id) => areas.TryGetValue(id, out var known) ? known.Name : "No area settled";

        if (Asked.District is null && cells.DistinctBy(c => c.District).Skip(1).Any())
        {
            Rows = RowsBy(cells, c => c.District, DistrictName, id => CampaignLinks.Place(Asked.Year, KeyOf(id, districts.GetValueOrDefault(id)?.Code), null, null));
            RowNoun = "District";
        }
        else if (Asked.Area is null && Asked.Officer is null && cells.DistinctBy(c => c.Area).Skip(1).Any())
        {
            Rows = RowsBy(cells, c => c.Area, AreaName, id => CampaignLinks.Place(Asked.Year, DistrictKey, KeyOf(id, id.ToString()), null));
            RowNoun = "Area";
        }
        else if (Asked.Officer is null && cells.DistinctBy(c => c.Officer).Skip(1).Any())
        {
            var officers = await OfficersAsync(cells.Select(c => c.Officer), cancel);
            Rows = RowsBy(cells, c => c.Officer, id => officers.GetValueOrDefault(id, "No Lead Police Contact"), id => CampaignLinks.Place(Asked.Year, DistrictKey, AreaKey, KeyOf(id, id.ToString())));
            RowNoun = "Lead Police Contact";
        }

        var way = new List<(string, string)> { ("All schools", CampaignLinks.Place(Asked.Year, null, null, null)) };
        if (Asked.District is { } district)
        {
            way.Add((DistrictName(district), CampaignLinks.Place(Asked.Year, DistrictKey, null, null)));
        }

        if (Asked.Area is { } area)
        {
            way.Add((AreaName(area), CampaignLinks.Place(Asked.Year, DistrictKey, AreaKey, null)));
        }

        if (Asked.Officer is { } officer)
        {
            way.Add(((await OfficersAsync([officer], cancel)).GetValueOrDefault(officer, "No Lead Police Contact"), CampaignLinks.Place(Asked.Year, DistrictKey, AreaKey, OfficerKey)));
        }

        Way = way;
    }

    private static IReadOnlyList<CampaignRow> RowsBy(IEnumerable<CampaignCell> cells, Func<CampaignCell, Guid> by, Func<Guid, string> name, Func<Guid, string> href) =>
    [
        .. cells.GroupBy(by)
            .Select(group => new CampaignRow(name(group.Key), href(group.Key), new CampaignCounts(group)))
            .OrderByDescending(row => (double)row.Counts.Behind / row.Counts.Schools)
            .ThenByDescending(row => row.Counts.Behind)
            .ThenBy(row => row.Name, StringComparer.Ordinal),
    ];

    private Task<Dictionary<Guid, string>> OfficersAsync(IEnumerable<Guid> ids, CancellationToken cancel)
    {
        var asked = ids.Distinct().ToList();
        return db.Officers.Where(o => asked.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
    }

    private static string KeyOf(Guid id, string? key) => id == CampaignAsked.Nobody || key is null ? CampaignAsked.NoneValue : key;
}
