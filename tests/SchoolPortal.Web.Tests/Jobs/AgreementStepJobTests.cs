using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Tests.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Jobs;

/// <summary>Renewing, and sending drafts for review, at many schools: what the single page does there, and refuses there.</summary>
public sealed class AgreementStepJobTests
{
    private static readonly DateOnly FirstDay = new(2026, 11, 24);

    [Fact]
    public async Task Each_school_gets_the_outcome_and_the_sentence_of_its_own_page()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var officer = await stage.PersonAsync(Role.LeadPoliceContact);
        var others = await OthersAsync(stage, 3);
        var (unfinished, empty, foreign) = (others[0], others[1], others[2]);
        await DutyAsync(stage, unfinished.Id);
        await DutyAsync(stage, empty.Id);
        await StartAsync(stage, officer, unfinished);
        await stage.Portal.WithDbAsync(async db =>
        {
            db.Grants.Add(new Grant(officer.Id, Role.SchoolViewer, Scope.School, foreign.Id, stage.Portal.Today, null));
            await db.SaveAsync(new Change(Actor.Portal, stage.Portal.Clock.UtcNow(), "Gave a role"), CancellationToken.None);
        });

        var items = await RunAsync(stage, JobKind.SendAgreements, [stage.School, .. others]);

        Assert.Equal(
            new Dictionary<Guid, (JobItemState, string)>
            {
                [stage.School.Id] = (JobItemState.Done, "The draft is with the school"),
                [unfinished.Id] = (JobItemState.Refused, await SentenceAsync(stage, officer, unfinished)),
                [empty.Id] = (JobItemState.Refused, "This school has no agreement that is “draft”, so “Send to the school” is not possible."),
                [foreign.Id] = (JobItemState.Refused, "Your role at this school may not take the step “Send to the school”."),
            },
            items.ToDictionary(i => i.SchoolId, i => (i.State, i.Sentence)));
        Assert.Equal(AgreementState.SchoolReview, (await stage.AgreementAsync()).State);
        var told = await stage.Portal.WithDbAsync(db => db.AuditEvents.Where(e => e.What == "Sent the agreement to the school").ToListAsync());
        Assert.Equal((officer.Id, stage.School.Id), Assert.Single(told.Select(e => (e.PersonId!.Value, e.SchoolId!.Value))));
    }

    [Fact]
    public async Task Renewing_begins_the_next_term_and_a_second_time_says_that_it_is_in_the_making()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        await stage.BecomeAsync(FirstDay.AddYears(3).AddDays(-30));

        var first = Assert.Single(await RunAsync(stage, JobKind.RenewAgreements, [stage.School]));
        var second = Assert.Single(await RunAsync(stage, JobKind.RenewAgreements, [stage.School]));

        Assert.Equal((JobItemState.Done, "The renewal is started"), (first.State, first.Sentence));
        Assert.Equal((JobItemState.Refused, "Agreement 2 is already in the making. Go on with it, or withdraw it first."), (second.State, second.Sentence));
        Assert.Equal(AgreementKind.Renewal, (await stage.AgreementAsync(2)).Kind);
        Assert.Equal(2, await stage.Portal.WithDbAsync(db => db.Agreements.CountAsync(a => a.SchoolId == stage.School.Id)));
    }

    private static async Task<List<JobItem>> RunAsync(AgreementStage stage, JobKind kind, IEnumerable<School> schools)
    {
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var id = await JobStage.BeginAsync(officer, kind, JobStage.Ticked(schools.Select(s => s.Number)));
        Assert.True(await stage.Portal.Services.GetRequiredService<RunJobs>().NextAsync(CancellationToken.None));
        return await stage.Portal.WithDbAsync(db => db.JobItems.AsNoTracking().Where(i => i.JobId == id).ToListAsync());
    }

    private static Task<List<School>> OthersAsync(AgreementStage stage, int count) => stage.Portal.WithDbAsync(db => db.Schools.AsNoTracking()
        .Where(s => s.Status == SchoolStatus.Open && s.Id != stage.School.Id).OrderBy(s => s.Number).Take(count).ToListAsync());

    /// <summary>The stage's officer is Lead Police Contact of another school too.</summary>
    private static async Task DutyAsync(AgreementStage stage, Guid schoolId)
    {
        var person = await stage.PersonAsync(Role.LeadPoliceContact);
        await stage.Portal.WithDbAsync(async db =>
        {
            var officer = await db.Officers.SingleAsync(o => o.PersonId == person.Id);
            db.OfficerAssignments.Add(new Duty(schoolId, AssignmentKind.LeadPoliceContact, []).Assign(officer, stage.Portal.Today, null));
            await db.SaveAsync(new Change(Actor.Portal, stage.Portal.Clock.UtcNow(), "Assigned an officer"), CancellationToken.None);
        });
    }

    private static async Task StartAsync(AgreementStage stage, TestPerson person, School school)
    {
        await using var scope = stage.Portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StartAgreement>().HandleAsync(await ActorAsync(scope, stage, person), school.Id, CancellationToken.None);
    }

    /// <summary>What the single page's use case says.</summary>
    private static async Task<string> SentenceAsync(AgreementStage stage, TestPerson person, School school)
    {
        await using var scope = stage.Portal.Services.CreateAsyncScope();
        var actor = await ActorAsync(scope, stage, person);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => scope.ServiceProvider.GetRequiredService<TakeAgreementStep>()
            .HandleAsync(actor, school.Place, 1, AgreementStep.SendToSchool, reason: null, CancellationToken.None));
        return refused.Message;
    }

    private static async Task<Actor> ActorAsync(AsyncServiceScope scope, AgreementStage stage, TestPerson person) =>
        (await scope.ServiceProvider.GetRequiredService<PortalDbContext>().ActorOf(person.Id, stage.Portal.Today, CancellationToken.None))!;
}
