using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;

namespace SchoolPortal.Web.Hosting;

/// <summary>The verbs the web program takes: <c>SchoolPortal.Web migrate</c> and so on.</summary>
internal static class Commands
{
    private static readonly Dictionary<string, Func<IServiceProvider, IReadOnlyList<string>, Task<int>>> Verbs = new(StringComparer.Ordinal)
    {
        ["migrate"] = MigrateAsync,
        ["import-directory"] = ImportDirectoryCommand.RunAsync,
    };

    /// <summary>Runs the verb that the first word names and gives its exit code; null when there is none and the portal should serve.</summary>
    public static async Task<int?> RunAsync(WebApplication app, IReadOnlyList<string> words)
    {
        if (words.Count == 0 || words[0].StartsWith('-'))
        {
            return null;
        }

        if (!Verbs.TryGetValue(words[0], out var verb))
        {
            await Console.Error.WriteLineAsync($"There is no command \u201c{words[0]}\u201d. Commands: {string.Join(", ", Verbs.Keys)}.");
            return 2;
        }

        await using var scope = app.Services.CreateAsyncScope();
        return await verb(scope.ServiceProvider, [.. words.Skip(1)]);
    }

    private static async Task<int> MigrateAsync(IServiceProvider services, IReadOnlyList<string> words)
    {
        await services.GetRequiredService<PortalDbContext>().Database.MigrateAsync();
        Console.WriteLine("The database is up to date.");
        return 0;
    }
}
