using SchoolPortal.Web.Pages.Jobs;

namespace SchoolPortal.Web.Hosting;

/// <summary>
/// Works on jobs in the background, one at a time on each node: as soon as somebody asks for one here, and every few seconds for
/// those that were asked for on another node or left behind by one that has gone.
/// </summary>
internal sealed class JobWorker(RunJobs jobs, JobBell bell, TimeProvider clock, ILogger<JobWorker> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Whatever breaks a job must not stop the portal: it is told here, and the job is tried again when its time is over.
            var round = AllAsync(stoppingToken);
            await round.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (round.Exception is { } broken)
            {
                log.LogError(broken, "A job stopped in the middle; it is taken up again in a minute, and given up when that does not help.");
            }

            await WaitAsync(stoppingToken);
        }
    }

    private async Task AllAsync(CancellationToken stop)
    {
        while (await jobs.NextAsync(stop))
        {
            stop.ThrowIfCancellationRequested();
        }
    }

    private async Task WaitAsync(CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(bell.RungAsync(either.Token), Task.Delay(Between, clock, either.Token));
        await either.CancelAsync();
    }
}
