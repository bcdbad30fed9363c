using CsCheck;

using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Schools;

using Xunit;

namespace SchoolPortal.Domain.Tests.Contacts;

public sealed class DutyTests
{
    private const int Span = 60;

    private static readonly DateOnly Begin = new(2026, 11, 1);
    private static readonly Guid School = Guid.CreateVersion7();

    private static readonly Officer[] Officers =
    [
        .. new[] { Rank.Constable, Rank.SeniorConstable, Rank.Sergeant }.Select((rank, i) => Make($"Officer {i}", rank)),
    ];

    [Fact]
    public void Whatever_is_tried_two_officers_never_hold_one_duty_on_the_same_day() =>
        Gen.Select(Gen.Bool, Gen.Int[0, Officers.Length - 1], Gen.Int[0, Span - 1]).Array[0, 25].Sample(steps =>
        {
            var duty = new Duty(School, AssignmentKind.LeadPoliceContact, []);
            foreach (var (assigns, which, day) in steps)
            {
                var before = Told(duty);
                if (!Tried(duty, assigns, which, Begin.AddDays(day)))
                {
                    Assert.Equal(before, Told(duty));
                }

                // One day holds one duty at most: On refuses to choose between two.
                for (var each = 0; each < Span; each++)
                {
                    duty.On(Begin.AddDays(each));
                }
            }
        });

    [Fact]
    public void Assigning_ends_whoever_held_the_duty_on_the_day_before()
    {
        var duty = new Duty(School, AssignmentKind.LeadPoliceContact, []);
        var first = duty.Assign(Officers[0], Begin, null);
        var second = duty.Assign(Officers[1], Begin.AddDays(10), "  The principal prefers the phone.  ");

        Assert.Equal(Begin.AddDays(9), first.To);
        Assert.Equal(first, duty.On(Begin.AddDays(9)));
        Assert.Equal(second, duty.On(Begin.AddDays(10)));
        Assert.Equal("The principal prefers the phone.", second.HandoverNote);
    }

    [Fact]
    public void Ending_without_a_successor_leaves_a_gap_that_can_be_closed()
    {
        var duty = new Duty(School, AssignmentKind.LeadPoliceContact, []);
        var first = duty.Assign(Officers[0], Begin, null);
        duty.End(first.Id, Begin.AddDays(4));

        Assert.Null(duty.On(Begin.AddDays(5)));
        Assert.Equal(Officers[0].Id, duty.Assign(Officers[0], Begin.AddDays(7), null).OfficerId);
    }

    [Fact]
    public void A_duty_withdrawn_before_it_begins_takes_no_day()
    {
        var duty = new Duty(School, AssignmentKind.LeadPoliceContact, []);
        var planned = duty.Assign(Officers[0], Begin.AddDays(10), null);
        duty.End(planned.Id, Begin.AddDays(9));

        Assert.Empty(duty.InOrder);
        duty.Assign(Officers[1], Begin, null);
        Assert.Equal(Officers[1].Id, duty.On(Begin.AddDays(20))?.OfficerId);
    }

    [Theory]
    [InlineData(Rank.AuthorisedOfficer, AssignmentKind.LeadPoliceContact, false)]
    [InlineData(Rank.Employee, AssignmentKind.ReliefLeadPoliceContact, false)]
    [InlineData(Rank.Employee, AssignmentKind.SchoolCommunityOfficer, true)]
    [InlineData(Rank.Constable, AssignmentKind.LeadPoliceContact, true)]
    [InlineData(Rank.Superintendent, AssignmentKind.ReliefLeadPoliceContact, true)]
    public void Only_a_sworn_officer_may_be_or_stand_in_for_the_lead(Rank rank, AssignmentKind kind, bool may)
    {
        var duty = new Duty(School, kind, []);
        if (may)
        {
            Assert.Equal(kind, duty.Assign(Make("Somebody", rank), Begin, null).Kind);
        }
        else
        {
            Assert.Equal("OfficerId", Assert.Throws<RuleBroken>(() => duty.Assign(Make("Somebody", rank), Begin, null)).Field);
        }
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void An_officer_is_assigned_only_for_days_on_which_they_work_with_schools(int day, bool may)
    {
        var officer = Make("Somebody", Rank.Constable);
        officer.Leave(Begin.AddDays(30));
        var duty = new Duty(School, AssignmentKind.LeadPoliceContact, []);

        var refused = Record.Exception(() => duty.Assign(officer, Begin.AddDays(day), null)) as RuleBroken;

        Assert.Equal(may, refused is null);
        Assert.Equal(may ? null : "From", refused?.Field);
    }

    [Fact]
    public void Who_holds_the_duty_is_not_assigned_again_and_who_is_named_to_begin_is_not_overtaken()
    {
        var duty = new Duty(School, AssignmentKind.LeadPoliceContact, []);
        duty.Assign(Officers[0], Begin, null);
        Assert.Equal("OfficerId", Assert.Throws<RuleBroken>(() => duty.Assign(Officers[0], Begin.AddDays(3), null)).Field);

        duty.Assign(Officers[1], Begin.AddDays(20), null);
        Assert.Contains("21 November 2026", Assert.Throws<RuleBroken>(() => duty.Assign(Officers[2], Begin.AddDays(5), null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_is_not_moved_into_days_that_somebody_else_may_hold()
    {
        var duty = new Duty(School, AssignmentKind.LeadPoliceContact, []);
        var first = duty.Assign(Officers[0], Begin, null);
        duty.Assign(Officers[1], Begin.AddDays(10), null);

        Assert.Equal("To", Assert.Throws<RuleBroken>(() => duty.End(first.Id, Begin.AddDays(15))).Field);
        Assert.Throws<RuleBroken>(() => duty.End(Guid.NewGuid(), Begin));
    }

    [Theory]
    [InlineData(-31, true)]
    [InlineData(-32, false)]
    [InlineData(400, true)]
    public void What_was_more_than_31_days_ago_is_history(int days, bool may) =>
        Assert.Equal(may, Record.Exception(() => Duty.MustBeNear("From", Begin.AddDays(days), Begin)) is null);

    private static bool Tried(Duty duty, bool assigns, int which, DateOnly day)
    {
        try
        {
            if (assigns)
            {
                duty.Assign(Officers[which], day, null);
            }
            else
            {
                duty.End(duty.InOrder.Skip(which).FirstOrDefault()?.Id ?? Guid.Empty, day);
            }

            return true;
        }
        catch (RuleBroken)
        {
            return false;
        }
    }

    private static List<(Guid, DateOnly, DateOnly?)> Told(Duty duty) => [.. duty.InOrder.Select(a => (a.OfficerId, a.From, a.To))];

    private static Officer Make(string name, Rank rank) => new(name, rank, new Station(Guid.CreateVersion7(), "Ōtāhuhu"), "officer@police.govt.nz", null, Begin);
}
