using System.Net;

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Profiles;
using SchoolPortal.Web.Tests.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Profiles;

/// <summary>Years of a school's profile beside each other: what changed, what the numbers did, and who is told.</summary>
public sealed class ProfileYearsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const int Before = ProfileCase.Year - 1;

    public static TheoryData<Role> SchoolRoles => ProfilePrivacyTests.SchoolRoles;

    [Fact]
    public async Task Two_years_stand_side_by_side_with_the_changed_words_marked_on_the_page_and_in_word()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await TwoYearsAsync(at);

        Assert.NotNull((await principal.GetAsync(ProfileLinks.Years(at.Number))).Document.QuerySelector($"a[href='{ProfileLinks.Compare(at.Number)}']"));
        Assert.NotNull((await principal.GetAsync(at.Home)).Document.QuerySelector($"a[href='{ProfileLinks.Compare(at.Number, Before, ProfileCase.Year)}']"));
        foreach (var asked in new[] { ProfileLinks.Compare(at.Number), ProfileLinks.Compare(at.Number, Before, ProfileCase.Year), ProfileLinks.Compare(at.Number, ProfileCase.Year, Before) })
        {
            var page = await principal.GetAsync(asked);
            var rows = page.Document.QuerySelectorAll("main tbody tr");
            Assert.Equal(["How many students are in the teams?", "How many times did Police visit last year?", "What helped?"], rows.Select(row => row.QuerySelector("th")!.TextContent));
            Assert.Equal("a second", rows[2].QuerySelector("td[data-label='2025 profile'] del")!.TextContent);
            Assert.Equal("another", rows[2].QuerySelector("td[data-label='2026 profile'] ins")!.TextContent);
            Assert.Contains("2 of 14 sections of the 2026 profile are done", page.Text, StringComparison.Ordinal);
        }

        var word = await WordAsync(principal, at);
        var text = WordTexts.Of(word);
        Assert.Matches("<w:del [^>]*>.*?a second", text);
        Assert.Matches("<w:ins [^>]*>.*?another", text);
        Assert.Contains("Compared with: 2025 profile", text, StringComparison.Ordinal);
        using var package = WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package));

        var same = await principal.GetAsync(ProfileLinks.Compare(at.Number, Before, Before));
        Assert.Contains("There is no difference between them.", same.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_with_nothing_to_report_any_more_says_so_on_the_page_and_in_word()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await TwoYearsAsync(at);
        await principal.SubmitAsync(await principal.GetAsync(at.Section("events")), "Nothing to report");

        var page = await principal.GetAsync(ProfileLinks.Compare(at.Number));
        Assert.Contains("Nothing to report: Events, 2026 profile.", page.Text, StringComparison.Ordinal);
        Assert.Matches("<w:ins [^>]*>(?:(?!</w:ins>).)*Nothing to report\\.", WordTexts.Of(await WordAsync(principal, at)));
    }

    [Fact]
    public async Task Numbers_stand_year_by_year_each_with_its_course_and_a_chart_that_needs_no_colour()
    {
        var at = await ProfileCase.NewAsync(portal);
        await at.LastYearAsync(Before - 1);
        using var principal = await TwoYearsAsync(at);

        var page = await principal.GetAsync(ProfileLinks.Trends(at.Number));

        var visits = page.Document.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == "How many times did Police visit last year?");
        Assert.Equal([("2024", "7"), ("2025", "7"), ("2026", "19")], visits.QuerySelectorAll("td[data-label]").Select(cell => (cell.GetAttribute("data-label")!, cell.TextContent)));
        Assert.Contains("Up 12 since 2025", visits.TextContent, StringComparison.Ordinal);
        Assert.Equal(["7", "2024", "7", "2025", "19", "2026"], visits.QuerySelectorAll("svg[role=img][aria-label] text").Select(text => text.TextContent));
        Assert.All(page.Document.QuerySelectorAll("main tbody tr"), row => Assert.Single(row.QuerySelectorAll("svg")));
        Assert.Contains("The 2026 profile is not confirmed yet", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SchoolRoles), MemberType = typeof(ProfileYearsTests))]
    public async Task Who_reads_the_profile_reads_its_years(Role role)
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await TwoYearsAsync(at);
        using var browser = await at.AsAsync(role);

        foreach (var address in Addresses(at))
        {
            using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(Permissions.RolesFor(Operation.ViewProfile).Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Restricted_parts_are_compared_for_those_who_may_read_them_alone_and_police_who_do_are_written_down()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await TwoYearsAsync(at);
        var changed = await principal.SubmitAsync(
            await principal.GetAsync(at.Section("readiness")), "Save and continue", new() { ["readiness.site-map"] = "Tōtarahoe" });
        Assert.Empty(changed.Errors);
        using var police = await at.AsLeadPoliceContactAsync();
        using var officer = await at.AsAsync(Role.SchoolCommunityOfficer);

        foreach (var (browser, reads) in new[] { (principal, true), (police, true), (officer, false) })
        {
            var page = await browser.GetAsync(ProfileLinks.Compare(at.Number));
            Assert.Equal(reads, page.Text.Contains("Tōtarahoe", StringComparison.Ordinal));
            Assert.NotEqual(reads, page.Text.Contains("Restricted parts are left out", StringComparison.Ordinal));
            Assert.Equal(reads, WordTexts.Of(await WordAsync(browser, at)).Contains("Tōtarahoe", StringComparison.Ordinal));
        }

        var views = (await at.HistoryAsync()).Where(e => e.What.StartsWith("Viewed", StringComparison.Ordinal)).ToList();
        Assert.All(views, view => Assert.Equal("Senior Constable, Ōtāhuhu", view.Position));
        Assert.Equal(views.Count, views.Select(view => view.What).Distinct().Count());
        foreach (var year in new[] { Before, ProfileCase.Year })
        {
            Assert.Contains($"Viewed restricted parts of Emergency readiness in the {year} profile", views.Select(view => view.What));
        }
    }

    [Fact]
    public async Task A_small_count_of_students_is_told_to_the_school_and_its_officers_and_to_nobody_who_looks_across_schools()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await TwoYearsAsync(at);
        using var police = await at.AsLeadPoliceContactAsync();
        using var supervisor = await at.AsAsync(Role.AreaSupervisor);

        foreach (var (browser, isTold) in new[] { (principal, true), (police, true), (supervisor, false) })
        {
            foreach (var address in new[] { ProfileLinks.Compare(at.Number), ProfileLinks.Trends(at.Number), ProfileLinks.Check(at.Number, ProfileCase.Year), at.Section("traffic-team") })
            {
                Assert.NotEqual(isTold, (await browser.GetAsync(address)).Text.Contains(SmallCounts.Hidden, StringComparison.Ordinal));
            }

            Assert.NotEqual(isTold, WordTexts.Of(await WordAsync(browser, at)).Contains(SmallCounts.Hidden, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_first_year_has_nothing_beside_it_and_years_that_are_not_there_are_not_found()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        foreach (var address in Addresses(at))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await principal.GetAsync(address)).Status);
        }

        await at.OpenAsync(principal);
        var only = await principal.GetAsync(ProfileLinks.Compare(at.Number));
        Assert.Contains("The 2026 profile is the school’s first", only.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await principal.GetAsync(ProfileLinks.Trends(at.Number))).Status);
        Assert.DoesNotContain(ProfileLinks.Compare(at.Number), (await principal.GetAsync(ProfileLinks.Years(at.Number))).Document.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));

        foreach (var (from, to) in new[] { (Before, ProfileCase.Year), (ProfileCase.Year, 2031), (2019, 2020) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await principal.GetAsync(ProfileLinks.Compare(at.Number, from, to))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await principal.GetAsync(ProfileLinks.ComparedWord(at.Number, from, to))).Status);
        }

        using var stranger = await (await ProfileCase.NewAsync(portal)).AsAsync(Role.Principal);
        foreach (var address in Addresses(at))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).Status);
        }
    }

    private static string[] Addresses(ProfileCase at) =>
        [ProfileLinks.Compare(at.Number), ProfileLinks.ComparedWord(at.Number, Before, ProfileCase.Year), ProfileLinks.Trends(at.Number)];

    /// <summary>Last year in full, and this year with three answers changed in two sections.</summary>
    private static async Task<PageBrowser> TwoYearsAsync(ProfileCase at)
    {
        await at.LastYearAsync();
        var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        await SaveAsync("traffic-team", new() { ["traffic-team.members"] = "3" });
        await SaveAsync("police", new() { ["police.visits"] = "19", ["police.helped"] = "Pātai police.helped\nand another line" });
        return principal;

        async Task SaveAsync(string key, Dictionary<string, string?> typed) =>
            Assert.Empty((await principal.SubmitAsync(await principal.GetAsync(at.Section(key)), "Save and continue", typed)).Errors);
    }

    private static async Task<byte[]> WordAsync(PageBrowser browser, ProfileCase at)
    {
        using var answer = await browser.Client.GetAsync(new Uri(ProfileLinks.ComparedWord(at.Number, Before, ProfileCase.Year), UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"school-profile-{at.Number}-2026-compared-2026-11-24.docx", answer.Content.Headers.ContentDisposition!.FileName);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
