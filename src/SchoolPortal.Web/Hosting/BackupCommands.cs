using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;

namespace SchoolPortal.Web.Hosting;

/// <summary><c>backup FILE</c> and <c>restore FILE [--replace]</c>.</summary>
internal static class BackupCommands
{
    private const string Replace = "--replace";

    public static async Task<int> BackUpAsync(IServiceProvider services, IReadOnlyList<string> words)
    {
        if (words is not [var file] || file.StartsWith('-'))
        {
            return await Commands.MisusedAsync("backup");
        }

        if (File.Exists(file))
        {
            throw new RuleBroken("", $"There is a file “{file}” already; choose another name, so that no backup is lost");
        }

        var db = services.GetRequiredService<PortalDbContext>();
        await db.BackUpAsync(Path.GetFullPath(file), CancellationToken.None);
        Console.WriteLine($"Every record is copied into {file} ({new FileInfo(file).Length / 1_000_000.0:0.0} MB), and the copy is checked.");
        Console.WriteLine("It holds everything about everybody: keep it as safe as the portal itself.");
        return 0;
    }

    public static async Task<int> RestoreAsync(IServiceProvider services, IReadOnlyList<string> words)
    {
        var files = words.Where(word => word != Replace).ToList();
        if (files is not [var file] || file.StartsWith('-'))
        {
            return await Commands.MisusedAsync("restore");
        }

        if (!File.Exists(file))
        {
            throw new RuleBroken("", $"There is no file “{file}”");
        }

        var db = services.GetRequiredService<PortalDbContext>();
        if (!words.Contains(Replace) && await HoldsPeopleAsync(db))
        {
            throw new RuleBroken("", $"This portal holds people already. Back it up first; then write restore {file} {Replace} to replace every record of it");
        }

        await db.RestoreAsync(Path.GetFullPath(file), CancellationToken.None);
        var now = services.GetRequiredService<TimeProvider>().UtcNow();
        var running = await db.Sessions.Where(session => session.EndedAt == null).ToListAsync();
        running.ForEach(session => session.End(now));
        await db.SaveChangesAsync();
        Console.WriteLine($"The records of {file} are back: {await db.Schools.CountAsync()} schools, {await db.People.CountAsync()} people.");
        Console.WriteLine($"Everybody signs in anew; {running.Count} sign-ins of the time of the backup were ended.");
        return 0;
    }

    /// <summary>A database that was never set up holds nobody.</summary>
    private static async Task<bool> HoldsPeopleAsync(PortalDbContext db) =>
        await db.Database.CanConnectAsync()
        && (await db.Database.GetAppliedMigrationsAsync()).Any()
        && await db.People.AnyAsync();
}
