using CsCheck;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Assignments;

using Xunit;

namespace SchoolPortal.Data.Tests.Contacts;

/// <summary>The rules of duties hold in the database as in the domain, whoever writes and in whatever order.</summary>
public sealed class DutyInTheDatabaseTests : IDisposable
{
    private const AssignmentKind Lead = AssignmentKind.LeadPoliceContact;

    private static readonly DateOnly Begin = new(2026, 11, 1);
    private static readonly Change Setup = new(Actor.Portal, new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc), "Set up");

    private static readonly Gen<(int From, int? Days)> AnyStretch =
        from start in Gen.Int[0, 20]
        from days in Gen.Int[-1, 12]
        select (start, days == 12 ? (int?)null : days);

    private static readonly District District = new("CMD", "Counties Manukau", 4);
    private static readonly Area Area = new(District.Id, "Counties Manukau West");
    private static readonly Station Home = new(Area.Id, "Ōtāhuhu");

    private readonly TestDatabase database = new();
    private readonly Officer[] officers = [.. Enumerable.Range(0, 3).Select(i => new Officer($"Officer {i}", Rank.Sergeant, Home, $"{i}@police.govt.nz", null, Begin))];
    private int lastNumber;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task What_the_domain_allows_the_database_keeps()
    {
        await AddOfficersAsync();
        await Gen.Select(Gen.Bool, Gen.Int[0, 2], Gen.Int[0, 30]).Array[1, 8].SampleAsync(
            async steps =>
            {
                var school = await AddSchoolAsync();
                foreach (var (assigns, which, day) in steps)
                {
                    await using var db = database.Open();
                    var duty = new Duty(school, Lead, await db.OfficerAssignments.Where(a => a.SchoolId == school).ToListAsync());
                    try
                    {
                        if (assigns)
                        {
                            db.OfficerAssignments.Add(duty.Assign(officers[which], Begin.AddDays(day), null));
                        }
                        else
                        {
                            duty.End(duty.InOrder.Skip(which).FirstOrDefault()?.Id ?? Guid.Empty, Begin.AddDays(day));
                        }
                    }
                    catch (RuleBroken)
                    {
                        continue;
                    }

                    await db.SaveAsync(Setup, CancellationToken.None);
                }
            },
            iter: 40,
            threads: 1);
    }

    [Fact]
    public async Task Past_the_domain_the_database_refuses_what_overlaps_and_nothing_else()
    {
        await AddOfficersAsync();
        await Gen.Select(AnyStretch, AnyStretch).SampleAsync(
            async stretches =>
            {
                var school = await AddSchoolAsync();
                var (first, second) = (Raw(school, officers[0], stretches.Item1), Raw(school, officers[1], stretches.Item2));
                Assert.Null(await RefusalAsync(first));

                var overlaps = Enumerable.Range(0, 60).Any(day => first.Covers(Begin.AddDays(day)) && second.Covers(Begin.AddDays(day)));
                Assert.Equal(overlaps, await RefusalAsync(second) is not null);
            },
            iter: 120,
            threads: 1);
    }

    [Fact]
    public async Task An_open_duty_is_not_moved_over_another_by_a_later_change()
    {
        await AddOfficersAsync();
        var school = await AddSchoolAsync();
        var first = Raw(school, officers[0], (0, 5));
        Assert.Null(await RefusalAsync(first));
        Assert.Null(await RefusalAsync(Raw(school, officers[1], (6, null))));

        await using var db = database.Open();
        var kept = await db.OfficerAssignments.SingleAsync(a => a.Id == first.Id);
        kept.End(Begin.AddDays(10));

        var lost = await Assert.ThrowsAsync<ChangedMeanwhile>(() => db.SaveAsync(Setup, CancellationToken.None));
        Assert.Contains("overlap", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_stands_in_shares_the_days_of_the_one_on_leave()
    {
        const AssignmentKind Kind = AssignmentKind.SchoolCommunityOfficer;
        await AddOfficersAsync();
        var school = await AddSchoolAsync();
        var leave = new OfficerLeave(officers[0].Id, Begin.AddDays(5), Begin.AddDays(9));
        await using (var db = database.Open())
        {
            var duty = new Duty(school, Kind, []);
            db.AddRange(leave, duty.Assign(officers[0], Begin, null), duty.Cover(officers[1], leave, leave.From, null));
            await db.SaveAsync(Setup, CancellationToken.None);
        }

        Assert.NotNull(await RefusalAsync(new Duty(school, Kind, []).Cover(officers[2], leave, leave.From, null)));
        Assert.NotNull(await RefusalAsync(new Duty(school, Kind, []).Assign(officers[2], leave.To, null)));
        await using (var db = database.Open())
        {
            var duty = new Duty(school, Kind, await db.OfficerAssignments.Where(a => a.SchoolId == school).ToListAsync());
            db.Add(duty.TakeOver(duty.CoverOn(leave.To)!, officers[2], Begin.AddDays(7), null));
            await db.SaveAsync(Setup, CancellationToken.None);
        }

        await using (var db = database.Open())
        {
            var duty = new Duty(school, Kind, await db.OfficerAssignments.Where(a => a.SchoolId == school).ToListAsync());
            db.Add(duty.Assign(officers[2], Begin.AddDays(8), null));
            await db.SaveAsync(Setup, CancellationToken.None);
            Assert.Null(duty.CoverOn(Begin.AddDays(8)));
        }
    }

    [Fact]
    public async Task Other_kinds_and_other_schools_do_not_stand_in_the_way()
    {
        await AddOfficersAsync();
        var (one, other) = (await AddSchoolAsync(), await AddSchoolAsync());
        foreach (var kind in Enum.GetValues<AssignmentKind>())
        {
            Assert.Null(await RefusalAsync(new Duty(one, kind, []).Assign(officers[0], Begin, null)));
            Assert.Null(await RefusalAsync(new Duty(other, kind, []).Assign(officers[0], Begin, null)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_supervisors_who_assign_at_the_same_moment_one_is_told(bool somebodyHoldsIt)
    {
        await AddOfficersAsync();
        var school = await AddSchoolAsync();
        if (somebodyHoldsIt)
        {
            Assert.Null(await RefusalAsync(Raw(school, officers[2], (0, null))));
        }

        // Both have read how it stands before either saves.
        await using var mine = database.Open();
        await using var theirs = database.Open();
        foreach (var (db, officer) in new[] { (mine, officers[0]), (theirs, officers[1]) })
        {
            var held = await db.OfficerAssignments.Where(a => a.SchoolId == school && a.Kind == Lead).ToListAsync();
            db.OfficerAssignments.Add(new Duty(school, Lead, held).Assign(officer, Begin.AddDays(3), null));
        }

        await mine.SaveAsync(Setup, CancellationToken.None);
        var lost = await Assert.ThrowsAsync<ChangedMeanwhile>(() => theirs.SaveAsync(Setup, CancellationToken.None));

        Assert.EndsWith("then decide again.", lost.Message, StringComparison.Ordinal);
        await using var after = database.Open();
        Assert.Equal(officers[0].Id, (await after.OfficerAssignments.SingleAsync(a => a.SchoolId == school && a.To == null)).OfficerId);
    }

    [Fact]
    public async Task Many_who_assign_at_once_leave_one_lead_and_a_whole_history()
    {
        await AddOfficersAsync();
        var school = await AddSchoolAsync();
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));

        var outcomes = await Task.WhenAll(officers.Select(officer => Task.Run(async () =>
        {
            await using var db = database.Open();
            var duty = new NewDuty(officer.Id, Lead, clock.Today(), null);
            return await Record.ExceptionAsync(() => new AssignOfficer(db, new NoteNewContacts(db, clock), clock).HandleAsync(Actor.Portal, school, duty, CancellationToken.None));
        })));

        Assert.All(outcomes.OfType<Exception>(), refused => Assert.True(refused is ChangedMeanwhile or RuleBroken, refused.ToString()));
        await using var after = database.Open();
        var kept = await after.OfficerAssignments.Where(a => a.SchoolId == school).ToListAsync();
        Assert.Equal(outcomes.Count(o => o is null), kept.Count);
        Assert.Equal(1, kept.Count(a => a.Covers(clock.Today())));
        Assert.Equal(kept.Count, await after.AuditEvents.CountAsync(e => e.SchoolId == school && e.Subject == nameof(OfficerAssignment)));
    }

    // Past the rules of the domain: a duty that knows of no other.
    private static OfficerAssignment Raw(Guid school, Officer officer, (int From, int? Days) stretch)
    {
        var from = Begin.AddDays(stretch.From);
        var raw = new Duty(school, Lead, []).Assign(officer, from, null);
        if (stretch.Days is { } days)
        {
            raw.End(from.AddDays(days));
        }

        return raw;
    }

    private async Task<ChangedMeanwhile?> RefusalAsync(OfficerAssignment assignment)
    {
        await using var db = database.Open();
        db.OfficerAssignments.Add(assignment);
        return await Record.ExceptionAsync(() => db.SaveAsync(Setup, CancellationToken.None)) switch
        {
            null => null,
            ChangedMeanwhile lost => lost,
            var other => throw new InvalidOperationException("Refused in words that nobody understands.", other),
        };
    }

    private async Task AddOfficersAsync()
    {
        await using var db = database.Open();
        db.AddRange(District, Area);
        db.Officers.AddRange(officers);
        await db.SaveAsync(Setup, CancellationToken.None);
    }

    private async Task<Guid> AddSchoolAsync()
    {
        await using var db = database.Open();
        var school = new School(++lastNumber, new SchoolFacts { Name = "Test School" }, "A test", Begin);
        db.Schools.Add(school);
        await db.SaveAsync(Setup, CancellationToken.None);
        return school.Id;
    }
}
