using System.Security.Cryptography;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Jobs;
using SchoolPortal.Data.People;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>
/// One round of a job: the next school, or the next so many files. It is done with the permissions that the person has
/// now, and its outcome is saved in one transaction with the deed.
/// </summary>
public sealed class DoSchools(PortalDbContext db, IEnumerable<JobWork> kinds, FinishJob finish, TimeProvider clock)
{
    /// <summary>Files of one round: few enough to hold in memory, enough that reading and saving cost little for each.</summary>
    public const int FilesAtOnce = 32;

    /// <summary>False when nothing is left to do: the job is over, was called off, or is somebody else's by now.</summary>
    public async Task<bool> HandleAsync(JobLease lease, CancellationToken cancel)
    {
        var job = await db.Jobs.SingleAsync(j => j.Id == lease.JobId, cancel);
        if (!job.IsUnfinished || await db.ActorOf(job.PersonId, clock.Today(), cancel) is not { } actor)
        {
            await CallOffAsync(job, cancel);
            return false;
        }

        var work = kinds.Single(kind => kind.Kind == job.Kind);
        var items = await db.JobItems.Where(i => i.JobId == job.Id && i.State == JobItemState.Waiting)
            .OrderBy(i => i.Position)
            .Take(work is FilesWork ? FilesAtOnce : 1)
            .ToListAsync(cancel);
        if (items.Count == 0)
        {
            await finish.HandleAsync(lease, job, work, actor, cancel);
            return false;
        }

        var schools = await SchoolsAsync(items, cancel);
        return work is FilesWork files
            ? await MakeFilesAsync(files, job.Edition, actor, lease, items, schools, cancel)
            : await DoOneAsync((DeedWork)work, actor, lease, items[0], schools[0], cancel);
    }

    private async Task CallOffAsync(Job job, CancellationToken cancel)
    {
        if (job.IsUnfinished)
        {
            var change = new Change(Actor.Portal, clock.UtcNow(), "Cancelled a job", "The person who asked for it has no account any more.");
            job.Cancel(change);
            await db.SaveAsync(change, cancel);
        }
    }

    private async Task<List<JobSchool>> SchoolsAsync(List<JobItem> items, CancellationToken cancel)
    {
        var ids = items.ConvertAll(i => i.SchoolId);
        var known = await db.Schools.AsNoTracking()
            .Where(s => ids.Contains(s.Id))
            .Select(s => new JobSchool(new Place(s.Id, s.AreaId, s.DistrictId), s.Number, s.Facts.Name))
            .ToDictionaryAsync(s => s.Place.SchoolId, cancel);
        return ids.ConvertAll(id => known[id]);
    }

    private async Task<bool> DoOneAsync(DeedWork work, Actor actor, JobLease lease, JobItem item, JobSchool school, CancellationToken cancel)
    {
        string refusal;
        try
        {
            if (!work.MayAt(actor, school.Place))
            {
                throw new StepNotAllowed(work.NotYours);
            }

            await using var together = await db.Database.BeginTransactionAsync(cancel);
            item.Do(await work.DoAsync(actor, school, cancel));
            return await SaveAsync(lease, together.CommitAsync, cancel);
        }
        catch (Refusal refused)
        {
            refusal = refused.Message;
        }

        // What the refused step left behind must not be saved with its refusal.
        db.ChangeTracker.Clear();
        await using var alone = await db.Database.BeginTransactionAsync(cancel);
        (await db.JobItems.SingleAsync(i => i.JobId == item.JobId && i.Position == item.Position, cancel)).Refuse(refusal);
        return await SaveAsync(lease, alone.CommitAsync, cancel);
    }

    private async Task<bool> MakeFilesAsync(
        FilesWork work, string? edition, Actor actor, JobLease lease, List<JobItem> items, List<JobSchool> schools, CancellationToken cancel)
    {
        var files = await ReadAsync(work, actor, edition, schools, cancel);
        var written = new Written[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancel }, i => written[i] = Written.Of(files[i]));

        var at = await db.EndOfZipAsync(lease.JobId, cancel);
        for (var i = 0; i < files.Count; i++)
        {
            if (files[i].Refusal is { } refusal)
            {
                items[i].Refuse(refusal);
                continue;
            }

            var (file, made) = (written[i], new ZippedFile(files[i].Name, written[i].Checksum, written[i].Bytes.Length, at));
            var part = new JobFilePart(lease.JobId, at, ZipInPieces.Piece(made, file.Bytes));
            db.JobFileParts.Add(part);
            items[i].Do(new MadeFile(made.Name, files[i].Edition, files[i].Standing, file.Sha256, made.Checksum, made.Length, made.Offset));
            at = part.End;
        }

        await using var together = await db.Database.BeginTransactionAsync(cancel);
        return await SaveAsync(lease, together.CommitAsync, cancel);
    }

    /// <summary>The files in the order of the schools, refusals in the place of those that the person may not have.</summary>
    private static async Task<List<FileToMake>> ReadAsync(FilesWork work, Actor actor, string? edition, List<JobSchool> schools, CancellationToken cancel)
    {
        var theirs = schools.FindAll(school => work.MayAt(actor, school.Place));
        var files = new Queue<FileToMake>(await work.ReadAsync(actor, edition, theirs, cancel));
        return schools.ConvertAll(school => work.MayAt(actor, school.Place) ? files.Dequeue() : FileToMake.Refused(work.NotYours));
    }

    /// <summary>Saves the round, unless the job is somebody else’s by now or was called off: then nothing of it is.</summary>
    private async Task<bool> SaveAsync(JobLease lease, Func<CancellationToken, Task> commit, CancellationToken cancel)
    {
        if (!await lease.KeepAsync(db, clock.UtcNow(), cancel))
        {
            return false;
        }

        await db.SaveChangesAsync(cancel);
        await commit(cancel);
        return true;
    }

    /// <summary>A file as it goes into the zip.</summary>
    private sealed record Written(byte[] Bytes, string Sha256, uint Checksum)
    {
        private static readonly Written Nothing = new([], "", 0);

        public static Written Of(FileToMake file)
        {
            if (file.Refusal is not null)
            {
                return Nothing;
            }

            var bytes = file.Write();
            return new Written(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), ZipInPieces.ChecksumOf(bytes));
        }
    }
}
