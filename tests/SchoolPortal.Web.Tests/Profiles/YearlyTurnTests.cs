using System.Diagnostics;
using System.Net;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using SchoolPortal.Web.Hosting;
using SchoolPortal.Web.Pages.Profiles;

using Xunit;

namespace SchoolPortal.Web.Tests.Profiles;

/// <summary>The years from 2026 to 2031 by the portal's own daily work: opened, carried over, kept when due, archived.</summary>
public sealed class YearlyTurnTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_year_opens_once_is_carried_over_kept_when_it_is_due_and_archived()
    {
        using var portal = new UnhurriedPortal();
        var at = await ProfileCase.NewAsync(portal);
        await OnlyAsync(portal, at.School);
        await at.LastYearAsync(2026);
        for (var year = 2027; year <= 2031; year++)
        {
            await OnAsync(portal, new DateOnly(year - 1, 11, 30));
            Assert.Null(await StoredAsync(portal, at, year));
            await OnAsync(portal, new DateOnly(year - 1, 12, 1));
            await OnAsync(portal, new DateOnly(year, 2, 1));
            var opened = (await StoredAsync(portal, at, year))!;
            Assert.Equal((ProfileState.NotStarted, 0), (opened.State, opened.SectionsDone));
            Assert.All(opened.Sections, section => Assert.Equal(SectionState.ToCheck, section.State));
            Assert.Equal((await StoredAsync(portal, at, year - 1))!.Answers(), opened.Answers());
            Assert.Equal(ProfileState.Archived, (await StoredAsync(portal, at, year - 1))!.State);

            await SaveAsync(portal, at, year, $"As of {year}, before it was due");
            await OnAsync(portal, opened.DueOn);
            Assert.Equal(year - 2027, await portal.WithDbAsync(db => db.ProfileSnapshots.CountAsync()));
            await OnAsync(portal, opened.DueOn.AddDays(1));
            await SaveAsync(portal, at, year, $"As of {year}, after it was due");
            await OnAsync(portal, opened.DueOn.AddDays(2));
            var kept = await portal.WithDbAsync(db => db.ProfileSnapshots.AsNoTracking().SingleAsync(s => s.ProfileId == opened.Id));
            Assert.Equal($"As of {year}, before it was due", kept.Answers()["police.helped"]!.Text);
            Assert.Equal($"As of {year}, after it was due", (await StoredAsync(portal, at, year))!.Answers()["police.helped"]!.Text);
        }

        using var principal = await portal.SignInAsync(await portal.PersonAsync(Role.Principal, at.School.Id));
        var page = await principal.GetAsync(ProfileLinks.Snapshot(at.Number, 2031));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["before"], page.Document.QuerySelectorAll("del").Select(e => e.TextContent.Trim()));
        Assert.Equal(["after"], page.Document.QuerySelectorAll("ins").Select(e => e.TextContent.Trim()));
        Assert.Equal(HttpStatusCode.NotFound, (await principal.GetAsync(ProfileLinks.Snapshot(at.Number, 2026))).Status);
    }

    [Fact]
    public async Task Two_nodes_at_once_open_every_school_once_in_seconds_and_go_on_where_they_stopped()
    {
        using var portal = new UnhurriedPortal();
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        using var other = portal.AnotherNode();
        other.Clock.SetUtcNow(portal.Clock.GetUtcNow());
        var open = await portal.WithDbAsync(db => db.Schools.CountAsync(s => s.Status == SchoolStatus.Open));
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(portal.DailyWorkAsync(), WorkAsync(other));
        await portal.DailyWorkAsync();

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.True(open > 2500);
        Assert.Equal(open, await portal.WithDbAsync(db => db.Profiles.CountAsync(p => p.Year == 2027)));
        Assert.Equal(open * 14, await portal.WithDbAsync(db => db.ProfileSections.CountAsync()));
        Assert.Equal(open, await portal.WithDbAsync(db => db.AuditEvents.CountAsync(e => e.What == "Opened the 2027 profile")));
    }

    [Fact]
    public async Task In_december_next_year_is_opened_by_hand_too_and_no_later_one()
    {
        using var portal = new UnhurriedPortal();
        var at = await ProfileCase.NewAsync(portal);
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 5, 0, 0, 0, TimeSpan.Zero));
        using var principal = await portal.SignInAsync(await portal.PersonAsync(Role.Principal, at.School.Id));
        await at.OpenAsync(principal);

        var opened = await principal.SubmitAsync(await principal.GetAsync(ProfileLinks.Years(at.Number)), "Open the 2027 profile");

        Assert.Equal(ProfileLinks.Year(at.Number, 2027), opened.Path);
        Assert.DoesNotContain("Open the", (await principal.GetAsync(ProfileLinks.Years(at.Number))).Text, StringComparison.Ordinal);
    }

    /// <summary>Leaves one school open, so that the years go by quickly.</summary>
    private static async Task OnlyAsync(PortalHost portal, School school) => await portal.WithDbAsync(db =>
        db.Schools.Where(s => s.Id != school.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Status, SchoolStatus.Closed)));

    private static async Task OnAsync(UnhurriedPortal portal, DateOnly day)
    {
        portal.Clock.SetUtcNow(new DateTimeOffset(NewZealandTime.StartOf(day).AddHours(1)));
        await portal.DailyWorkAsync();
    }

    private static Task WorkAsync(PortalHost portal) =>
        portal.Services.GetServices<IHostedService>().OfType<DailyWork>().Single().DoAsync(Cancel);

    private static Task<Profile?> StoredAsync(PortalHost portal, ProfileCase at, int year) => portal.WithDbAsync(db =>
        db.Profiles.AsNoTracking().Include(p => p.Sections).SingleOrDefaultAsync(p => p.SchoolId == at.School.Id && p.Year == year));

    private static Task SaveAsync(PortalHost portal, ProfileCase at, int year, string text) => portal.WithDbAsync(async db =>
    {
        var change = new Change(Actor.Portal, portal.Clock.UtcNow(), "Saved a section");
        var profile = await db.Profiles.Include(p => p.Sections).SingleAsync(p => p.SchoolId == at.School.Id && p.Year == year);
        var section = profile.Sections.Single(s => s.Key == "police");
        profile.SaveSection(ProfileCase.Form, "police", new SectionEntry(section.Answers().With("police.helped", Answer.Of(text)), false), section.Token, new HashSet<Role>(), change);
        await db.SaveAsync(change, Cancel);
    });
}
