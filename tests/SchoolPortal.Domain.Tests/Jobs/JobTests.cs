using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;
using Xunit;

namespace SchoolPortal.Domain.Tests.Jobs;

/// <summary>The table of a job and its verbs, for every state and step, by whom it is and by whom it is not.</summary>
public sealed class JobTests
{
    private static readonly DateTime At = new(2026, 11, 23, 21, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Owner = Somebody();
    private static readonly Actor Other = Somebody();

    public static TheoryData<JobState, JobStep> EveryStateAndStep => new(
        from state in Enum.GetValues<JobState>()
        from step in Enum.GetValues<JobStep>()
        select (state, step));

    /// <summary>Written by hand: step, from, to.</summary>
    private static readonly (JobStep Step, JobState[] From, JobState To)[] Agreed =
    [
        (JobStep.TakeUp, [JobState.Waiting, JobState.Running], JobState.Running),
        (JobStep.Finish, [JobState.Running], JobState.Done),
        (JobStep.Cancel, [JobState.Waiting, JobState.Running], JobState.Cancelled),
        (JobStep.GiveUp, [JobState.Running], JobState.BrokenOff),
    ];

    [Theory]
    [MemberData(nameof(EveryStateAndStep))]
    public void A_step_leads_where_the_table_says_and_is_refused_from_anywhere_else(JobState state, JobStep step)
    {
        var (_, from, to) = Agreed.Single(row => row.Step == step);
        var job = In(state);
        Assert.Equal(from, JobLifecycle.Table[step].From);
        if (step == JobStep.GiveUp)
        {
            // Not a verb of its own: taking it up once too often.
            for (var again = job.Tries; state == JobState.Running && again < Job.MostTries; again++)
            {
                Take(job, JobStep.TakeUp);
            }

            if (state == JobState.Waiting)
            {
                return;
            }
        }

        if (from.Contains(state))
        {
            Take(job, step);
            Assert.Equal(to, job.State);
        }
        else
        {
            Assert.Throws<StepNotAllowed>(() => Take(job, step));
            Assert.Equal(state, job.State);
        }
    }

    [Fact]
    public void Only_the_person_who_asked_for_it_may_cancel()
    {
        var job = In(JobState.Running);
        Assert.Throws<StepNotAllowed>(() => job.Cancel(By(Other)));
        job.Cancel(By(Owner));
        Assert.Equal(JobState.Cancelled, job.State);
    }

    [Fact]
    public void Only_the_portal_takes_it_up_and_ends_it()
    {
        Assert.Throws<StepNotAllowed>(() => In(JobState.Waiting).TakeUp(By(Owner)));
        Assert.Throws<StepNotAllowed>(() => In(JobState.Running).Finish(null, By(Owner)));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(Job.Most, true)]
    [InlineData(Job.Most + 1, false)]
    public void It_has_one_school_at_least_and_no_more_than_a_zip_holds(int schools, bool isRight)
    {
        var refused = Record.Exception(() => new Job(JobKind.AgreementFiles, null, "Chosen", schools, By(Owner)));
        Assert.Equal(isRight, refused is null);
        Assert.True(refused is null or RuleBroken);
    }

    [Fact]
    public void Its_file_is_there_for_a_day_and_not_a_moment_longer()
    {
        var job = In(JobState.Running);
        job.Finish(1_000, By(Actor.Portal));
        Assert.True(job.HasFile(At + Job.KeepsFile - TimeSpan.FromTicks(1)));
        Assert.False(job.HasFile(At + Job.KeepsFile));
    }

    [Fact]
    public void A_school_is_settled_once()
    {
        var item = new JobItem(Guid.CreateVersion7(), 0, Guid.CreateVersion7());
        item.Refuse(new string('x', 2 * JobItem.LongestSentence));
        Assert.Equal(JobItem.LongestSentence, item.Sentence.Length);
        Assert.Throws<StepNotAllowed>(() => item.Do("Done"));
        Assert.Equal(JobItemState.Refused, item.State);
    }

    private static Job In(JobState state)
    {
        var job = new Job(JobKind.RenewAgreements, null, "3 schools ticked", 3, By(Owner));
        JobStep[] way = state switch
        {
            JobState.Waiting => [],
            JobState.Running => [JobStep.TakeUp],
            JobState.Done => [JobStep.TakeUp, JobStep.Finish],
            JobState.Cancelled => [JobStep.Cancel],
            _ => [.. Enumerable.Repeat(JobStep.TakeUp, Job.MostTries), JobStep.GiveUp],
        };
        Array.ForEach(way, step => Take(job, step));
        return job;
    }

    private static void Take(Job job, JobStep step)
    {
        switch (step)
        {
            case JobStep.Finish:
                job.Finish(null, By(Actor.Portal));
                break;
            case JobStep.Cancel:
                job.Cancel(By(Owner));
                break;
            default:
                job.TakeUp(By(Actor.Portal));
                break;
        }
    }

    private static Change By(Actor who) => new(who, At, "A step of a job");

    private static Actor Somebody() => new(Guid.CreateVersion7(), "Somebody", "Area supervisor", [new Authority(Role.AreaSupervisor, Scope.Area, Guid.CreateVersion7())]);
}
