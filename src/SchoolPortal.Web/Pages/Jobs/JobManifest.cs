using System.Globalization;
using System.Runtime.CompilerServices;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>The list of the files in a zip with their hashes, as a CSV file within it.</summary>
internal static class JobManifest
{
    /// <summary>Its name.</summary>
    public const string Name = "manifest.csv";

    private const int RowsAtOnce = 500;

    /// <summary>Its text in pieces, each with the files that it lists.</summary>
    public static async IAsyncEnumerable<(IReadOnlyList<ZippedFile> Files, byte[] Text)> ReadAsync(
        PortalDbContext db, Guid jobId, Actor actor, DateTime now, [EnumeratorCancellation] CancellationToken cancel)
    {
        var csv = new CsvText().Row("School number", "School", "Version", "Standing", "File", "SHA-256", "Bytes");
        for (var after = -1; ;)
        {
            var rows = await db.JobItems.AsNoTracking().Where(i => i.JobId == jobId && i.FileName != null && i.Position > after)
                .OrderBy(i => i.Position)
                .Take(RowsAtOnce)
                .Join(db.Schools, i => i.SchoolId, s => s.Id, (i, s) => new
                {
                    i.Position,
                    s.Number,
                    s.Facts.Name,
                    i.Edition,
                    i.Standing,
                    i.Sha256,
                    File = new ZippedFile(i.FileName!, (uint)i.Checksum!.Value, i.Length!.Value, i.Offset!.Value),
                })
                .ToListAsync(cancel);
            foreach (var row in rows)
            {
                csv.Row(Digits(row.Number), row.Name, row.Edition, row.Standing, row.File.Name, row.Sha256, Digits(row.File.Length));
            }

            if (rows.Count < RowsAtOnce)
            {
                csv.Row($"In confidence. Made for {actor.Name} on {NewZealandTime.Show(now)}. Restricted parts are left out; they are taken one school at a time.");
                yield return ([.. rows.Select(row => row.File)], csv.ToBytes());
                yield break;
            }

            yield return ([.. rows.Select(row => row.File)], csv.ToBytes());
            (after, csv) = (rows[^1].Position, new CsvText(continues: true));
        }
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
