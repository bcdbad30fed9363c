using SchoolPortal.Data;
using SchoolPortal.Data.Jobs;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>Ends a job of which each school is settled. A zip gets its manifest and the list of its files.</summary>
public sealed class FinishJob(PortalDbContext db, TimeProvider clock)
{
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

    /// <summary>
    /// Writes the manifest, some rows at a time, and the list of the files; gives the length of the whole, or null when not one
    /// file was made. The manifest's header says its checksum, and is therefore saved after what it stands before.
    /// </summary>
    private async Task<long?> EndZipAsync(Job job, Actor actor, DateTime now, CancellationToken cancel)
    {
        var start = await db.EndOfZipAsync(job.Id, cancel);
        if (start == 0)
        {
            return null;
        }

        var files = new List<ZippedFile>(job.Total + 1);
        var first = start + ZipInPieces.HeaderLength(JobManifest.Name);
        var (at, checksum) = (first, 0u);
        await foreach (var (rows, text) in JobManifest.ReadAsync(db, job.Id, actor, now, cancel))
        {
            files.AddRange(rows);
            checksum = ZipInPieces.ChecksumOf(text, checksum);
            at = await KeepAsync(job, at, text, cancel);
        }

        var manifest = new ZippedFile(JobManifest.Name, checksum, (int)(at - first), start);
        await KeepAsync(job, start, ZipInPieces.Header(manifest), cancel);
        using var list = new MemoryStream();
        ZipInPieces.Finish(files.Append(manifest), at, list);
        return await KeepAsync(job, at, list.ToArray(), cancel);
    }

    /// <summary>Saves a piece past the change tracker, so that no more than one is held in memory; gives where the next begins.</summary>
    private async Task<long> KeepAsync(Job job, long start, byte[] bytes, CancellationToken cancel)
    {
        var part = new JobFilePart(job.Id, start, bytes);
        await db.BulkInsertAsync([part], cancel);
        return part.End;
    }
}
