using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using Xunit;

namespace SchoolPortal.Domain.Tests.Notices;

/// <summary>The table of a notice and its verbs, for every state, step and role.</summary>
public sealed class NoticeTests
{
    private static readonly DateTime At = new(2026, 11, 23, 21, 0, 0, DateTimeKind.Utc);

    public static TheoryData<NoticeState, NoticeStep, Role?> Everything => new(
        from state in Enum.GetValues<NoticeState>()
        from step in Enum.GetValues<NoticeStep>()
        from role in Roles.All.Select(role => (Role?)role).Prepend(null)
        select (state, step, role));

    /// <summary>Written by hand: step, from, to, whether people may take it.</summary>
    private static readonly (NoticeStep Step, NoticeState[] From, NoticeState To, Role[] Who)[] Agreed =
    [
        (NoticeStep.Send, [NoticeState.Waiting], NoticeState.Sent, []),
        (NoticeStep.GiveUp, [NoticeState.Waiting], NoticeState.Failed, []),
        (NoticeStep.TryAgain, [NoticeState.Failed], NoticeState.Waiting, [Role.NationalCoordinator, Role.Administrator]),
        (NoticeStep.Withdraw, [NoticeState.Waiting, NoticeState.Failed], NoticeState.Withdrawn, [Role.NationalCoordinator, Role.Administrator]),
    ];

    [Theory]
    [MemberData(nameof(Everything))]
    public void A_step_is_taken_from_where_and_by_whom_the_table_says_and_by_the_portal(NoticeState state, NoticeStep step, Role? role)
    {
        var (_, from, to, who) = Agreed.Single(row => row.Step == step);
        var notice = In(state);
        if (from.Contains(state) && (role is null || who.Contains(role.Value)))
        {
            Take(notice, step, role);
            Assert.Equal(to, notice.State);
        }
        else
        {
            Assert.Throws<StepNotAllowed>(() => Take(notice, step, role));
            Assert.Equal(state, notice.State);
        }
    }

    [Fact]
    public void A_refused_one_waits_longer_each_time_and_is_given_up_at_last()
    {
        var notice = In(NoticeState.Waiting);
        var waits = new List<double>();
        for (var now = At; notice.State == NoticeState.Waiting; now = notice.NotBefore)
        {
            notice.Refuse("Mailbox full", later => later, new Change(Actor.Portal, now, "Sent a notice"));
            waits.Add((notice.NotBefore - now).TotalMinutes);
        }

        Assert.Equal([15, 60, 240, 960, 0], waits);
        Assert.Equal((NoticeState.Failed, "Mailbox full", Notice.MostTries), (notice.State, notice.StateReason, notice.Tries));
        notice.TryAgain(At, By(Role.Administrator));
        Assert.Equal((NoticeState.Waiting, 0), (notice.State, notice.Tries));
    }

    [Fact]
    public void Quiet_hours_hold_the_next_try_back_unless_it_is_urgent()
    {
        var (usual, urgent) = (Written(), Written(urgent: true));
        var morning = At.AddDays(3);
        usual.Refuse("Busy", _ => morning, By(null));
        urgent.Refuse("Busy", _ => morning, By(null));
        Assert.Equal((morning, At.AddMinutes(15)), (usual.NotBefore, urgent.NotBefore));
    }

    [Theory]
    [InlineData(0, 7, false)]
    [InlineData(0, 8, true)]
    [InlineData(40, 47, false)]
    [InlineData(40, 48, true)]
    public void It_is_too_late_a_week_after_its_time(int notBefore, int now, bool tooLate) =>
        Assert.Equal(tooLate, Written(notBefore: At.AddDays(notBefore)).IsTooLate(At.AddDays(now)));

    [Fact]
    public void Nothing_that_is_typed_adds_lines_to_its_subject()
    {
        var notice = new Notice(NoticeKind.ProfileNudge, "today", Guid.NewGuid(), new Addressee("A\r\nBcc: x@y.example", "a@demo.schoolportal.example", null, null),
            new Message("Profile\r\nBcc: x@y.example", "Text", "/"), At, By(null));
        Assert.DoesNotContain('\n', notice.Subject + notice.ToName);
        Assert.DoesNotContain('\r', notice.Subject + notice.ToName);
    }

    private static Notice Written(bool urgent = false, DateTime? notBefore = null) => new(
        NoticeKind.ProfileReminder, "2027 profile, 21 days before", Guid.NewGuid(), new Addressee("Principal", "principal@demo.schoolportal.example", null, null),
        new Message("The profile is due", "It waits.", "/schools/7/profile/2027"), notBefore ?? At, By(null), urgent);

    private static Notice In(NoticeState state)
    {
        var notice = Written();
        NoticeStep[] way = state switch
        {
            NoticeState.Waiting => [],
            NoticeState.Sent => [NoticeStep.Send],
            NoticeState.Failed => [NoticeStep.GiveUp],
            _ => [NoticeStep.Withdraw],
        };
        Array.ForEach(way, step => Take(notice, step, role: null));
        return notice;
    }

    private static void Take(Notice notice, NoticeStep step, Role? role)
    {
        switch (step)
        {
            case NoticeStep.Send:
                notice.Send(By(role));
                break;
            case NoticeStep.GiveUp:
                notice.GiveUp("The address is gone", By(role));
                break;
            case NoticeStep.TryAgain:
                notice.TryAgain(At, By(role));
                break;
            default:
                notice.Withdraw(By(role));
                break;
        }
    }

    private static Change By(Role? role) => new(
        role is null ? Actor.Portal : new Actor(Guid.CreateVersion7(), "Somebody", "", [new Authority(role.Value, Grant.ScopeOf(role.Value), Guid.NewGuid())]), At, "A step of a notice");
}
