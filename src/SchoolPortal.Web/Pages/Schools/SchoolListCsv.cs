using System.Globalization;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>The list of schools as a file: the whole answer, not one page of it.</summary>
internal static class SchoolListCsv
{
    public static async Task<IResult> GetAsync(
        HttpRequest request, PortalDbContext db, SchoolListIndex index, Marks marks, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var schools = await index.CurrentAsync(db, marks, cancel);
        var found = schools.Find(SchoolListAddress.Of(request.Query, schools).Query, actor.JurisdictionFor(Operation.ViewSchool));
        var year = schools.Day.Year;
        var csv = new CsvText().Row(
            "School number", "School", "Type", "Authority", "Suburb", "Town or city", "District", "Area", "Status", "Roll",
            "Lead Police Contact", "Rank and station", "Agreement", "In force until", $"{year} profile", "Profile overdue");
        var districts = schools.Districts.ToDictionary(d => d.Id, d => d.Name);
        var areas = schools.Areas.ToDictionary(a => a.Id, a => a.Name);
        foreach (var row in found.Rows)
        {
            csv.Row(
                row.Number.ToString(CultureInfo.InvariantCulture),
                row.Name,
                row.Type is { } type ? SchoolCategories.Types.Label(type) : null,
                row.Authority is { } authority ? SchoolCategories.Authorities.Label(authority) : null,
                row.Suburb,
                row.City,
                row.Place.DistrictId is { } district ? districts[district] : null,
                row.Place.AreaId is { } area ? areas[area] : null,
                Words.Capital(row.Status),
                row.Roll?.ToString(CultureInfo.InvariantCulture),
                row.LeadPoliceContact,
                row.LeadPoliceContactTitle,
                Words.Capital(row.Agreement),
                row.InForceUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Words.Capital(row.Profile),
                row.ProfileOverdue ? "Yes" : "No");
        }

        csv.Row($"In confidence. Made for {actor.Name} on {NewZealandTime.Show(clock.UtcNow())}.");
        return Results.File(csv.ToBytes(), "text/csv; charset=utf-8", $"schools-{schools.Day:yyyy-MM-dd}.csv");
    }
}
