using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;

namespace SchoolPortal.Web.Hosting;

/// <summary>What happens before the first request: SQLite is migrated, reference data loaded, a demonstration set up.</summary>
internal static class Startup
{
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var settings = scope.ServiceProvider.GetRequiredService<IConfiguration>();
        var environment = scope.ServiceProvider.GetRequiredService<IHostEnvironment>();
        var demonstration = settings.GetValue<bool>("Demo:Enabled");
        if (demonstration && environment.IsProduction())
        {
            throw new InvalidOperationException("Demo:Enabled is on, and this is Production. A portal with real people has no demo sign-ins: set it to false.");
        }

        if (PortalRecords.ProviderOf(settings) == DatabaseProvider.Sqlite)
        {
            await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.MigrateAsync(cancel);
        }
    }
}
