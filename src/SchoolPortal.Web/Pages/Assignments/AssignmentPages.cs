using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Assignments.Gaps;
using SchoolPortal.Web.Pages.Assignments.Import;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>What the pages about officers and their duties need, and their download.</summary>
internal static class AssignmentPages
{
    public static IServiceCollection AddAssignmentPages(this IServiceCollection services) => services
        .Configure<RazorPagesOptions>(pages =>
        {
            pages.Conventions.AddPageRoute("/Assignments/Details", AssignmentLinks.AddOfficer);
            pages.Conventions.AddPageRoute("/Assignments/StationDetails", AssignmentLinks.AddStation);
            pages.Conventions.AddPageRoute("/Assignments/PlaceDetails", AssignmentLinks.AddArea);
            pages.Conventions.AddPageRoute("/Assignments/Away", "/assignments/officers/{id:guid}/on-leave");
        })
        .AddGapPages()
        .AddScoped<AreaKeeping>().AddSingleton<PoliceAddress>().AddScoped<CompareStations>().AddScoped<CompareOfficers>().AddScoped<RegisterImports>().AddScoped<OfficerRegister>().AddScoped<StationRegister>().AddScoped<SaveStation>().AddScoped<SavePlace>().AddScoped<OfficerChoices>()
        .AddScoped<AssignOfficer>().AddScoped<EndAssignment>().AddScoped<ChangeHands>().AddScoped<SuggestSuccessors>().AddScoped<ReadOpenTasks>().AddScoped<GoAway>().AddScoped<ChangeLeave>().AddScoped<SaveOfficer>();

    public static void MapAssignmentPages(this WebApplication app)
    {
        app.MapGapPages();
        app.MapGet(AssignmentLinks.Csv, CsvAsync)
            .WithMetadata(new RequiresAttribute(Operation.ViewAssignments))
            .RequireRateLimiting(PortalSecurity.DocumentLimit);
        app.MapGet(AssignmentLinks.StationsCsv, StationsCsvAsync)
            .WithMetadata(new RequiresAttribute(Operation.ViewAssignments))
            .RequireRateLimiting(PortalSecurity.DocumentLimit);
    }

    private static async Task<IResult> CsvAsync(
        [AsParameters] OfficerSearch search, OfficerRegister register, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var asAt = AsAt.Of(search.AsAt, clock.Today());
        if (asAt.Refusal is { } refusal)
        {
            return refusal;
        }

        var csv = new CsvText().Row(OfficerColumns.Headings);
        foreach (var row in await register.Rows(search).ToListAsync(cancel))
        {
            csv.Row(OfficerColumns.Cells(row));
        }

        csv.Row($"In confidence. As at {NewZealandTime.Show(asAt.Day)}. Made for {actor.Name} on {NewZealandTime.Show(clock.UtcNow())}.");
        return Results.File(csv.ToBytes(), "text/csv; charset=utf-8", $"officers-{asAt.Day:yyyy-MM-dd}.csv");
    }

    private static async Task<IResult> StationsCsvAsync(
        [AsParameters] StationSearch search, StationRegister register, TimeProvider clock, CancellationToken cancel)
    {
        var csv = new CsvText().Row(StationColumns.Headings);
        foreach (var row in await register.Rows(search).ToListAsync(cancel))
        {
            csv.Row(StationColumns.Cells(row));
        }

        return Results.File(csv.ToBytes(), "text/csv; charset=utf-8", $"stations-{clock.Today():yyyy-MM-dd}.csv");
    }
}
