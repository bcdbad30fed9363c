using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;

namespace SchoolPortal.Web.Hosting;

/// <summary>The verbs the web program takes: <c>SchoolPortal.Web migrate</c> and so on.</summary>
internal static class Commands
{
    /// <summary>Exit codes: it could not be done, and it was not written as it must be.</summary>
    public const int Refused = 1, Misused = 2;

    private static readonly Command[] All =
    [
        new("migrate", "", "brings the database up to date", NeedsDatabase: false, MigrateAsync),
        new("import-directory", "FILE [--apply]", "compares a schools directory with the portal; with --apply puts it in force", NeedsDatabase: true, ImportDirectoryCommand.RunAsync),
        new(CreateAdministratorCommand.Verb, "EMAIL", "makes an account for a first administrator and prints its passphrase once", NeedsDatabase: true, CreateAdministratorCommand.RunAsync),
        new(NewPassphraseCommand.Verb, "EMAIL", "gives somebody who lost theirs a new passphrase and prints it once", NeedsDatabase: true, NewPassphraseCommand.RunAsync),
        new("backup", "FILE", "copies every record into a file, while the portal runs", NeedsDatabase: true, BackupCommands.BackUpAsync),
        new("restore", "FILE [--replace]", "brings the records back from such a file; the portal must be stopped", NeedsDatabase: false, BackupCommands.RestoreAsync),
        new(VerifyAgreementCommand.Verb, "FILE EVIDENCE", "says whether a Word file is the agreement that the evidence is of, and what differs; needs no database", NeedsDatabase: false, VerifyAgreementCommand.RunAsync),
        new("health", "", "answers 0 when the records can be reached and are up to date", NeedsDatabase: true, HealthAsync),
    ];

    /// <summary>Runs the verb that the first word names and gives its exit code; null when there is none and the portal should serve.</summary>
    public static async Task<int?> RunAsync(IServiceProvider services, IReadOnlyList<string> words)
    {
        if (words.Count == 0 || words[0].StartsWith('-'))
        {
            return null;
        }

        if (Array.Find(All, command => command.Verb == words[0]) is not { } command)
        {
            await Console.Error.WriteLineAsync($"There is no command “{words[0]}”. Without a command the portal starts. Commands:");
            foreach (var known in All)
            {
                await Console.Error.WriteLineAsync($"  {known.Usage,-34} {known.What}");
            }

            return Misused;
        }

        await using var scope = services.CreateAsyncScope();
        try
        {
            if (command.NeedsDatabase)
            {
                await NeedDatabaseAsync(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
            }

            return await command.Run(scope.ServiceProvider, [.. words.Skip(1)]);
        }
        catch (RuleBroken refused)
        {
            await Console.Error.WriteLineAsync(refused.Message + ".");
            return Refused;
        }
    }

    /// <summary>Says how a command is written.</summary>
    public static async Task<int> MisusedAsync(string verb)
    {
        await Console.Error.WriteLineAsync($"Write: {Array.Find(All, command => command.Verb == verb)!.Usage}");
        return Misused;
    }

    private static async Task NeedDatabaseAsync(PortalDbContext db)
    {
        if (!await db.Database.CanConnectAsync())
        {
            throw new RuleBroken("", "The database cannot be reached, or there is none yet. Look at Database:Provider and ConnectionStrings:Portal, or run the command “migrate” to make it");
        }

        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            throw new RuleBroken("", "The database is older than this program, or empty. Run the command “migrate” first");
        }
    }

    private static async Task<int> MigrateAsync(IServiceProvider services, IReadOnlyList<string> words)
    {
        await services.GetRequiredService<PortalDbContext>().Database.MigrateAsync();
        Console.WriteLine("The database is up to date.");
        return 0;
    }

    private static async Task<int> HealthAsync(IServiceProvider services, IReadOnlyList<string> words)
    {
        var schools = await services.GetRequiredService<PortalDbContext>().Schools.CountAsync();
        Console.WriteLine($"The records can be reached and are up to date; they hold {schools} schools.");
        return 0;
    }

    private sealed record Command(
        string Verb, string Words, string What, bool NeedsDatabase, Func<IServiceProvider, IReadOnlyList<string>, Task<int>> Run)
    {
        public string Usage => $"{Verb} {Words}".TrimEnd();
    }
}
