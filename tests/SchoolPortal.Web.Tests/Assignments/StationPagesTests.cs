using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.Assignments;

/// <summary>The register of stations, districts and areas: added, corrected, found, and who may.</summary>
public sealed class StationPagesTests(StationPagesTests.Fixture fixture) : IClassFixture<StationPagesTests.Fixture>
{
    private readonly PortalHost portal = fixture.Portal;

    [Fact]
    public async Task A_station_is_added_found_by_folded_name_and_tells_the_schools_near_it_truly()
    {
        var area = await portal.WithDbAsync(db => db.Areas.SingleAsync(a => a.Name == "Wellington City"));
        var page = await AddAsync(new()
        {
            ["Input.Name"] = "Wāitangi Wharf", ["Input.AreaId"] = area.Id.ToString(), ["Input.Phone"] = "(03) 305 0031", ["Input.Hours"] = "Monday to Friday, 9am to 4pm",
            ["Input.Latitude"] = "\u221243.95", ["Input.Longitude"] = "-176.56",
        });
        Assert.Equal("Wāitangi Wharf", page.Heading);
        Assert.Contains("03 305 0031", page.Text, StringComparison.Ordinal);

        // The three schools of the Chatham Islands, by their true distance across no date line; all others lie 700 km away.
        var nearest = page.Document.QuerySelectorAll("caption").Single(c => c.TextContent == "Nearest schools").ParentElement!.QuerySelectorAll("tbody tr")
            .Select(r => r.QuerySelector("a")!.GetAttribute("href")).ToList();
        Assert.Equal(["/schools/3387", "/schools/3476", "/schools/3553"], nearest.Take(3).Order(StringComparer.Ordinal));

        Assert.Contains("Wāitangi Wharf", (await fixture.National.GetAsync("/assignments/stations?q=WAITANGI+wharf")).Text, StringComparison.Ordinal);
        Assert.Contains("No station has all of this", (await fixture.National.GetAsync("/assignments/stations?q=nowhere+at+all")).Text, StringComparison.Ordinal);
        var csv = await fixture.National.Client.GetStringAsync(new Uri("/assignments/stations.csv?q=waitangi", UriKind.Relative));
        Assert.Contains("Wāitangi Wharf,Wellington City,Wellington,,03 305 0031,\"Monday to Friday, 9am to 4pm\",no,'-43.95,'-176.56,no,0,0", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Name", " ", "Enter the station\u2019s name")]
    [InlineData("Input.Name", "TAKEN", "The area has a station of this name already; look for it in the register")]
    [InlineData("Input.AreaId", "", "Choose the area that the station is part of")]
    [InlineData("Input.AreaId", "0193f5a0-0000-7000-8000-000000000001", "Choose an area from the list")]
    [InlineData("Input.Phone", "ring us", "Enter a phone number with its area code, such as 04 123 4567 or 021 123 456")]
    [InlineData("Input.Longitude", "", "Enter the longitude too, or leave both empty")]
    [InlineData("Input.Latitude", "north", "Enter the latitude in degrees with a point, such as \u221236.9471")]
    [InlineData("Input.Latitude", "36.95", "Latitude and longitude must lie in New Zealand, such as \u221236.9471 and 174.8434")]
    public async Task Faults_are_told_beside_their_field_and_the_rest_is_kept(string field, string typed, string sentence)
    {
        await portal.WithDbAsync(async db =>
        {
            if (!await db.Stations.AnyAsync(s => s.SortName == "taken"))
            {
                db.Stations.Add(new Station(fixture.AreaId, "Taken"));
                await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Added a station"), CancellationToken.None);
            }
        });
        var page = await AddAsync(new() { ["Input.Address"] = "1 Kept Road", [field] = typed });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal([sentence], page.Errors);
        Assert.Equal("1 Kept Road", page.Document.QuerySelector("input[name='Input.Address']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_supervisor_keeps_the_stations_of_their_area_and_an_officers_station_does_not_close()
    {
        using var supervisor = await portal.SignInAsync(await portal.PersonAsync(Role.AreaSupervisor, fixture.AreaId));
        var elsewhere = await portal.WithDbAsync(db => db.Areas.OrderBy(a => a.Id).Skip(3).Select(a => a.Id).FirstAsync());
        var form = await supervisor.GetAsync("/assignments/stations/add");
        var refused = await supervisor.SubmitAsync(form, "Add station", Typed(new() { ["Input.Name"] = "Not mine", ["Input.AreaId"] = elsewhere.ToString() }));
        Assert.Contains("ask the supervisor of that area", refused.Errors.Single(), StringComparison.Ordinal);
        var added = await supervisor.SubmitAsync(form, "Add station", Typed(new() { ["Input.Name"] = "Closing soon" }));
        Assert.Equal("Closing soon", added.Heading);

        await portal.OfficerAsync(station: "Closing soon");
        var change = await supervisor.GetAsync(added.Path + "/change");
        var closing = await supervisor.SubmitAsync(change, "Save details", new() { ["Input.IsClosed"] = "true" });
        Assert.Equal(["1 officer is still at this station; give them another one first"], closing.Errors);

        // Two people at one station: the second is told, and may save again knowing of the first.
        await supervisor.SubmitAsync(change, "Save details", new() { ["Input.Address"] = "2 First Street" });
        var second = await supervisor.SubmitAsync(change, "Save details", new() { ["Input.Address"] = "3 Second Street" });
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal("Closing soon", (await supervisor.SubmitAsync(second, "Save details", [])).Heading);
    }

    [Fact]
    public async Task Names_of_districts_and_areas_are_corrected_and_an_area_is_added_by_few()
    {
        var (district, area) = await portal.WithDbAsync(async db => (await db.Districts.FirstAsync(d => d.Code == "TAS"), await db.Areas.FirstAsync(a => a.Name == "Marlborough")));
        var form = await fixture.National.GetAsync("/assignments/areas/add");
        var taken = await fixture.National.SubmitAsync(form, "Add area", new() { ["Input.DistrictId"] = district.Id.ToString(), ["Input.Name"] = "MARLBOROUGH" });
        Assert.Equal(["Another area of this district has this name"], taken.Errors);
        var list = await fixture.National.SubmitAsync(form, "Add area", new() { ["Input.DistrictId"] = district.Id.ToString(), ["Input.Name"] = "Mohua" });
        Assert.Contains("Mohua is added", list.Text, StringComparison.Ordinal);

        var renamed = await fixture.National.SubmitAsync(
            await fixture.National.GetAsync($"/assignments/areas/{area.Id}"), "Save the name", new() { ["Input.Name"] = "Te Tauihu" });
        Assert.Contains("Te Tauihu", renamed.Document.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Marlborough", renamed.Document.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        using var supervisor = await portal.SignInAsync(await portal.PersonAsync(Role.AreaSupervisor, area.Id));
        Assert.Equal(HttpStatusCode.OK, (await supervisor.GetAsync("/assignments/areas")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await supervisor.GetAsync("/assignments/areas/add")).Status);
    }

    private async Task<Page> AddAsync(Dictionary<string, string?> fields) =>
        await fixture.National.SubmitAsync(await fixture.National.GetAsync("/assignments/stations/add"), "Add station", Typed(fields));

    private Dictionary<string, string?> Typed(Dictionary<string, string?> fields)
    {
        var typed = new Dictionary<string, string?>
        {
            ["Input.Name"] = "Test station", ["Input.AreaId"] = fixture.AreaId.ToString(), ["Input.Latitude"] = "-36.95", ["Input.Longitude"] = "174.84",
        };
        foreach (var (key, value) in fields)
        {
            typed[key] = value;
        }

        return typed;
    }

    /// <summary>One portal for all of them.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        public PortalHost Portal { get; } = new();

        public PageBrowser National { get; private set; } = null!;

        public Guid AreaId { get; private set; }

        public async ValueTask InitializeAsync()
        {
            National = await Portal.SignInAsync(await Portal.PersonAsync(Role.NationalCoordinator));
            AreaId = await Portal.WithDbAsync(db => db.Areas.Where(a => a.Name == "Counties Manukau West").Select(a => a.Id).SingleAsync());
        }

        public async ValueTask DisposeAsync()
        {
            National.Dispose();
            await Portal.DisposeAsync();
        }
    }
}
