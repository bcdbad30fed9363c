using System.Diagnostics;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Jobs;

using Xunit;

namespace SchoolPortal.Web.Tests.Jobs;

/// <summary>A job outlives the process that works on it, and is worked on by one node at a time.</summary>
public sealed class JobResumeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task A_process_that_is_killed_leaves_a_job_that_the_next_one_ends_with_every_file_once()
    {
        await using var stage = new JobStage();
        using var national = await stage.Portal.SignInAsync(await LongServingAsync(stage.Portal));
        var id = await JobStage.BeginAsync(national, JobKind.AgreementFiles, JobStage.Colleges);

        using (var first = Process(stage.Portal))
        {
            await UntilAsync(stage, id, job => job.Done > 0);
            first.Kill();
            await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var left = await SettledAsync(stage, id);
        using var second = Process(stage.Portal);
        await UntilAsync(stage, id, job => job.State == JobState.Done);
        second.Kill();
        await second.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(left.Done > 0 && left.State == JobState.Running, $"The first process left {left}.");
        var total = (await stage.JobAsync(id)).Total;
        Assert.All(await stage.ItemsAsync(id), item => Assert.Equal(JobItemState.Done, item.State));
        await stage.Portal.WithDbAsync(db => db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(
            job => job.SetProperty(j => j.FileUntil, stage.Portal.Clock.UtcNow().AddHours(1))));
        Assert.Equal(total, (await JobStage.FilesAsync(national, id)).Count);
    }

    [Fact]
    public async Task Of_two_nodes_one_gets_the_job()
    {
        await using var stage = new JobStage();
        using var national = await stage.NationalAsync();
        var id = await JobStage.BeginAsync(national, JobKind.AgreementFiles, JobStage.Colleges);
        var other = stage.AnotherNode();

        var got = await Task.WhenAll(Task.Run(() => stage.WorkAsync()), Task.Run(() => stage.WorkAsync(other)));

        Assert.Equal([false, true], got.Order());
        Assert.Equal((await stage.JobAsync(id)).Total, (await JobStage.FilesAsync(national, id)).Count);
        Assert.Equal(1, await stage.Portal.WithDbAsync(db => db.AuditEvents.CountAsync(e => e.SubjectId == id && e.What == "Finished a job")));
    }

    [Fact]
    public async Task A_node_that_was_away_too_long_saves_nothing_of_what_another_one_took_over()
    {
        await using var stage = new JobStage();
        using var national = await stage.NationalAsync();
        var id = await JobStage.BeginAsync(national, JobKind.AgreementFiles, JobStage.Colleges);
        var other = stage.AnotherNode();
        var rounds = 0;
        stage.BeforeFiles = async () =>
        {
            if (++rounds == 2)
            {
                await stage.Portal.WithDbAsync(db => db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(
                    job => job.SetProperty(j => j.HeldUntil, stage.Portal.Clock.UtcNow().AddSeconds(-1))));
                Assert.True(await stage.WorkAsync(other));
            }
        };

        await stage.WorkAsync();

        var job = await stage.JobAsync(id);
        Assert.Equal(2, rounds);
        Assert.Equal(JobState.Done, job.State);
        Assert.Equal(job.Total, (await JobStage.FilesAsync(national, id)).Count);
    }

    [Fact]
    public async Task What_breaks_a_job_again_and_again_ends_it_with_a_reason()
    {
        await using var stage = new JobStage();
        using var national = await stage.NationalAsync();
        var id = await JobStage.BeginAsync(national, JobKind.AgreementFiles, JobStage.Colleges);
        stage.BeforeFiles = () => throw new InvalidDataException("Something is wrong with one of them");

        for (var tries = 0; tries < Job.MostTries; tries++)
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => stage.WorkAsync());
            Assert.False(await stage.WorkAsync());
            stage.Portal.Clock.Advance(TimeSpan.FromSeconds(61));
        }

        Assert.True(await stage.WorkAsync());
        Assert.Equal(JobState.BrokenOff, (await stage.JobAsync(id)).State);
        Assert.Contains("It stopped 3 times at the same place", (await national.GetAsync(JobLinks.Job(id))).Text, StringComparison.Ordinal);
        Assert.False(await stage.WorkAsync());
    }

    [Fact]
    public async Task A_node_that_is_stopped_leaves_the_job_to_the_next_at_once()
    {
        await using var stage = new JobStage();
        using var national = await stage.NationalAsync();
        var id = await JobStage.BeginAsync(national, JobKind.AgreementFiles, JobStage.Colleges);
        using var stop = new CancellationTokenSource();
        stage.BeforeFiles = stop.CancelAsync;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stage.Portal.Services.GetRequiredService<RunJobs>().NextAsync(stop.Token));

        stage.BeforeFiles = () => Task.CompletedTask;
        Assert.True(await stage.WorkAsync());

        Assert.Equal(JobState.Done, (await stage.JobAsync(id)).State);
    }

    /// <summary>Somebody who is there whatever day it is on this machine: a real process knows no other.</summary>
    private static async Task<TestPerson> LongServingAsync(PortalHost portal)
    {
        var person = await portal.PersonAsync("National schools team");
        await portal.WithDbAsync(db =>
        {
            db.Grants.Add(new Grant(person.Id, Role.NationalCoordinator, Scope.Nation, null, new DateOnly(2020, 1, 1), null));
            return db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Gave a role"), CancellationToken.None);
        });
        return person;
    }

    /// <summary>The portal as an operator runs it, on the same records.</summary>
    private static Process Process(PortalHost portal)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SchoolPortal.Web.dll"), "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        start.Environment["ConnectionStrings__Portal"] = PortalDatabase.SqliteFile(portal.DatabaseFile);
        start.Environment["Jobs__HeldSeconds"] = "1";
        var process = System.Diagnostics.Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task UntilAsync(JobStage stage, Guid id, Func<(int Done, JobState State), bool> reached)
    {
        for (var waited = Stopwatch.StartNew(); !reached(await SettledAsync(stage, id));)
        {
            Assert.True(waited.Elapsed < Patience, $"After {Patience} the job stands at {await SettledAsync(stage, id)}.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<(int Done, JobState State)> SettledAsync(JobStage stage, Guid id) =>
        (await stage.Portal.WithDbAsync(db => db.JobItems.CountAsync(i => i.JobId == id && i.State == JobItemState.Done)), (await stage.JobAsync(id)).State);
}
