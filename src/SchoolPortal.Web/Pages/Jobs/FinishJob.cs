using System.Globalization;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Jobs;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>Ends a job of which each school is settled. A zip gets its manifest and the list of its files.</summary>
public sealed class FinishJob(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Name of the manifest within the zip.</summary>
    public const string Manifest = "manifest.csv";

    /// <summary>Does nothing when the job is somebody else's by now or was called off.</summary>
    public async Task HandleAsync(JobLease lease, Job job, JobWork work, Actor actor, CancellationToken cancel)
    {
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        if (!await lease.KeepAsync(db, clock.UtcNow(), cancel))
        {
            return;
        }

        var change = new Change(Actor.Portal, clock.UtcNow(), "Finished a job");
        job.Finish(work is FilesWork ? await EndZipAsync(job, actor, change.At, cancel) : null, change);
        await db.SaveAsync(change, cancel);
        await together.CommitAsync(cancel);
    }

    /// <summary>Writes the last piece; gives the length of the whole, or null when not one file was made.</summary>
    private async Task<long?> EndZipAsync(Job job, Actor actor, DateTime now, CancellationToken cancel)
    {
        if (await db.JobFileParts.Where(p => p.JobId == job.Id).MaxAsync(p => (long?)p.End, cancel) is not { } start)
        {
            return null;
        }

        var made = await db.JobItems.AsNoTracking().Where(i => i.JobId == job.Id && i.FileName != null)
            .OrderBy(i => i.Position)
            .Join(db.Schools, i => i.SchoolId, s => s.Id, (i, s) => new { s.Number, s.Facts.Name, Item = i })
            .ToListAsync(cancel);
        var csv = new CsvText().Row("School number", "School", "Version", "Standing", "File", "SHA-256", "Bytes");
        foreach (var row in made)
        {
            csv.Row(Digits(row.Number), row.Name, row.Item.Edition, row.Item.Standing, row.Item.FileName, row.Item.Sha256, Digits(row.Item.Length!.Value));
        }

        csv.Row($"In confidence. Made for {actor.Name} on {NewZealandTime.Show(now)}. Restricted parts are left out; they are taken one school at a time.");
        var manifest = csv.ToBytes();
        using var end = new MemoryStream();
        var listed = new ZippedFile(Manifest, ZipInPieces.ChecksumOf(manifest), manifest.Length, start);
        ZipInPieces.Append(listed, manifest, end);
        var files = made.Select(row => new ZippedFile(row.Item.FileName!, (uint)row.Item.Checksum!.Value, row.Item.Length!.Value, row.Item.Offset!.Value));
        ZipInPieces.Finish(files.Append(listed), start + end.Length, end);
        var part = new JobFilePart(job.Id, start, end.ToArray());
        db.JobFileParts.Add(part);
        return part.End;
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
