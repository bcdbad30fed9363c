using SchoolPortal.Web.Mail;
using SchoolPortal.Web.Pages.Notices;

namespace SchoolPortal.Web.Hosting;

/// <summary>Sends the notices whose time has come, in the background, every minute.</summary>
internal sealed class NoticeWorker(IServiceScopeFactory scopes, MailSettings settings, TimeProvider clock, ILogger<NoticeWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Missing is { } missing)
        {
            log.LogInformation("{Missing}", missing);
            return;
        }

        using var minutely = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            // Whatever breaks a round must not stop the portal: it is told here, and tried again in a minute.
            var round = AllAsync(stoppingToken);
            await round.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (round.Exception is { InnerException: MailServerOutOfReach gone })
            {
                log.LogWarning("{Sentence} Notices wait. {Cause}", gone.Message, gone.InnerException!.Message);
            }
            else if (round.Exception is { } broken)
            {
                log.LogError(broken, "Notices could not be sent; they are tried again in a minute.");
            }
        }
        while (await minutely.WaitForNextTickAsync(stoppingToken));
    }

    private async Task AllAsync(CancellationToken stop)
    {
        bool goesOn;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            goesOn = await scope.ServiceProvider.GetRequiredService<SendNotices>().HandleAsync(stop);
        }
        while (goesOn);
    }
}
