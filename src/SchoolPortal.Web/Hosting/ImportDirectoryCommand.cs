using System.Globalization;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Hosting;

/// <summary>
/// <c>import-directory FILE [--apply]</c>: proposes a schools directory and says what differs; with <c>--apply</c> puts it in
/// force at once, but for closures of which there are suspiciously many.
/// </summary>
public static class ImportDirectoryCommand
{
    private const int Refused = 1, Misused = 2;

    /// <summary>Reasons that are printed; the page of the proposal lists them all.</summary>
    private const int ReasonsShown = 20;

    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words)
    {
        var files = words.Where(word => word != "--apply").ToList();
        if (files.Count != 1 || files[0].StartsWith('-'))
        {
            await Console.Error.WriteLineAsync("Write: import-directory FILE [--apply]");
            return Misused;
        }

        if (!File.Exists(files[0]))
        {
            await Console.Error.WriteLineAsync($"There is no file “{files[0]}”.");
            return Refused;
        }

        try
        {
            await ImportAsync(services, files[0], apply: words.Contains("--apply"));
            return 0;
        }
        catch (Exception refused) when (refused is NotADirectoryException or Refusal)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return Refused;
        }
    }

    private static async Task ImportAsync(IServiceProvider services, string path, bool apply)
    {
        await ActivatorUtilities.CreateInstance<SeedReference>(services).DistrictsAndTermsAsync(CancellationToken.None);
        await using var file = File.OpenRead(path);
        var import = await services.GetRequiredService<ProposeDirectoryImport>()
            .HandleAsync(file, Path.GetFileName(path), null, Actor.Portal, CancellationToken.None);
        if (import.ProposesNothing)
        {
            Console.WriteLine($"{import.Listed} schools compared; the file says nothing that the portal does not hold already.");
            return;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{import.Vintage}: {import.Listed} schools listed, {import.Added} added, {import.Changed} changed, {import.Reopened} reopened, {import.Gone} gone, {import.Unreadable} cells or rows not readable."));
        await PrintReasonsAsync(services.GetRequiredService<PortalDbContext>(), import.Id);
        if (import.ManyGone)
        {
            Console.WriteLine($"{import.Gone} open schools are not in this file. It is probably a part of a directory, so none of them is closed.");
        }

        if (apply)
        {
            await services.GetRequiredService<ApplyDirectoryImport>().HandleAsync(import.Id, Actor.Portal, CancellationToken.None);
            Console.WriteLine("Applied.");
        }
        else
        {
            Console.WriteLine($"Nothing is changed yet. Look through the proposal at /admin/directory-import/{import.Id}, or run the command with --apply.");
        }
    }

    private static async Task PrintReasonsAsync(PortalDbContext db, Guid importId)
    {
        var unreadable = await db.DirectoryImportRows
            .Where(row => row.ImportId == importId && row.Kind == DirectoryRowKind.Unreadable)
            .OrderBy(row => row.Line)
            .Take(ReasonsShown)
            .ToListAsync();
        foreach (var row in unreadable)
        {
            Console.WriteLine($"Line {row.Line}, {row.Column ?? "whole row"}: {row.Notes[0].Text}");
        }
    }
}
