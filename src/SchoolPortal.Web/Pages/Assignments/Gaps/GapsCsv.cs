using System.Globalization;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Assignments.Gaps;

/// <summary>The schools of the page as a file: all of them, not one page.</summary>
internal static class GapsCsv
{
    public static async Task<IResult> GetAsync(
        HttpRequest request, PortalDbContext db, ReadCoverage read, SchoolListIndex index, Marks marks, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var schools = await index.CurrentAsync(db, marks, cancel);
        var asked = GapsAsked.Of(request.Query, schools);
        if (asked.AsAt.Refusal is { } refusal)
        {
            return refusal;
        }

        var covered = await read.HandleAsync(asked, schools, cancel);
        var districts = schools.Districts.ToDictionary(d => d.Id, d => d.Name);
        var areas = schools.Areas.ToDictionary(a => a.Id, a => a.Name);
        var officers = await db.Officers.Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        string? Officer(Guid? id) => id is { } known ? officers[known] : null;

        var csv = new CsvText().Row(["School number", "School", "District", "Area", "Lead Police Contact", "Relief", .. Coverage.Each.Select(gap => Words.Capital(gap))]);
        foreach (var (school, coverage) in covered.Where(s => s.Coverage.Gaps.HasFlag(asked.Gap ?? CoverageGaps.None)))
        {
            csv.Row([
                school.Number.ToString(CultureInfo.InvariantCulture),
                school.Name,
                school.Place.DistrictId is { } district ? districts[district] : null,
                school.Place.AreaId is { } area ? areas[area] : null,
                Officer(coverage.Lead),
                Officer(coverage.Relief),
                .. Coverage.Each.Select(gap => coverage.Gaps.HasFlag(gap) ? "Yes" : "No"),
            ]);
        }

        csv.Row($"In confidence. As at {NewZealandTime.Show(asked.AsAt.Day)}. Made for {actor.Name} on {NewZealandTime.Show(clock.UtcNow())}.");
        return Results.File(csv.ToBytes(), "text/csv; charset=utf-8", $"coverage-{asked.AsAt.Day:yyyy-MM-dd}.csv");
    }
}
