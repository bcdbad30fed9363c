using System.Net;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Tests.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Jobs;

/// <summary>The agreements of many schools in one zip.</summary>
public sealed class AgreementFilesJobTests
{
    [Fact]
    public async Task The_zip_holds_one_file_of_each_school_just_as_its_manifest_says()
    {
        await using var stage = new JobStage();
        using var national = await stage.NationalAsync();
        var id = await JobStage.BeginAsync(national, JobKind.AgreementFiles, JobStage.Colleges);

        await stage.WorkAsync();

        var job = await stage.JobAsync(id);
        var files = await JobStage.FilesAsync(national, id);
        Assert.Equal(JobState.Done, job.State);
        Assert.True(job.Total > 128, "The schools must fill more than two rounds.");
        Assert.Equal(job.Total, files.Count);
    }

    [Fact]
    public async Task At_every_stage_the_file_is_the_one_that_the_single_download_gives_to_who_reads_no_restricted_parts()
    {
        await using var stage = await AgreementStage.SetAsync();
        using var national = await stage.Portal.SignInAsync(await stage.Portal.PersonAsync(Role.NationalCoordinator));
        using var officer = await stage.AsAsync(Role.LeadPoliceContact);
        foreach (var reach in new Func<Task>[]
                 {
                     async () => await stage.DraftAsync(),
                     () => stage.TakeAsync(Role.LeadPoliceContact, AgreementStep.SendToSchool),
                     () => stage.TakeAsync(Role.Principal, AgreementStep.AgreeText),
                     () => stage.SignByAllAsync(1),
                 })
        {
            await reach();
            using var single = await national.Client.GetAsync(new Uri(AgreementLinks.Word(stage.Number), UriKind.Relative));
            var bytes = await single.Content.ReadAsByteArrayAsync();

            foreach (var browser in new[] { national, officer })
            {
                var (name, inZip) = Assert.Single(await OneFileAsync(stage, browser));
                Assert.Equal(single.Content.Headers.ContentDisposition!.FileName, name);
                Assert.Equal(bytes, inZip);
            }
        }
    }

    [Fact]
    public async Task The_zip_is_deleted_when_its_time_is_over()
    {
        await using var stage = new JobStage();
        var person = await stage.Portal.PersonAsync(Role.NationalCoordinator);
        using var national = await stage.Portal.SignInAsync(person);
        var id = await JobStage.BeginAsync(national, JobKind.AgreementFiles, JobStage.Colleges);
        await stage.WorkAsync();
        await ClearAsync(stage.Portal);
        await JobStage.FilesAsync(national, id);

        stage.Portal.Clock.Advance(Job.KeepsFile);
        await ClearAsync(stage.Portal);

        using var later = await stage.Portal.SignInAsync(person);
        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync(JobLinks.Zip(id))).Status);
        Assert.Contains("The zip was deleted on 25 November 2026, 10am", (await later.GetAsync(JobLinks.Job(id))).Text, StringComparison.Ordinal);
        Assert.False(await stage.Portal.WithDbAsync(db => db.JobFileParts.AnyAsync()));
    }

    [Fact]
    public async Task Who_may_no_longer_read_one_of_the_agreements_can_no_longer_download_them()
    {
        await using var stage = new JobStage();
        var schools = await stage.SchoolsAsync(2);
        var person = await stage.Portal.PersonAsync(Role.Principal, schools[0].Id);
        await GrantAsync(stage.Portal, person, schools[1].Id);
        using var browser = await stage.Portal.SignInAsync(person);
        var id = await JobStage.BeginAsync(browser, JobKind.AgreementFiles, JobStage.Ticked(schools.Select(s => s.Number)));
        await stage.WorkAsync();
        Assert.Equal(2, (await JobStage.FilesAsync(browser, id)).Count);

        await EndGrantAsync(stage.Portal, person, schools[1].Id);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(JobLinks.Zip(id))).Status);
    }

    [Fact]
    public async Task What_the_person_may_no_longer_do_when_its_turn_comes_is_refused()
    {
        await using var stage = new JobStage();
        var schools = await stage.SchoolsAsync(2);
        var person = await stage.Portal.PersonAsync(Role.Principal, schools[0].Id);
        await GrantAsync(stage.Portal, person, schools[1].Id);
        using var browser = await stage.Portal.SignInAsync(person);
        var id = await JobStage.BeginAsync(browser, JobKind.AgreementFiles, JobStage.Ticked(schools.Select(s => s.Number)));
        await EndGrantAsync(stage.Portal, person, schools[1].Id);

        await stage.WorkAsync();

        var outcomes = (await stage.ItemsAsync(id)).ToDictionary(i => i.SchoolId);
        Assert.Equal(JobItemState.Done, outcomes[schools[0].Id].State);
        Assert.Equal(JobItemState.Refused, outcomes[schools[1].Id].State);
        Assert.Equal("Your role at this school may not read its agreement.", outcomes[schools[1].Id].Sentence);
        Assert.Single(await JobStage.FilesAsync(browser, id));
    }

    private static async Task<Dictionary<string, byte[]>> OneFileAsync(AgreementStage stage, PageBrowser browser)
    {
        var id = await JobStage.BeginAsync(browser, JobKind.AgreementFiles, JobStage.Ticked(stage.Number));
        await stage.Portal.Services.GetRequiredService<RunJobs>().NextAsync(CancellationToken.None);
        return await JobStage.FilesAsync(browser, id);
    }

    private static async Task ClearAsync(PortalHost portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ClearJobFiles>().HandleAsync(CancellationToken.None);
    }

    private static Task GrantAsync(PortalHost portal, TestPerson person, Guid schoolId) => portal.WithDbAsync(db =>
    {
        db.Grants.Add(new Grant(person.Id, Role.Principal, Scope.School, schoolId, portal.Today, null));
        return db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Gave a role"), CancellationToken.None);
    });

    private static Task EndGrantAsync(PortalHost portal, TestPerson person, Guid schoolId) => portal.WithDbAsync(async db =>
    {
        (await db.Grants.SingleAsync(g => g.PersonId == person.Id && g.PlaceId == schoolId)).End(portal.Today.AddDays(-1));
        await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Ended a role"), CancellationToken.None);
    });
}
