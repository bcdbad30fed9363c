using System.Net;
using System.Text;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Data.Sqlite;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Testing;
using SchoolPortal.Web.Demo;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Pages.Profiles.Campaign;
using SchoolPortal.Web.Tests.Schools;

using Xunit;

namespace SchoolPortal.Web.Tests.Profiles;

/// <summary>How the profiles of a year come in, as those who follow them see it, and what they can do about it.</summary>
public sealed class CampaignTests(CampaignTests.CountingPortal portal) : IClassFixture<CampaignTests.CountingPortal>
{
    [Theory]
    [InlineData("national")]
    [InlineData("district")]
    [InlineData("supervisor")]
    [InlineData("leadpolice")]
    public async Task What_is_counted_is_what_is_listed_and_what_one_may_see(string who)
    {
        using var browser = await SignInAsync(who);
        var mine = (await RowsAsync(browser, CampaignLinks.Csv)).Count;
        Assert.Equal(await OpenSchoolsAsync(browser), mine);

        foreach (var show in Enum.GetValues<CampaignFilter>())
        {
            var page = await browser.GetAsync($"{CampaignLinks.Page}?state={show}");
            var listed = (await RowsAsync(browser, $"{CampaignLinks.Csv}?state={show}")).Select(row => row[5]).ToList();
            Assert.True(listed.Count == 0 || page.Text.Contains($"of {listed.Count.ToString("N0", NewZealandTime.Culture)} schools", StringComparison.Ordinal), $"{who}, {show}: {listed.Count} in the file; {page.Text}");
            if (show <= CampaignFilter.Confirmed)
            {
                Assert.All(listed, state => Assert.Equal(Words.Capital((ProfileProgress)show), state));
            }
        }
    }

    [Fact]
    public async Task One_goes_down_from_the_nation_to_the_officers_schools_and_every_school_is_met_once()
    {
        using var browser = await SignInAsync("national");
        var met = 0;
        var ways = new Queue<string>([CampaignLinks.Page]);
        while (ways.TryDequeue(out var way))
        {
            var page = await browser.GetAsync(way);
            var down = page.Document.QuerySelectorAll("table th[scope=row] a[href^='/reports/']").Select(a => a.GetAttribute("href")!).ToList();
            if (down.Count == 0)
            {
                met += (await RowsAsync(browser, way.Replace(CampaignLinks.Page, CampaignLinks.Csv, StringComparison.Ordinal))).Count;
            }

            down.ForEach(ways.Enqueue);
        }

        Assert.Equal((await RowsAsync(browser, CampaignLinks.Csv)).Count, met);
    }

    [Fact]
    public async Task A_year_that_is_over_counts_by_whether_it_was_confirmed()
    {
        using var browser = await SignInAsync("national");
        Assert.Equal(DemoSchools.All.Count, (await RowsAsync(browser, $"{CampaignLinks.Csv}?year=2025&state=Confirmed")).Count);
        Assert.Empty(await RowsAsync(browser, $"{CampaignLinks.Csv}?year=2025&state=Stale"));
    }

    [Fact]
    public async Task The_page_asks_the_database_as_often_whatever_it_shows()
    {
        using var browser = await SignInAsync("national");
        await browser.GetAsync(CampaignLinks.Page);
        foreach (var address in new[] { CampaignLinks.Page, $"{CampaignLinks.Page}?state=Behind", $"{CampaignLinks.Page}?district=CMD", $"{CampaignLinks.Page}?district=CMD&officer=none" })
        {
            await browser.GetAsync(address);
            portal.Queries.Reset();
            await browser.GetAsync(address);
            Assert.InRange(portal.Queries.Commands.Count, 1, 4);
        }
    }

    [Fact]
    public async Task A_school_behind_is_nudged_once_in_seven_days_and_one_that_is_not_is_not()
    {
        using var browser = await SignInAsync("leadpolice");
        var page = await browser.GetAsync($"{CampaignLinks.Page}?state=Behind");
        var button = page.Document.QuerySelectorAll("button[form=nudge-one]")[0];
        var number = int.Parse(button.GetAttribute("value")!, NewZealandTime.Culture);
        page = await NudgeAsync(browser, number);
        Assert.Contains("Nudged ", page.Done, StringComparison.Ordinal);
        var notice = await portal.WithDbAsync(db => db.Notices.AsNoTracking().SingleAsync(n => n.Kind == NoticeKind.ProfileNudge && db.Schools.Any(s => s.Id == n.SchoolId && s.Number == number)));
        Assert.EndsWith("@demo.schoolportal.example", notice.Address, StringComparison.Ordinal);
        Assert.True(await portal.WithDbAsync(db => db.AuditEvents.AnyAsync(e => e.SchoolId == notice.SchoolId && e.SubjectId == notice.Id)));

        page = await NudgeAsync(browser, number);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("It can be nudged again from", page.Errors[0], StringComparison.Ordinal);

        using var national = await SignInAsync("national");
        page = await NudgeAsync(national, DemoSchools.Fairburn);
        Assert.Equal((HttpStatusCode.Conflict, true), (page.Status, page.Errors[0].Contains("need not be nudged", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NotFound, (await NudgeAsync(browser, 1)).Status);
    }

    [Fact]
    public async Task Many_are_nudged_as_a_job_that_counts_those_who_are_behind()
    {
        using var browser = await SignInAsync("supervisor");
        var page = await browser.GetAsync(CampaignLinks.Page);
        var all = page.Document.QuerySelectorAll($"a[href^='{JobLinks.Start}']").Single();
        var counted = new string([.. all.TextContent.Where(char.IsAsciiDigit)]);
        page = await browser.GetAsync(all.GetAttribute("href")!);
        Assert.Contains($"Nudge schools about their profiles ({counted} schools)", page.Text, StringComparison.Ordinal);
    }

    /// <summary>The button of one school, pressed on a page that shows one at least.</summary>
    private static async Task<Page> NudgeAsync(PageBrowser browser, int number)
    {
        var page = await browser.GetAsync($"{CampaignLinks.Page}?state=Behind");
        var pressed = page.Document.QuerySelector("button[form=nudge-one]")!;
        return await browser.SubmitAsync(page, pressed.TextContent.Trim(), new Dictionary<string, string?> { ["school"] = number.ToString(NewZealandTime.Culture) });
    }

    private Task<PageBrowser> SignInAsync(string who) => portal.SignInAsync(DemoAccounts.Address(who), DemoAccounts.Passphrase);

    private static async Task<List<List<string>>> RowsAsync(PageBrowser browser, string address)
    {
        var rows = Csv.Read(Encoding.UTF8.GetString(await browser.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative))));
        Assert.StartsWith("In confidence.", rows[^1][0], StringComparison.Ordinal);
        return rows[1..^1];
    }

    /// <summary>Open schools in the list of schools that the same person sees.</summary>
    private static async Task<int> OpenSchoolsAsync(PageBrowser browser) =>
        Csv.Read(Encoding.UTF8.GetString(await browser.Client.GetByteArrayAsync(new Uri("/schools.csv", UriKind.Relative))))
            .Count(row => row.Count > 8 && row[8] == "Open");

    /// <summary>The demonstration, with what its database is asked counted.</summary>
    public sealed class CountingPortal() : PortalHost(StartsWith.Demonstration)
    {
        public QueryCount Queries { get; } = new();

        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.ConfigureDbContext<SqlitePortalDbContext>(options => options.AddInterceptors(Queries)));
        }
    }
}
