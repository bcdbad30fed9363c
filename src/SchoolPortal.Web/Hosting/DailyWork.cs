using System.Data.Common;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.FormVersions;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Pages.Profiles;
using SchoolPortal.Web.Pages.Readiness;

namespace SchoolPortal.Web.Hosting;

/// <summary>
/// What falls due with the day, looked for when the portal starts, every hour and when its bell rings: every part may run again, on any node,
/// and does nothing the second time.
/// </summary>
internal sealed class DailyWork(IServiceScopeFactory scopes, TimeProvider clock, DailyBell bell, ILogger<DailyWork> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        var (tick, rung) = (hourly.WaitForNextTickAsync(stoppingToken).AsTask(), bell.RungAsync(stoppingToken));
        while (true)
        {
            await DoAsync(stoppingToken);
            if (await Task.WhenAny(tick, rung) == rung)
            {
                await rung;
                rung = bell.RungAsync(stoppingToken);
            }
            else
            {
                await tick;
                tick = hourly.WaitForNextTickAsync(stoppingToken).AsTask();
            }
        }
    }

    /// <summary>One round.</summary>
    internal async Task DoAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<BringAgreementsIntoForce>().HandleAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<EndAgreements>().HandleAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<NoteNewContacts>().HandleAsync(schoolId: null, cancel);
            await scope.ServiceProvider.GetRequiredService<ArchiveProfiles>().HandleAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<MoveProfiles>().HandleAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<TakeSnapshots>().HandleAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<OpenProfiles>().HandleAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<ClearJobFiles>().HandleAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<SectionDrafts>().ClearOldAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<RemindOfProfiles>().HandleAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<AskReadiness>().HandleAsync(cancel);
        }
        catch (ChangedMeanwhile quicker)
        {
            log.LogInformation("Another node was quicker: {Reason}", quicker.Message);
        }
        catch (DbException broken)
        {
            Tell(broken);
        }
        catch (DbUpdateException broken)
        {
            Tell(broken);
        }
    }

    private void Tell(Exception broken) => log.LogError(broken, "The day\u2019s work could not be done; it is tried again in an hour.");
}
