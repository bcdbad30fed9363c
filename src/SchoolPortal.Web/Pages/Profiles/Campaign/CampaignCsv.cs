using System.Globalization;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Profiles.Campaign;

/// <summary>The schools of the page as a file: all of them, not one page.</summary>
internal static class CampaignCsv
{
    public static async Task<IResult> GetAsync(
        HttpRequest request, PortalDbContext db, ReadCampaign read, SchoolListIndex index, Marks marks, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var schools = await index.CurrentAsync(db, marks, cancel);
        var asked = CampaignAsked.Of(request.Query, schools);
        var csv = new CsvText().Row(
            "School number", "School", "District", "Area", "Lead Police Contact", $"{asked.Year} profile", "Sections done", "Since", "To confirm again this term", "Last nudged");
        var districts = schools.Districts.ToDictionary(d => d.Id, d => d.Name);
        var areas = schools.Areas.ToDictionary(a => a.Id, a => a.Name);
        await foreach (var row in read.AllAsync(asked, schools, cancel))
        {
            csv.Row(
                row.Number.ToString(CultureInfo.InvariantCulture),
                row.Name,
                row.Place.DistrictId is { } district ? districts[district] : null,
                row.Place.AreaId is { } area ? areas[area] : null,
                row.Lead,
                Words.Capital(row.Progress),
                row.SectionsDone?.ToString(CultureInfo.InvariantCulture),
                Day(row.Since),
                row.IsStale ? "Yes" : "No",
                Day(row.NudgedAt));
        }

        csv.Row($"In confidence. Made for {actor.Name} on {NewZealandTime.Show(clock.UtcNow())}.");
        return Results.File(csv.ToBytes(), "text/csv; charset=utf-8", $"profiles-{asked.Year}-{schools.Day:yyyy-MM-dd}.csv");
    }

    private static string? Day(DateTime? at) => at is { } known ? NewZealandTime.DayOf(known).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
