using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Jobs;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>
/// Works on jobs, one after another, in rounds that are each saved whole: whoever stops in the middle of one has done nothing of it,
/// and whoever goes on begins with the next school that is waiting.
/// </summary>
public sealed class RunJobs(IServiceScopeFactory scopes, IConfiguration settings, TimeProvider clock)
{
    private const int UsualSeconds = 60;

    /// <summary>How long a job is held without a sign of life: <c>Jobs:HeldSeconds</c>. A round takes about one.</summary>
    private TimeSpan Held => TimeSpan.FromSeconds(settings.GetValue("Jobs:HeldSeconds", UsualSeconds));

    /// <summary>Works on the next job until it is over, called off or somebody else's; false when there is none that is free.</summary>
    public async Task<bool> NextAsync(CancellationToken stop)
    {
        if (await TakeAsync(stop) is not { } lease)
        {
            return false;
        }

        try
        {
            while (await RoundAsync(lease, stop))
            {
                stop.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await LetGoAsync(lease);
            throw;
        }

        return true;
    }

    private async Task<JobLease?> TakeAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = clock.UtcNow();
        await using var together = await db.Database.BeginTransactionAsync(stop);
        if (await JobLease.TakeAsync(db, now, Held, stop) is not { } lease)
        {
            return null;
        }

        var job = await db.Jobs.SingleAsync(j => j.Id == lease.JobId, stop);
        var change = new Change(Actor.Portal, now, job.State == JobState.Waiting ? "Began a job" : "Took a job up again");
        job.TakeUp(change);
        await db.SaveAsync(change, stop);
        await together.CommitAsync(stop);
        return lease;
    }

    private async Task<bool> RoundAsync(JobLease lease, CancellationToken stop)
    {
        bool goesOn;
        await using (var scope = scopes.CreateAsyncScope())
        {
            goesOn = await scope.ServiceProvider.GetRequiredService<DoSchools>().HandleAsync(lease, stop);
        }

        // What a round has read and written is dead now, and cheap to collect. Left to itself the collector of a server lets
        // some hundred megabytes of it gather, which others on the machine need more than a job needs to be quick.
        GC.Collect(generation: 1, GCCollectionMode.Forced, blocking: true);
        return goesOn;
    }

    private async Task LetGoAsync(JobLease lease)
    {
        await using var scope = scopes.CreateAsyncScope();
        await lease.LetGoAsync(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), CancellationToken.None);
    }
}
