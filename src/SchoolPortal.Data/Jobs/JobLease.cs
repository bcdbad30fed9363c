using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.Jobs;

namespace SchoolPortal.Data.Jobs;

/// <summary>
/// One node's hold on a job, for a while. Taken and kept by single conditional updates, so that of two nodes one gets it, and
/// one that was away too long finds in the transaction of its next result that it is no longer the holder. Says nothing of
/// what was done, so it stands in no history and moves no marks.
/// </summary>
/// <param name="JobId">The job.</param>
/// <param name="Holder">An id that nobody else holds it by.</param>
/// <param name="Length">How long it is held without a sign of life.</param>
public sealed record JobLease(Guid JobId, Guid Holder, TimeSpan Length)
{
    /// <summary>Takes the oldest job that nobody holds; null when there is none, or another node was quicker.</summary>
    public static async Task<JobLease?> TakeAsync(PortalDbContext db, DateTime now, TimeSpan length, CancellationToken cancel)
    {
        var free = await Free(db, now).OrderBy(j => j.AskedAt).Select(j => (Guid?)j.Id).FirstOrDefaultAsync(cancel);
        if (free is not { } jobId)
        {
            return null;
        }

        var lease = new JobLease(jobId, Guid.CreateVersion7(), length);
        var taken = await Free(db, now).Where(j => j.Id == jobId).ExecuteUpdateAsync(
            job => job.SetProperty(j => j.Holder, lease.Holder).SetProperty(j => j.HeldUntil, now + length),
            cancel);
        return taken == 1 ? lease : null;
    }

    /// <summary>
    /// Holds it for another while, because it gets on: within the transaction of a result. False when somebody else holds it
    /// by now, or it was called off; the result must not be saved then.
    /// </summary>
    public async Task<bool> KeepAsync(PortalDbContext db, DateTime now, CancellationToken cancel) =>
        await Mine(db).ExecuteUpdateAsync(job => job.SetProperty(j => j.HeldUntil, now + Length).SetProperty(j => j.Tries, 0), cancel) == 1;

    /// <summary>Lets go of it, so that another node, or this one when it runs again, need not wait.</summary>
    public Task LetGoAsync(PortalDbContext db, CancellationToken cancel) =>
        Mine(db).ExecuteUpdateAsync(job => job.SetProperty(j => j.HeldUntil, (DateTime?)null).SetProperty(j => j.Tries, 0), cancel);

    private static IQueryable<Job> Free(PortalDbContext db, DateTime now) => db.Jobs
        .Where(j => JobLifecycle.Unfinished.Contains(j.State) && (j.HeldUntil == null || j.HeldUntil < now));

    private IQueryable<Job> Mine(PortalDbContext db) =>
        db.Jobs.Where(j => j.Id == JobId && j.Holder == Holder && j.State == JobState.Running);
}
