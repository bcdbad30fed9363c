using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>What the pages about schools need, and their downloads.</summary>
internal static class SchoolPages
{
    public static IServiceCollection AddSchoolPages(this IServiceCollection services) =>
        services.AddSingleton<SchoolListIndex>().AddScoped<SettleSchoolPlace>();

    public static void MapSchoolPages(this WebApplication app) =>
        app.MapGet(SchoolLinks.Csv, SchoolListCsv.GetAsync)
            .WithMetadata(new RequiresAttribute(Operation.ViewSchool))
            .RequireRateLimiting(PortalSecurity.DocumentLimit);
}
