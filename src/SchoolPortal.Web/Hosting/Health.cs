using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;

namespace SchoolPortal.Web.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it reaches its records too.</summary>
internal static class Health
{
    private static readonly HttpMethodMetadata OnlyAsked = new([HttpMethods.Get, HttpMethods.Head]);

    public static void AddPortalHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddDbContextCheck<PortalDbContext>(customTestQuery: async (db, cancel) =>
        {
            // A file that opens may still not be read; asking for a row tells.
            await db.DataProtectionKeys.AnyAsync(cancel);
            return true;
        });

    public static void MapPortalHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(OnlyAsked).AllowAnonymous();
        app.MapHealthChecks("/health/ready").WithMetadata(OnlyAsked).AllowAnonymous();
    }
}
