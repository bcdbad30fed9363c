using System.Data.Common;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Web.Pages.Admin.DirectoryImports.Watch;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Contacts;
using SchoolPortal.Web.Pages.FormVersions;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Pages.Profiles;
using SchoolPortal.Web.Pages.Readiness;

namespace SchoolPortal.Web.Hosting;

/// <summary>
/// What falls due with the day, looked for soon after the portal starts, every hour and when its bell rings: every part may run again, on any node,
/// and does nothing the second time.
/// </summary>
internal sealed class DailyWork(IServiceScopeFactory scopes, TimeProvider clock, DailyBell bell, ILogger<DailyWork> log) : BackgroundService
{
    private static readonly Func<IServiceProvider, CancellationToken, Task>[] Parts =
    [
        (services, cancel) => services.GetRequiredService<BringAgreementsIntoForce>().HandleAsync(cancel),
        (services, cancel) => services.GetRequiredService<EndAgreements>().HandleAsync(cancel),
        (services, cancel) => services.GetRequiredService<NoteNewContacts>().HandleAsync(schools: null, cancel),
        (services, cancel) => services.GetRequiredService<ArchiveProfiles>().HandleAsync(cancel),
        (services, cancel) => services.GetRequiredService<MoveProfiles>().HandleAsync(cancel),
        (services, cancel) => services.GetRequiredService<TakeSnapshots>().HandleAsync(cancel),
        (services, cancel) => services.GetRequiredService<OpenProfiles>().HandleAsync(cancel),
        (services, cancel) => services.GetRequiredService<ClearJobFiles>().HandleAsync(cancel),
        (services, cancel) => services.GetRequiredService<SectionDrafts>().ClearOldAsync(cancel),
        (services, cancel) => services.GetRequiredService<RemindOfProfiles>().HandleAsync(cancel),
        (services, cancel) => services.GetRequiredService<AskReadiness>().HandleAsync(cancel),
        (services, cancel) => services.GetRequiredService<AskStillYou>().HandleAsync(cancel),
        (services, cancel) => services.GetRequiredService<DoubtSilentContacts>().HandleAsync(cancel),
        (services, cancel) => services.GetRequiredService<WatchDirectory>().HandleAsync(cancel),
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first person to come does not wait for it.
        var (tick, rung) = (Task.Delay(TimeSpan.FromSeconds(15), clock, stoppingToken), bell.RungAsync(stoppingToken));
        while (true)
        {
            if (await Task.WhenAny(tick, rung) == rung)
            {
                await rung;
                rung = bell.RungAsync(stoppingToken);
            }
            else
            {
                await tick;
                tick = Task.Delay(TimeSpan.FromHours(1), clock, stoppingToken);
            }

            await DoAsync(stoppingToken);
        }
    }

    /// <summary>One round. A part that fails keeps no other from its work.</summary>
    internal async Task DoAsync(CancellationToken cancel)
    {
        foreach (var part in Parts)
        {
            await DoAsync(part, cancel);
        }
    }

    private async Task DoAsync(Func<IServiceProvider, CancellationToken, Task> part, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await part(scope.ServiceProvider, cancel);
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

    private void Tell(Exception broken) => log.LogError(broken, "A part of the day\u2019s work could not be done; it is tried again in an hour.");
}
