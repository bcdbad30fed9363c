using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.Audit;

/// <summary>What was done and what was refused, as an auditor reads it.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private readonly PortalHost portal = new();
    private PageBrowser auditor = null!;

    public async ValueTask InitializeAsync() => auditor = await portal.SignInAsync(await portal.PersonAsync(Role.Auditor));

    public async ValueTask DisposeAsync()
    {
        auditor.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task The_newest_deed_stands_first_and_its_page_says_what_changed()
    {
        await DoAsync("Hana", "Added a station", null, db => db.Station("Ōtara"));
        await DoAsync("Hana", "Moved the officer", "New station", db => db.Officers.Add(Make(db, "Ōtara")));

        var log = await auditor.GetAsync("/admin/audit");
        Assert.StartsWith("Moved the officer", log.Document.QuerySelector("tbody th a")!.TextContent, StringComparison.Ordinal);
        var line = await auditor.GetAsync(log.Document.QuerySelector("tbody th a")!.GetAttribute("href")!);
        Assert.Contains("Station Empty Ōtara", line.Text, StringComparison.Ordinal);
        Assert.Contains("New station", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_narrows_by_words_person_kind_and_days()
    {
        await DoAsync("Hana", "Took 100% of it", "A reason", db => db.Officers.Add(Make(db, "Ōtara")));
        portal.Clock.Advance(TimeSpan.FromDays(1));
        auditor = await portal.SignInAsync(await portal.PersonAsync(Role.Auditor));
        await DoAsync("Piripi", "Did 1000 other things", null, db => db.Officers.Add(Make(db, "Henderson")));

        foreach (var (query, first, second) in new[]
        {
            ("q=100%25", true, false),
            ("q=REASON", true, false),
            ("q=1000", false, true),
            ("person=piri", false, true),
            ("subject=Officer", true, true),
            ("subject=Grant", false, false),
            ("from=25/11/2026", false, true),
            ("to=24+Nov+2026", true, false),
        })
        {
            var text = (await auditor.GetAsync($"/admin/audit?{query}")).Text;
            Assert.True(first == text.Contains("Took 100% of it", StringComparison.Ordinal) && second == text.Contains("Did 1000 other things", StringComparison.Ordinal), query);
            var csv = await auditor.Client.GetStringAsync(new Uri($"/admin/audit.csv?{query}", UriKind.Relative));
            Assert.True(first == csv.Contains("Took 100% of it", StringComparison.Ordinal) && second == csv.Contains("Did 1000 other things", StringComparison.Ordinal), query);
        }

        Assert.Contains("Enter a date such as", (await auditor.GetAsync("/admin/audit?from=someday")).Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Nothing was done that fits", (await auditor.GetAsync("/admin/audit?q=nothing-at-all")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_person_did_is_found_by_who_they_are_and_not_by_their_name()
    {
        var (one, other) = (await portal.PersonAsync(Role.Auditor), await portal.PersonAsync(Role.Auditor));
        using var first = await portal.SignInAsync(one);
        using var second = await portal.SignInAsync(other);

        var log = await auditor.GetAsync($"/admin/audit?by={one.Id}");

        Assert.Equal("Signed in", log.Document.QuerySelectorAll("tbody th a").Single().TextContent);
        Assert.Contains("Auditor, Auditor", log.Document.QuerySelector(".portal-applied")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restricted_values_are_told_of_and_not_shown()
    {
        var school = await portal.SchoolAsync(1404);
        await DoAsync("Hana", "Named a keyholder", null, db => db.SchoolContacts.Add(
            new SchoolContact(school.Id, ContactPosition.Caretaker, "Wiremu Keyholder", new Reach(null, null, "+64215550101"), true, portal.Today)));

        var log = await auditor.GetAsync("/admin/audit?q=keyholder");
        var line = await auditor.GetAsync(log.Document.QuerySelector("tbody th a")!.GetAttribute("href")!);
        var csv = await auditor.Client.GetStringAsync(new Uri("/admin/audit.csv?q=keyholder", UriKind.Relative));

        Assert.Contains("it is not shown here", line.Text, StringComparison.Ordinal);
        Assert.All([log.Text, line.Text, csv], text =>
        {
            Assert.DoesNotContain("Wiremu", text, StringComparison.Ordinal);
            Assert.DoesNotContain("555", text, StringComparison.Ordinal);
        });
        Assert.Contains("Nothing was done that fits", (await auditor.GetAsync("/admin/audit?q=Wiremu")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_written_down_once_a_minute_without_its_query()
    {
        var person = await portal.PersonAsync(Role.Principal, (await portal.SchoolAsync(1404)).Id);
        using var browser = await portal.SignInAsync(person);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/admin/people?q=secret")).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/admin/audit")).Status);
        Assert.Equal(["Refused: /admin/audit", "Refused: /admin/people"], await RefusalsAsync(person));

        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await browser.GetAsync("/admin/people");
        Assert.Equal(3, (await RefusalsAsync(person)).Count);
        Assert.Contains("Refused: /admin/people", (await auditor.GetAsync("/admin/audit?q=refused")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Administrator, HttpStatusCode.OK)]
    [InlineData(Role.NationalCoordinator, HttpStatusCode.OK)]
    [InlineData(Role.Auditor, HttpStatusCode.OK)]
    [InlineData(Role.DistrictCoordinator, HttpStatusCode.Forbidden)]
    [InlineData(Role.AreaSupervisor, HttpStatusCode.Forbidden)]
    public async Task Who_may_read_it(Role role, HttpStatusCode status)
    {
        var place = Grant.ScopeOf(role) switch
        {
            Scope.Area => await portal.WithDbAsync(db => db.Areas.Select(a => (Guid?)a.Id).FirstAsync()),
            Scope.District => await portal.WithDbAsync(db => db.Districts.Select(d => (Guid?)d.Id).FirstAsync()),
            _ => null,
        };
        using var browser = await portal.SignInAsync(await portal.PersonAsync(role, place));
        Assert.Equal(status, (await browser.GetAsync("/admin/audit")).Status);
        Assert.Equal(status, (await browser.GetAsync("/admin/audit.csv")).Status);
    }

    private static Officer Make(Data.PortalDbContext db, string station) =>
        new("Somebody", Rank.Constable, db.Station(station), $"{Guid.NewGuid():N}@police.govt.nz", null, new DateOnly(2026, 1, 1));

    private Task DoAsync(string who, string what, string? why, Action<Data.PortalDbContext> change) => portal.WithDbAsync(async db =>
    {
        change(db);
        await db.SaveAsync(new Change(new Actor(Guid.CreateVersion7(), who, "Supervisor", []), portal.Clock.UtcNow(), what, why), CancellationToken.None);
    });

    private Task<List<string>> RefusalsAsync(TestPerson person) => portal.WithDbAsync(db =>
        db.AuditEvents.Where(e => e.PersonId == person.Id && e.What.StartsWith("Refused: ")).Select(e => e.What).Order().ToListAsync());
}
