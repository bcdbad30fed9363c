using System.Security.Cryptography;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Admin.DirectoryImports.Watch;

/// <summary>
/// Looks for a new directory in the folder and at the address that an operator has set, and makes a proposal of it; never applies
/// it. The same file is read once. What fails is told on the import page and as a task of those who keep the directory.
/// </summary>
internal sealed class WatchDirectory(PortalDbContext db, ProposeDirectoryImport propose, WatchSettings settings, WatchedAddress address, TimeProvider clock)
{
    /// <summary>Who brings what comes by itself.</summary>
    public const string FromFolder = "watched folder", FromAddress = "watched address";

    /// <summary>Every place that is set. Doing it again does nothing while nothing new is there.</summary>
    public async Task HandleAsync(CancellationToken cancel)
    {
        var places = await db.WatchedDirectories.ToListAsync(cancel);
        var set = new List<string>();
        if (settings.Folder.Length > 0)
        {
            set.Add(Name(settings.Folder));
            await LookAsync(places, set[^1], FromFolder, () => WatchedFolder.NewestAsync(settings.Folder, clock.UtcNow(), cancel), cancel);
        }

        if (settings.Address.Length > 0)
        {
            set.Add(Name(WatchedAddress.Shown(settings.Address)));
            if (places.Find(place => place.Place == set[^1]) is not { Fault: null or "", LookedAt: { } looked } || looked <= clock.UtcNow() - settings.Every)
            {
                await LookAsync(places, set[^1], FromAddress, async () => await address.FetchAsync(cancel), cancel);
            }
        }

        var left = places.FindAll(place => place.IsWatched && !set.Contains(place.Place, StringComparer.Ordinal));
        left.ForEach(place => place.Leave());
        await SaveAsync("Stopped looking for directories where none is to be looked for any more", cancel);
    }

    private async Task LookAsync(List<WatchedDirectory> places, string name, string who, Func<Task<FoundFile?>> look, CancellationToken cancel)
    {
        var place = places.Find(known => known.Place == name) ?? db.WatchedDirectories.Add(new WatchedDirectory(name)).Entity;
        var isNew = db.Entry(place).State == EntityState.Added;
        try
        {
            var file = await look();
            var sha256 = file is null ? null : Convert.ToHexString(SHA256.HashData(file.Bytes));
            if (file is not null && place.IsNew(sha256!, clock.UtcNow()))
            {
                await ReadAsync(place, file, sha256!, who, cancel);
            }
            else if (isNew || !place.IsWatched || (place.Fault is not null && !place.IsFaultOfFile) || who == FromAddress)
            {
                place.FindNothing(clock.UtcNow());
            }
        }
        catch (Exception failed) when (failed is CannotLookException or NotADirectoryException)
        {
            if (place.Fault != failed.Message)
            {
                place.RefusePlace(failed.Message, clock.UtcNow());
            }
        }

        await SaveAsync("Looked for a new schools directory", cancel);
    }

    private async Task ReadAsync(WatchedDirectory place, FoundFile file, string sha256, string who, CancellationToken cancel)
    {
        place.TakeUp(sha256, clock.UtcNow());
        await SaveAsync("Found a file that may be a new schools directory", cancel);
        if (await db.DirectoryImports.Where(import => import.Sha256 == sha256).Select(import => (Guid?)import.Id).FirstOrDefaultAsync(cancel) is { } brought)
        {
            place.Read(brought, clock.UtcNow());
            return;
        }

        try
        {
            using var stream = new MemoryStream(file.Bytes);
            var import = await propose.HandleAsync(stream, file.Name, null, new Actor(Actor.Portal.PersonId, who, Actor.Portal.Position, []), cancel);
            place.Read(import.ProposesNothing ? null : import.Id, clock.UtcNow());
        }
        catch (NotADirectoryException wrong)
        {
            place.RefuseFile($"{file.Name}: {wrong.Message}", clock.UtcNow());
        }
    }

    private async Task SaveAsync(string what, CancellationToken cancel)
    {
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveAsync(new Change(Actor.Portal, clock.UtcNow(), what), cancel);
        }
    }

    private static string Name(string place) => place.Length <= WatchedDirectory.LongestPlace ? place : place[..WatchedDirectory.LongestPlace];
}
