using System.Net;
using System.Text;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Data.Sqlite;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.Schools;

public sealed class SchoolListPageTests : IDisposable
{
    private readonly CountingHost portal = new();

    public void Dispose() => portal.Dispose();

    [Theory]
    [InlineData("maori porirua")]
    [InlineData("PORIRUA   MĀORI")]
    [InlineData("1634")]
    public async Task A_search_in_the_address_finds_the_school_in_any_spelling(string search)
    {
        var browser = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));

        var page = await browser.GetAsync($"/schools?q={Uri.EscapeDataString(search)}");

        Assert.Equal(["/schools/1634"], SchoolsOn(page));
        Assert.Contains("1 school", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody", page.Text, StringComparison.Ordinal);
        Assert.Equal(search, page.Document.QuerySelector<IHtmlInputElement>("input[name=q]")!.Value);
    }

    [Fact]
    public async Task Filters_are_named_and_come_off_one_by_one_and_a_page_keeps_them()
    {
        var browser = await portal.SignInAsync(await portal.PersonAsync(Role.Administrator));
        var page = await browser.GetAsync("/schools?q=school&district=CMD&type=FullPrimary&show=no-lead&show=profile-overdue&agreement=None&sort=-number&p=2");

        Assert.Equal(
            ["\u201cschool\u201d", "Counties Manukau", "Full primary (years 1–8)", "No Lead Police Contact", "Profile overdue", "Agreement none"],
            page.Document.QuerySelectorAll(".portal-applied__filter").Select(f => f.TextContent.Split(" Remove")[0].Trim()));
        var numbers = SchoolsOn(page).ConvertAll(a => int.Parse(a["/schools/".Length..], NewZealandTime.Culture));
        Assert.Equal(25, numbers.Count);
        Assert.Equal(numbers.OrderDescending(), numbers);

        var without = page.Document.QuerySelectorAll<IHtmlAnchorElement>(".portal-applied__filter a").Single(a => a.TextContent.Contains("No Lead", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Contains("show=profile-overdue", without, StringComparison.Ordinal);
        Assert.DoesNotContain("no-lead", without, StringComparison.Ordinal);
        Assert.Equal("/schools", page.Document.QuerySelectorAll<IHtmlAnchorElement>("form a").Single(a => a.TextContent == "Clear").GetAttribute("href"));
    }

    [Fact]
    public async Task Pages_after_the_last_show_the_last_and_all_pages_together_show_every_school_once()
    {
        var browser = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        var found = new List<string>();
        for (var p = 1; p <= 5; p++)
        {
            found.AddRange(SchoolsOn(await browser.GetAsync($"/schools?q=hastings&p={p}")));
        }

        var total = found.Distinct(StringComparer.Ordinal).Count();
        Assert.InRange(total, 26, 75);
        var last = await browser.GetAsync("/schools?q=hastings&p=99");
        Assert.Contains($"of {total} schools", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_answer_says_why_and_what_to_do()
    {
        var browser = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        Assert.Contains("Take a filter off above", (await browser.GetAsync("/schools?q=no+such+school")).Text, StringComparison.Ordinal);

        await portal.WithDbAsync(async db =>
        {
            (await db.Schools.SingleAsync(s => s.Number == 1634)).Close(portal.Today);
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Closed it"), CancellationToken.None);
        });
        var page = await browser.GetAsync("/schools?q=1634");
        Assert.Contains("1 closed would match", page.Text, StringComparison.Ordinal);
        Assert.Equal(["/schools/1634"], SchoolsOn(await browser.GetAsync("/schools?q=1634&show=closed")));
    }

    public static TheoryData<Role> EveryRole => [.. Roles.All];

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Each_role_sees_the_schools_of_its_scope_and_no_others(Role role)
    {
        var (school, other) = await TwoSchoolsAsync();
        var person = await portal.PersonAsync(role, PlaceOf(role, school));
        var browser = await portal.SignInAsync(person);

        var page = await browser.GetAsync("/schools?q=otahuhu");

        if (role == Role.Auditor)
        {
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            return;
        }

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"/schools/{school.Number}", SchoolsOn(page));
        var seesOther = Grant.ScopeOf(role) == Scope.Nation;
        Assert.Equal(seesOther, SchoolsOn(await browser.GetAsync($"/schools?q={other.Number}")).Contains($"/schools/{other.Number}"));
        Assert.Equal(seesOther ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.GetAsync($"/schools/{other.Number}")).Status);
        Assert.Equal(
            Permissions.RolesFor(Operation.AssignOfficers).Contains(role),
            page.Document.QuerySelectorAll("input[name=school]").Length > 0);
    }

    [Fact]
    public async Task Schools_ticked_go_to_the_page_that_assigns_one_officer_to_all()
    {
        var browser = await portal.SignInAsync(await portal.PersonAsync(Role.Administrator));
        var page = await browser.GetAsync("/schools?q=otahuhu");
        var ticked = page.Document.QuerySelectorAll<IHtmlInputElement>("input[name=school]").Take(2).Select(i => i.Value).ToList();

        var assign = await browser.SubmitAsync(page, "Assign an officer", ticked.Select(n => new KeyValuePair<string, string?>("school", n)));

        Assert.Equal($"/assignments/assign?school={ticked[0]}&school={ticked[1]}", assign.Path);
        Assert.Equal(HttpStatusCode.OK, assign.Status);
    }

    [Fact]
    public async Task The_list_asks_the_database_nothing_and_a_page_about_a_school_at_most_six_times_until_something_changes()
    {
        var school = await portal.SchoolAsync(1634);
        var browser = await portal.SignInAsync(await portal.PersonAsync(Role.Principal, school.Id));
        await browser.GetAsync("/schools");

        Assert.Equal(0, await CommandsAsync(browser, "/schools?q=maori&show=no-lead&sort=-roll"));
        foreach (var page in new[] { "", "/contacts", "/contacts/name", "/visits", "/history" })
        {
            Assert.InRange(await CommandsAsync(browser, $"/schools/1634{page}"), 0, 6);
        }

        Assert.Equal(0, await CommandsAsync(browser, "/schools/1634"));
        var officer = await portal.SignInAsync(await portal.LeadPoliceContactAsync(school.Id));
        await officer.GetAsync("/today");
        Assert.Equal(0, await CommandsAsync(officer, "/today"));
        await portal.WithDbAsync(async db =>
        {
            db.SchoolContacts.Add(new SchoolContact(school.Id, ContactPosition.GuidanceCounsellor, "Ngaio Newcomer", new Reach(null, "+6491234567", null), false, portal.Today));
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Named a counsellor"), CancellationToken.None);
        });
        Assert.NotEqual(0, await CommandsAsync(browser, "/schools/1634"));
        Assert.NotEqual(0, await CommandsAsync(officer, "/today"));
        Assert.Contains("Named a counsellor", (await browser.GetAsync("/schools/1634")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_has_every_row_of_the_search_and_comes_back_as_it_is_shown()
    {
        await portal.WithDbAsync(async db =>
        {
            var school = await db.Schools.SingleAsync(s => s.Number == 1634);
            var officer = new Officer("=HYPERLINK(\"x\"), \"quoted\"", Rank.Constable, db.Station("Porirua"), "formula@police.example", null, portal.Today);
            db.Officers.Add(officer);
            db.OfficerAssignments.Add(new Duty(school.Id, AssignmentKind.LeadPoliceContact, []).Assign(officer, portal.Today, null));
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Assigned"), CancellationToken.None);
        });
        var browser = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        var page = await browser.GetAsync("/schools?q=māori&sort=-number");
        var link = page.Document.QuerySelectorAll<IHtmlAnchorElement>("a").Single(a => a.TextContent.StartsWith("Download CSV", StringComparison.Ordinal));

        var answer = await browser.Client.GetAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative));

        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("schools-2026-11-24.csv", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var rows = Csv.Read(Encoding.UTF8.GetString(bytes[3..]));
        Assert.Equal($"Download CSV ({rows.Count - 2} rows)", link.TextContent);
        Assert.All(rows.Skip(1).SkipLast(1), row => Assert.Equal(rows[0].Count, row.Count));
        var numbers = rows.Skip(1).SkipLast(1).Select(r => int.Parse(r[0], NewZealandTime.Culture)).ToList();
        Assert.Equal(numbers.OrderDescending(), numbers);
        var porirua = rows.Single(r => r[0] == "1634");
        Assert.Equal("Te Kura Maori o Porirua", porirua[1]);
        Assert.Equal("'=HYPERLINK(\"x\"), \"quoted\"", porirua[10]);
        Assert.StartsWith("In confidence. Made for National coordinator on 24 November 2026", rows[^1][0], StringComparison.Ordinal);
        Assert.All(rows.SelectMany(r => r), cell => Assert.False(cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_list_and_a_school_drawn_before_are_drawn_anew_for_another_person_and_after_any_change()
    {
        var (school, _) = await TwoSchoolsAsync();
        var national = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        var principal = await portal.SignInAsync(await portal.PersonAsync(Role.Principal, school.Id));
        Assert.True(SchoolsOn(await national.GetAsync("/schools")).Count > 1);
        Assert.Equal([$"/schools/{school.Number}"], SchoolsOn(await principal.GetAsync("/schools")));
        var page = $"/schools/{school.Number}";
        Assert.Contains("Merge, split, close or rename", (await national.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Merge, split, close or rename", (await principal.GetAsync(page)).Text, StringComparison.Ordinal);

        await portal.WithDbAsync(async db =>
        {
            (await db.Schools.SingleAsync(s => s.Id == school.Id)).Close(portal.Today);
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Closed it"), CancellationToken.None);
        });
        Assert.Empty(SchoolsOn(await principal.GetAsync("/schools")));
        Assert.Contains("Everything stays readable.", (await principal.GetAsync(page)).Text, StringComparison.Ordinal);
    }

    private async Task<int> CommandsAsync(PageBrowser browser, string address)
    {
        portal.Queries.Reset();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(address)).Status);
        return portal.Queries.Commands.Count;
    }

    private async Task<(School School, School Other)> TwoSchoolsAsync()
    {
        await portal.WithDbAsync(async db =>
        {
            var school = await db.Schools.SingleAsync(s => s.Number == 1409);
            school.SettlePlace(await db.Areas.FirstAsync(a => a.DistrictId == school.DistrictId), null, null);
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Settled"), CancellationToken.None);
        });
        return (await portal.SchoolAsync(1409), await portal.SchoolAsync(1634));
    }

    private static Guid? PlaceOf(Role role, School school) => Grant.ScopeOf(role) switch
    {
        Scope.School => school.Id,
        Scope.Area => school.AreaId,
        Scope.District => school.DistrictId,
        _ => null,
    };

    private static List<string> SchoolsOn(Page page) =>
        [.. page.Document.QuerySelectorAll<IHtmlAnchorElement>("tbody th a").Select(a => a.GetAttribute("href")!)];

    /// <summary>The portal with its database counted.</summary>
    private sealed class CountingHost : PortalHost
    {
        public QueryCount Queries { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services =>
                services.ConfigureDbContext<SqlitePortalDbContext>(options => options.AddInterceptors(Queries)));
        }
    }
}
