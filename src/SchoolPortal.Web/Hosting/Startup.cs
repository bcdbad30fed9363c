using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Demo;
using SchoolPortal.Web.Pages.Shared;

namespace SchoolPortal.Web.Hosting;

/// <summary>What happens before the first request: SQLite is migrated, reference data loaded, a demonstration set up.</summary>
internal static class Startup
{
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancel)
    {
        var demonstration = app.Configuration.GetValue<bool>("Demo:Enabled");
        if (demonstration && app.Environment.IsProduction())
        {
            throw new InvalidOperationException("Demo:Enabled is on, and this is Production. A portal with real people has no demo sign-ins: set it to false.");
        }

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await BringUpToDateAsync(db, PortalRecords.ProviderOf(app.Configuration), cancel);

        // The one question asked at every start: a directory is loaded after districts and terms, so where one is, all are.
        var newest = await NewestDirectoryAsync(db, cancel);
        if (newest is null)
        {
            await ActivatorUtilities.CreateInstance<SeedReference>(scope.ServiceProvider).HandleAsync(cancel);
            newest = await NewestDirectoryAsync(db, cancel);
        }

        if (demonstration)
        {
            await ActivatorUtilities.CreateInstance<DemoSeed>(scope.ServiceProvider).HandleAsync(cancel);
            app.Lifetime.ApplicationStarted.Register(() => TellSignIns(app.Urls));
        }

        var facts = scope.ServiceProvider.GetRequiredService<PortalFacts>();
        facts.IsDemonstration = demonstration;
        facts.PostalAddress = app.Configuration["Contact:PostalAddress"];
        facts.StreetAddress = app.Configuration["Contact:StreetAddress"];
        facts.Phone = app.Configuration["Contact:Phone"];
        facts.HelpAddress = app.Configuration["Contact:Help"] ?? facts.HelpAddress;
        facts.SecurityAddress = app.Configuration["Contact:Security"] ?? facts.SecurityAddress;
        facts.RegisterLicence = app.Configuration["Register:Licence"] ?? facts.RegisterLicence;
        if (newest is { } day)
        {
            facts.Attribution = $"School facts: Ministry of Education {DirectorySource.Vintage(day)}, CC BY 4.0";
        }
    }

    private static async Task BringUpToDateAsync(PortalDbContext db, DatabaseProvider provider, CancellationToken cancel)
    {
        // Asked first: to migrate costs the start most of a second even where there is nothing to do.
        if (!(await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            return;
        }

        if (provider == DatabaseProvider.SqlServer)
        {
            throw new InvalidOperationException("The database is older than this program, or empty. Run the command “migrate” first; on SQL Server the portal does not do it by itself.");
        }

        await db.Database.MigrateAsync(cancel);
    }

    private static Task<DateOnly?> NewestDirectoryAsync(PortalDbContext db, CancellationToken cancel) =>
        db.DirectoryImports.AsNoTracking()
            .Where(import => import.State == DirectoryImportState.Applied)
            .MaxAsync(import => (DateOnly?)import.AsAt, cancel);

    private static void TellSignIns(IEnumerable<string> addresses)
    {
        var width = DemoPeople.SignIns.Max(person => DemoAccounts.Address(person.Before).Length);
        Console.WriteLine();
        Console.WriteLine($"School Portal, a demonstration, is at {string.Join(" and ", addresses)}");
        Console.WriteLine($"Sign in with the passphrase: {DemoAccounts.Passphrase}");
        foreach (var (before, who) in DemoPeople.SignIns)
        {
            Console.WriteLine($"  {DemoAccounts.Address(before).PadRight(width)}  {who}");
        }

        Console.WriteLine("Stop it with Ctrl+C. To begin afresh, stop it and delete the data folder, App_Data.");
    }
}
