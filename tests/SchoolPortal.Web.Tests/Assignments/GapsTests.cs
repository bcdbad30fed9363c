using System.Globalization;
using System.Net;
using System.Text;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Demo;
using SchoolPortal.Web.Pages.Assignments;
using SchoolPortal.Web.Pages.Assignments.Gaps;
using SchoolPortal.Web.Tests.Profiles;
using SchoolPortal.Web.Tests.Schools;

using Xunit;

namespace SchoolPortal.Web.Tests.Assignments;

/// <summary>Which schools are covered, today and on a day that is over, as those who see assignments find it.</summary>
public sealed class GapsTests(CampaignTests.CountingPortal portal) : IClassFixture<CampaignTests.CountingPortal>
{
    [Theory]
    [InlineData("national")]
    [InlineData("district")]
    [InlineData("supervisor")]
    [InlineData("leadpolice")]
    public async Task What_is_counted_is_what_is_listed_gap_by_gap(string who)
    {
        using var browser = await SignInAsync(who);
        var all = await RowsAsync(browser, GapLinks.Csv);
        foreach (var (gap, column) in Coverage.Each.Select((gap, i) => (gap, 6 + i)))
        {
            var page = await browser.GetAsync($"{GapLinks.Page}?gap={gap}");
            var listed = await RowsAsync(browser, $"{GapLinks.Csv}?gap={gap}");
            Assert.Equal(all.Count(row => row[column] == "Yes"), listed.Count);
            Assert.All(listed, row => Assert.Equal("Yes", row[column]));
            Assert.True(listed.Count == 0 || page.Text.Contains($"{Words.Capital(gap)} ({listed.Count.ToString("N0", NewZealandTime.Culture)})", StringComparison.Ordinal), $"{who}, {gap}: {listed.Count}");
        }
    }

    [Fact]
    public async Task One_goes_down_from_the_nation_to_the_school_and_every_school_is_met_once()
    {
        using var browser = await SignInAsync("national");
        var met = 0;
        var ways = new Queue<string>([GapLinks.Page]);
        while (ways.TryDequeue(out var way))
        {
            var page = await browser.GetAsync(way);
            var down = page.Document.QuerySelectorAll("table th[scope=row] a[href^='/reports/']").Select(a => a.GetAttribute("href")!).ToList();
            met += down.Count == 0 ? (await RowsAsync(browser, way.Replace(GapLinks.Page, GapLinks.Csv, StringComparison.Ordinal))).Count : 0;
            down.ForEach(ways.Enqueue);
        }

        Assert.Equal((await RowsAsync(browser, GapLinks.Csv)).Count, met);
    }

    [Fact]
    public async Task Every_gap_of_a_supervisor_is_one_press_from_a_page_that_opens()
    {
        using var browser = await SignInAsync("supervisor");
        var page = await browser.GetAsync($"{GapLinks.Page}?gap={CoverageGaps.NoRelief}");
        var fixes = page.Document.QuerySelectorAll("td[data-label=Missing] a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Contains(fixes, fix => fix.EndsWith("/assign?kind=ReliefLeadPoliceContact", StringComparison.Ordinal));
        foreach (var fix in fixes.Take(6))
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(fix)).Status);
        }
    }

    [Fact]
    public async Task The_page_asks_the_database_as_often_whatever_it_shows()
    {
        using var browser = await SignInAsync("national");
        await browser.GetAsync(GapLinks.Page);
        foreach (var address in new[] { GapLinks.Page, $"{GapLinks.Page}?gap=NoLead", $"{GapLinks.Page}?district=CMD&gap=NoRelief&p=2" })
        {
            await browser.GetAsync(address);
            portal.Queries.Reset();
            await browser.GetAsync(address);
            Assert.InRange(portal.Queries.Commands.Count, 1, 3);
        }
    }

    [Fact]
    public async Task A_day_that_is_over_is_told_as_the_records_say()
    {
        using var browser = await SignInAsync("national");
        var day = portal.Today.AddDays(-410);
        var typed = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var rows = await RowsAsync(browser, $"{GapLinks.Csv}?asAt={typed}");
        var leads = await portal.WithDbAsync(db => db.OfficerAssignments
            .CountAsync(a => a.Kind == AssignmentKind.LeadPoliceContact && a.From <= day && (a.To == null || a.To >= day)));
        Assert.Equal(leads, rows.Count(row => row[4].Length > 0));

        // Ngā Iwi has had nobody for 400 days.
        Assert.Equal("School officer before", rows.Single(row => row[0] == $"{DemoSchools.NgaIwi}")[4]);
        var page = await browser.GetAsync($"/schools/{DemoSchools.NgaIwi}?asAt={typed}");
        Assert.Contains($"As at {NewZealandTime.Show(day)}.", page.Text, StringComparison.Ordinal);
        Assert.Contains("School officer before", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("School officer before", (await browser.GetAsync($"/schools/{DemoSchools.NgaIwi}")).Text, StringComparison.Ordinal);

        var register = await browser.GetAsync($"/assignments?q=officer+before&asAt={typed}");
        Assert.Contains("1 officer", register.Text, StringComparison.Ordinal);
        var officer = await browser.GetAsync(register.Document.QuerySelector("tbody th a")!.GetAttribute("href")!);
        Assert.Contains("Schools on that day", officer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yesterday", "“yesterday” is not a date.")]
    [InlineData("2026-02-30", "“2026-02-30” is not a date.")]
    [InlineData("2999-01-01", "“2999-01-01” is not a date.")]
    [InlineData("1 December 2026", "1 December 2026 has not come yet.")]
    public async Task A_day_that_cannot_be_asked_for_is_one_sentence_and_the_page_speaks_of_today(string typed, string sentence)
    {
        using var browser = await SignInAsync("national");
        foreach (var path in new[] { GapLinks.Page, "/assignments", $"/schools/{DemoSchools.Fairburn}" })
        {
            var page = await browser.GetAsync($"{path}?asAt={Uri.EscapeDataString(typed)}");
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Contains(sentence, page.Document.QuerySelector("#as-at-error")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Back to today", page.Text, StringComparison.Ordinal);
        }

        foreach (var file in new[] { GapLinks.Csv, AssignmentLinks.Csv })
        {
            using var answer = await browser.Client.GetAsync(new Uri($"{file}?asAt={Uri.EscapeDataString(typed)}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.StartsWith(sentence, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_has_changed_about_a_school_since_is_told_as_it_was()
    {
        await portal.WithDbAsync(async db =>
        {
            var school = await db.Schools.SingleAsync(s => s.Number == DemoSchools.Kings);
            school.SettlePlace(await db.Areas.SingleAsync(a => a.Id == school.AreaId), db.Station("Howick").Id, null);
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Settled the station"), CancellationToken.None);
        });
        using var browser = await SignInAsync("supervisor");
        var page = await browser.GetAsync($"/schools/{DemoSchools.Kings}?asAt={NewZealandTime.Show(portal.Today.AddDays(-1))}");
        var row = page.Document.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "Station");
        Assert.Equal([DemoSchools.Station, "Howick"], row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
    }

    private Task<PageBrowser> SignInAsync(string who) => portal.SignInAsync(DemoAccounts.Address(who), DemoAccounts.Passphrase);

    private static async Task<List<List<string>>> RowsAsync(PageBrowser browser, string address)
    {
        var rows = Csv.Read(Encoding.UTF8.GetString(await browser.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative))));
        Assert.StartsWith("In confidence.", rows[^1][0], StringComparison.Ordinal);
        return rows[1..^1];
    }
}
