using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.Public;

/// <summary>Anybody finds the station to ring, by school, place, station or where they are; nobody finds an officer's name.</summary>
public sealed class FindYourOfficerTests(FindYourOfficerTests.Fixture fixture) : IClassFixture<FindYourOfficerTests.Fixture>
{
    private const string Officer = "Ngaio Unmistakable";

    [Theory]
    [InlineData("?q=1404", "School 1404 by its number")]
    [InlineData("?school=1404", "School 1404")]
    public async Task A_school_leads_to_its_station_with_the_public_phone(string query, string what)
    {
        var page = await GetAsync(query);

        Assert.True(page.Text.Contains("ask for the officer who works with", StringComparison.Ordinal), what + ": " + page.Text);
        Assert.Contains("09 555 0123", page.Text, StringComparison.Ordinal);
        Assert.Equal("tel:+6495550123", page.Document.QuerySelector("a[href^='tel:']")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("?q=OTAHUHU", "Ōtāhuhu Test")]
    [InlineData("?q=te+kao", "Te Kao")]
    public async Task A_folded_search_finds_schools_places_and_stations(string query, string found) =>
        Assert.Contains(found, (await GetAsync(query)).Text, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task The_chathams_find_their_own_station_first_and_the_mainland_at_its_true_distance()
    {
        foreach (var query in new[] { "?near=-43.95,-176.55", "?school=3476" })
        {
            var stations = (await GetAsync(query)).Document.QuerySelectorAll("h3").Select(h => h.TextContent.Trim()).ToList();
            Assert.StartsWith("Chathams Test, ", stations[0], StringComparison.Ordinal);
            Assert.Matches("Ōtāhuhu Test, 1,[0-9]{3} km", stations[1]);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=1404")]
    [InlineData("?school=1404")]
    [InlineData("?q=unmistakable")]
    [InlineData("?q=ngaio")]
    public async Task An_officers_name_is_never_shown_nor_found(string query)
    {
        var page = await GetAsync(query);
        Assert.DoesNotContain("Unmistakable", page.Document.DocumentElement.OuterHtml.Replace("value=\"unmistakable\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.Contains("1404", StringComparison.Ordinal) && query.Contains("ngaio", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?school=99999")]
    [InlineData("?school=-1")]
    [InlineData("?place=atlantis")]
    [InlineData("?station=not-an-id")]
    [InlineData("?near=51.5,-0.1")]
    [InlineData("?near=NaN,NaN")]
    public async Task What_is_not_there_is_told_and_can_be_searched_again(string query)
    {
        var page = await GetAsync(query);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("That school, place or station is not here.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("input[name=q]"));
    }

    [Fact]
    public async Task Only_this_page_may_ask_where_somebody_is()
    {
        using var here = await fixture.Visitor.Client.GetAsync(new Uri("/find-your-officer", UriKind.Relative));
        using var home = await fixture.Visitor.Client.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Contains("geolocation=(self)", here.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("geolocation=()", home.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
    }

    private Task<Page> GetAsync(string query) => fixture.Visitor.GetAsync("/find-your-officer" + query);

    /// <summary>One portal with two stations, one of them on the Chatham Islands, and a school whose officer has a name to look for.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        public PortalHost Portal { get; } = new();

        public PageBrowser Visitor { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Visitor = Portal.Browser();
            await Portal.WithDbAsync(async db =>
            {
                var area = await db.Areas.SingleAsync(a => a.Name == "Counties Manukau West");
                var far = await db.Areas.SingleAsync(a => a.Name == "Wellington City");
                var station = new Station(new StationDetails(area.Id, "Ōtāhuhu Test", Phone: "+6495550123", Point: new(-36.9471, 174.8434)));
                db.Stations.AddRange(station, new Station(new StationDetails(far.Id, "Chathams Test", Phone: "+6433050031", Point: new(-43.9535, -176.5597))));
                var school = await db.Schools.SingleAsync(s => s.Number == 1404);
                school.SettlePlace(area, station.Id, null);
                var officer = new Officer(Officer, Rank.Constable, station, "ngaio@police.govt.nz", "+64211234567", new DateOnly(2020, 1, 1));
                db.Officers.Add(officer);
                db.OfficerAssignments.Add(new Duty(school.Id, AssignmentKind.LeadPoliceContact, []).Assign(officer, Portal.Today, null));
                await db.SaveAsync(new Change(Actor.Portal, Portal.Clock.UtcNow(), "Set up"), CancellationToken.None);
            });
        }

        public async ValueTask DisposeAsync()
        {
            Visitor.Dispose();
            await Portal.DisposeAsync();
        }
    }
}
