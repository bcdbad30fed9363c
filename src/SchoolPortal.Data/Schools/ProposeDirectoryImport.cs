using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>Reads a directory file, compares it with the schools that the portal holds and keeps what differs as a proposal.</summary>
public sealed class ProposeDirectoryImport(PortalDbContext db, TimeProvider clock)
{
    /// <param name="file">The file's bytes.</param>
    /// <param name="fileName">Its name, which may tell its day.</param>
    /// <param name="asAt">The day for which the file speaks, where the person knows it; else the file's own word, else today.</param>
    /// <param name="who">The person who brought it.</param>
    /// <param name="cancel">Stops the reading; nothing is kept then.</param>
    /// <returns>The proposal. When it proposes nothing, nothing of it is kept.</returns>
    /// <exception cref="NotADirectoryException">The file is something else, damaged or too large; nothing is kept.</exception>
    public async Task<DirectoryImport> HandleAsync(Stream file, string fileName, DateOnly? asAt, Actor who, CancellationToken cancel)
    {
        var bytes = await UploadedText.ReadBytesAsync(file, cancel);
        var reading = DirectoryFile.Read(bytes, fileName);
        var now = clock.UtcNow();
        var import = new DirectoryImport(
            fileName, Convert.ToHexString(SHA256.HashData(bytes)), asAt ?? reading.AsAt ?? clock.Today(), who.Name, now);

        var said = await db.FactCorrections.AsNoTracking().Where(other => other.EndedAt == null).ToListAsync(cancel);
        var comparison = new DirectoryComparison(import.Id, await DistrictsAsync(cancel), said.ToLookup(other => other.SchoolId));
        var rows = comparison.Compare(reading, await db.Schools.AsNoTracking().ToListAsync(cancel));
        import.Count(reading, rows, comparison.ManyGone);
        if (import.ProposesNothing)
        {
            return import;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.DirectoryImports.Add(import);
        await db.SaveAsync(new Change(who, now, $"Brought the {import.Vintage}, for somebody to look through"), cancel);
        await db.BulkInsertAsync(rows, cancel);
        await transaction.CommitAsync(cancel);
        return import;
    }

    private async Task<Func<string?, DistrictOfArea?>> DistrictsAsync(CancellationToken cancel)
    {
        var districts = await db.Districts.ToDictionaryAsync(district => district.Name, district => district.Id, StringComparer.Ordinal, cancel);
        return spelling => TerritorialAreas.Find(spelling) is { } area && districts.TryGetValue(area.District, out var district)
            ? new DistrictOfArea(area.Name, district, area.IsSplit)
            : null;
    }
}
