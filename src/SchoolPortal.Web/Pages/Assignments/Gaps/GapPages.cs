using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments.Gaps;

/// <summary>Who covers which schools: its reading and its download.</summary>
internal static class GapPages
{
    public static IServiceCollection AddGapPages(this IServiceCollection services) => services.AddScoped<ReadCoverage>();

    public static void MapGapPages(this WebApplication app) => app.MapGet(GapLinks.Csv, GapsCsv.GetAsync)
        .WithMetadata(new RequiresAttribute(Operation.ViewAssignments))
        .RequireRateLimiting(PortalSecurity.DocumentLimit);
}
