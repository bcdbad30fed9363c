using CsCheck;

using SchoolPortal.Domain.Contacts;

using Xunit;

namespace SchoolPortal.Domain.Tests.Contacts;

/// <summary>Who covers a school on a day, over random histories.</summary>
public sealed class CoverageTests
{
    private const int Span = 40;

    private static readonly DateOnly Begin = new(2026, 3, 1);
    private static readonly Guid School = Guid.CreateVersion7();

    private static readonly Officer[] Officers =
        [.. Enumerable.Range(0, 3).Select(i => new Officer($"Officer {i}", Rank.Constable, new Domain.Schools.Station(Guid.CreateVersion7(), "Ōtāhuhu"), $"officer{i}@police.govt.nz", null, Begin))];

    private static readonly Gen<(int Day, int Who)[]> Steps = Gen.Select(Gen.Int[0, Span - 1], Gen.Int[-1, Officers.Length - 1]).Array[0, 15];

    private static readonly Gen<DutyDays> Duties = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, Span], Gen.Int[-1, Span])
        .Select((who, kind, from, length) => new DutyDays(Officers[who].Id, (AssignmentKind)kind, Begin.AddDays(from), length < 0 ? null : Begin.AddDays(from + length)));

    private static readonly Gen<PositionDays> Positions = Gen.Select(Gen.Int[0, 13], Gen.Int[0, Span], Gen.Int[-1, Span], Gen.Int[-200, Span])
        .Select((position, from, length, confirmed) => new PositionDays(
            (ContactPosition)position, Begin.AddDays(from), length < 0 ? null : Begin.AddDays(from + length), Begin.AddDays(confirmed)));

    [Fact]
    public void What_is_answered_for_a_past_day_is_what_was_so_on_that_day() =>
        Steps.Sample(steps =>
        {
            var duty = new Duty(School, AssignmentKind.LeadPoliceContact, []);
            var told = new List<Guid?>();
            for (var day = 0; day < Span; day++)
            {
                var today = Begin.AddDays(day);
                foreach (var (_, who) in steps.Where(s => s.Day == day))
                {
                    Try(() => { _ = who < 0 ? duty.End(duty.On(today)?.Id ?? Guid.Empty, today.AddDays(-1)) : duty.Assign(Officers[who], today, null); });
                }

                told.Add(duty.On(today)?.OfficerId);
            }

            var all = duty.InOrder.Select(DutyDays.Of).ToList();
            Assert.Equal(told, Enumerable.Range(0, Span).Select(day => Coverage.On(Begin.AddDays(day), all, [], _ => false, new VisitedDays(null, Begin)).Lead));
        });

    [Fact]
    public void No_gap_goes_unreported_and_none_is_made_up() =>
        Gen.Select(Duties.Array[0, 5], Positions.Array[0, 8], Gen.Int[0, 2], Gen.Int[0, Span], Gen.Int[-30, Span].Array[0, 4]).Sample((duties, positions, awayIndex, offset, visits) =>
        {
            var (day, away) = (Begin.AddDays(offset), Officers[awayIndex].Id);
            var visited = visits.Select(visit => Begin.AddDays(visit)).Where(on => on <= day).ToList();
            var covered = Coverage.On(day, duties, positions, id => id == away, new VisitedDays(visited.Count == 0 ? null : visited.Max(), Begin));
            var there = positions.Where(p => p.Covers(day)).ToList();
            var leads = duties.Where(d => d.Covers(day) && d.Kind == AssignmentKind.LeadPoliceContact).Select(d => d.OfficerId).ToList();
            var reliefs = duties.Where(d => d.Covers(day) && d.Kind == AssignmentKind.ReliefLeadPoliceContact).Select(d => d.OfficerId).ToList();
            bool Has(CoverageGaps gap) => covered.Gaps.HasFlag(gap);

            Assert.Equal(leads.Count == 0, Has(CoverageGaps.NoLead));
            Assert.Equal(visited.Count == 0, Has(CoverageGaps.NeverVisited));
            Assert.Equal(visited.Count > 0 && visited.TrueForAll(on => on < Begin), Has(CoverageGaps.NotVisitedForTerm));
            Assert.Equal(reliefs.Count == 0, Has(CoverageGaps.NoRelief));
            Assert.Equal(covered.Lead == away && (covered.Relief is null || covered.Relief == away), Has(CoverageGaps.LeadAway));
            Assert.Equal(there.TrueForAll(p => p.Position != ContactPosition.LeadSchoolContact), Has(CoverageGaps.NoLeadSchool));
            Assert.Equal(there.Count(p => p.Position is ContactPosition.Emergency1 or ContactPosition.Emergency2) < 2, Has(CoverageGaps.FewEmergencyContacts));
            Assert.Equal(there.Exists(p => day.DayNumber - p.ConfirmedOn!.Value.DayNumber > 84), Has(CoverageGaps.StaleContacts));
        });

    [Fact]
    public void Cover_for_leave_ends_by_itself_and_nobody_covers_twice() =>
        Gen.Select(Gen.Int[0, Span - 1], Gen.Int[0, 10], Gen.Int[0, Officers.Length - 1], Gen.Int[0, Officers.Length - 1]).Array[1, 12].Sample(steps =>
        {
            var duty = new Duty(School, AssignmentKind.ReliefLeadPoliceContact, []);
            foreach (var (day, length, away, who) in steps)
            {
                var leave = new OfficerLeave(Officers[away].Id, Begin.AddDays(day), Begin.AddDays(day + length));
                if (Try(() => duty.Cover(Officers[who], leave, leave.From, null)))
                {
                    Assert.NotEqual(away, who);
                    Assert.Equal(leave.Id, duty.On(leave.From)!.LeaveId);
                    Assert.Equal(leave.To, duty.On(leave.To)!.To);
                }
            }

            for (var each = 0; each < Span + 12; each++)
            {
                duty.On(Begin.AddDays(each));
            }
        });

    /// <summary>Cover of a duty by its own kind: whoever stands in, the duty itself goes on as if nobody did.</summary>
    [Fact]
    public void Whoever_stands_in_the_duty_returns_by_itself_and_nobody_stands_in_twice() =>
        Gen.Select(Gen.Enum<AssignmentKind>().Where(kind => kind != AssignmentKind.LeadPoliceContact), Gen.Select(Gen.Int[0, 4], Gen.Int[0, Span - 1], Gen.Int[0, 10], Gen.Int[0, Officers.Length - 1]).Array[1, 20]).Sample((kind, steps) =>
        {
            var (duty, alone) = (new Duty(School, kind, []), new Duty(School, kind, []));
            foreach (var (step, offset, length, who) in steps)
            {
                var (day, last, officer) = (Begin.AddDays(offset), Begin.AddDays(offset + length), Officers[who]);
                switch (step)
                {
                    case 0:
                        Assert.Equal(Try(() => alone.Assign(officer, day, null)), Try(() => duty.Assign(officer, day, null)));
                        break;
                    case 1:
                        var (held, same) = (duty.On(day), alone.On(day));
                        Assert.Equal(Try(() => alone.End(same?.Id ?? Guid.Empty, day)), Try(() => duty.End(held?.Id ?? Guid.Empty, day)));
                        break;
                    case 2 when duty.On(day) is { } away && away.OfficerId != officer.Id:
                        if (Try(() => duty.Cover(officer, new OfficerLeave(away.OfficerId, day, last), day, null)))
                        {
                            Assert.Equal(officer.Id, duty.CoverOn(day)!.OfficerId);
                        }

                        break;
                    case 3 when duty.CoverOn(day) is { } cover && cover.OfficerId != officer.Id:
                        if (Try(() => duty.TakeOver(cover, officer, day, null)))
                        {
                            Assert.Equal((officer.Id, cover.LeaveId), (duty.CoverOn(day)!.OfficerId, duty.CoverOn(day)!.LeaveId));
                        }

                        break;
                    case 4 when duty.CoverOn(day) is { } longer:
                        Try(() => duty.MoveEnd(longer, Officers.Single(o => o.Id == longer.OfficerId), last));
                        break;
                }

                for (var each = Begin; each < Begin.AddDays(Span + 12); each = each.AddDays(1))
                {
                    var (holder, standsIn) = (duty.On(each), duty.CoverOn(each));
                    Assert.Equal(alone.On(each)?.OfficerId, holder?.OfficerId);
                    Assert.True(standsIn is null || (holder is { LeaveId: null } && holder.OfficerId != standsIn.OfficerId));
                }
            }
        });

    [Fact]
    public void Leave_cut_short_or_made_longer_takes_its_cover_along_unless_somebody_else_stands_in_then()
    {
        var duty = new Duty(School, AssignmentKind.ReliefLeadPoliceContact, []);
        var leave = new OfficerLeave(Officers[0].Id, Begin, Begin.AddDays(9));
        var cover = duty.Cover(Officers[1], leave, leave.From, null);
        duty.Cover(Officers[2], new OfficerLeave(Officers[0].Id, Begin.AddDays(20), Begin.AddDays(25)), Begin.AddDays(20), null);

        duty.MoveEnd(cover, Officers[1], Begin.AddDays(4));
        Assert.Null(duty.On(Begin.AddDays(5)));
        duty.MoveEnd(cover, Officers[1], Begin.AddDays(19));
        Assert.Equal("From", Assert.Throws<RuleBroken>(() => duty.MoveEnd(cover, Officers[1], Begin.AddDays(20))).Field);
        Assert.Equal(Begin.AddDays(19), cover.To);
    }

    [Theory]
    [InlineData(-2, "The leave begins on 1 March 2026")]
    [InlineData(366, "Leave lasts 366 days at most")]
    public void Leave_has_its_bounds(int days, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<RuleBroken>(() => new OfficerLeave(Officers[0].Id, Begin, Begin.AddDays(days))).Message, StringComparison.Ordinal);

    private static bool Try(Action step)
    {
        try
        {
            step();
            return true;
        }
        catch (RuleBroken)
        {
            return false;
        }
    }
}
