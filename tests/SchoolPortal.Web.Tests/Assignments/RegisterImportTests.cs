using System.Net;
using System.Text;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.Assignments;

/// <summary>Files of stations and officers: what they would do is shown, and done as a whole or not at all.</summary>
public sealed class RegisterImportTests(StationPagesTests.Fixture fixture) : IClassFixture<StationPagesTests.Fixture>
{
    private const string Stations = "Station,Area,Address,Phone,Hours,Open 24 hours,Latitude,Longitude,Closed\n";
    private const string Officers = "Name,Rank,Station,Email address,Phone,First day,Last day\n";

    private readonly PortalHost portal = fixture.Portal;

    [Fact]
    public async Task What_goes_out_and_comes_back_proposes_nothing_in_any_encoding()
    {
        await AddAsync(db => db.Stations.Add(new Station(new StationDetails(
            fixture.AreaId, "=cmd|' /C calc'!A1", "-1, \"Māori\" Street", "+6491234567", "@noon; or later", IsAlwaysOpen: true, new GeoPoint(-36.9471234, 174.8434)))));
        await AddAsync(db => db.Officers.Add(new Officer("=HYPERLINK(\"x\")", Rank.Sergeant, db.Station("Round trip"), "round.trip@police.govt.nz", "+6421123456", portal.Today)));

        foreach (var (kind, file) in new[] { (RegisterKind.Stations, "/assignments/stations.csv"), (RegisterKind.Officers, "/assignments.csv") })
        {
            var bytes = await fixture.National.Client.GetByteArrayAsync(new Uri(file, UriKind.Relative));
            var text = Encoding.UTF8.GetString(bytes.AsSpan(3));
            Assert.DoesNotContain("\n=", text, StringComparison.Ordinal);
            foreach (var same in new[] { bytes, Encoding.UTF8.GetBytes(text), [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)], Encoding.BigEndianUnicode.GetBytes(text) })
            {
                Assert.Contains("This file says nothing that the register does not hold already", (await BringAsync(kind, same)).Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_file_is_looked_through_applied_as_a_whole_and_says_nothing_the_second_time()
    {
        await AddAsync(db => db.Stations.Add(new Station(fixture.AreaId, "Ōtara")));
        var bytes = Encoding.UTF8.GetBytes(Stations
            + "otara,Counties Manukau West,1 Bairds Road,09 123 4567,\"Monday to Friday, 9am to 4pm\",no,-36.96,174.87,no\n"
            + "Waitangi,Wellington City,,03 305 0031,,yes,'-43.95,'-176.56,\n");

        var proposal = await BringAsync(RegisterKind.Stations, bytes);
        Assert.Contains("2 rows were read: 1 would be added, 1 changed", proposal.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("Waitangi"));

        var done = await fixture.National.SubmitAsync(proposal, "Add 1 and change 1", []);
        Assert.Contains("1 stations are added and 1 changed", done.Text, StringComparison.Ordinal);
        await portal.WithDbAsync(async db =>
        {
            var added = await db.Stations.SingleAsync(s => s.SortName == "waitangi");
            Assert.Equal((true, -176.56), (added.IsAlwaysOpen, added.Longitude));
            Assert.Equal("+6491234567", (await db.Stations.SingleAsync(s => s.SortName == "otara" && s.AreaId == fixture.AreaId)).Phone);
        });
        Assert.Contains("says nothing", (await BringAsync(RegisterKind.Stations, bytes)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await fixture.National.SubmitAsync(proposal, "Add 1 and change 1", [])).Status);
    }

    [Theory]
    [InlineData("Elsewhere,Atlantis,,,,,,,", "Area", "There is no area \u201cAtlantis\u201d. Correct its name, or add the area first.")]
    [InlineData(",Wellington City,,,,,,,", "Station", "The cell is empty.")]
    [InlineData("Elsewhere,Wellington City,,call us,,,,,", "Phone", "Enter a phone number with its area code, such as 04 123 4567 or 021 123 456.")]
    [InlineData("Elsewhere,Wellington City,,,,perhaps,,,", "Open 24 hours", "\u201cperhaps\u201d is neither yes nor no.")]
    [InlineData("Elsewhere,Wellington City,,,,,-41.3,,", "Longitude", "Enter the longitude too, or leave both empty.")]
    [InlineData("Elsewhere,Wellington City,,,,,41.3,174.8,", "Latitude", "Latitude and longitude must lie in New Zealand, such as \u221236.9471 and 174.8434.")]
    [InlineData("Elsewhere,Wellington City,,", "The whole row", "The row has 4 cells; the headings have 9.")]
    [InlineData("First of two,Wellington City,,,,,,,", "Station", "First of two stands already on line 2.")]
    public async Task A_row_of_stations_that_cannot_be_read_is_named_and_stops_the_whole_file(string row, string column, string reason)
    {
        var page = await BringAsync(RegisterKind.Stations, Encoding.UTF8.GetBytes(Stations + "First of two,Wellington City,,,,,,,\n" + row + "\n"));

        Assert.Equal(["3", column, reason], page.Document.QuerySelector("tbody tr")!.Children.Select(cell => cell.TextContent));
        Assert.DoesNotContain(page.Document.QuerySelectorAll("button"), button => button.TextContent.StartsWith("Add ", StringComparison.Ordinal));
        Assert.Equal(0, await CountAsync("First of two"));
    }

    [Theory]
    [InlineData("Hana,Constable,Nowhere,hana@police.govt.nz,,,", "Station", "There is no station \u201cNowhere\u201d in the register. Add it first.")]
    [InlineData("Hana,Constable,Import base,hana@gmail.com,,,", "Email address", "Enter a Police email address; it ends in @police.govt.nz or @demo.schoolportal.example.")]
    [InlineData("Hana,Constable,Import base,FIRST@police.govt.nz,,,", "Email address", "first@police.govt.nz stands already on line 2.")]
    [InlineData("Hana,General,Import base,hana@police.govt.nz,,,", "Rank", "\u201cGeneral\u201d is no rank known here.")]
    [InlineData("Hana,Constable,Import base,hana@police.govt.nz,,soon,", "First day", "\u201csoon\u201d is not a date.")]
    [InlineData("Hana,Constable,Import base,hana@police.govt.nz,,1/2/2026,1/1/2026", "Last day", "The last day lies before the first day.")]
    [InlineData("Leader,Police employee,Import base,leader@police.govt.nz,,,", "Rank", "Leader is Lead Police Contact or relief at 1 school, and must be sworn. Hand the schools over first.")]
    [InlineData("Leader,Sergeant,Import base,leader@police.govt.nz,,,31/12/2026", "Last day", "Leader still holds 1 duty after that day. End or hand them over first.")]
    public async Task A_row_of_officers_that_breaks_a_rule_is_named_and_stops_the_whole_file(string row, string column, string reason)
    {
        await AddAsync(async db =>
        {
            if (!await db.Officers.AnyAsync(o => o.Email == "leader@police.govt.nz"))
            {
                var leader = new Officer("Leader", Rank.Sergeant, db.Station("Import base"), "leader@police.govt.nz", null, new DateOnly(2020, 1, 1));
                db.Officers.Add(leader);
                db.OfficerAssignments.Add(new Duty((await db.Schools.SingleAsync(s => s.Number == 1404)).Id, AssignmentKind.LeadPoliceContact, []).Assign(leader, portal.Today, null));
            }
        });
        var page = await BringAsync(RegisterKind.Officers, Encoding.UTF8.GetBytes(Officers + "First,Constable,Import base,first@police.govt.nz,,,\n" + row + "\n"));

        Assert.Equal(["3", column, reason], page.Document.QuerySelector("tbody tr")!.Children.Select(cell => cell.TextContent));
    }

    [Theory]
    [InlineData("nothing", "", "This file is empty")]
    [InlineData("a picture", "\u0089PNG", "is not a list of stations")]
    [InlineData("a PDF", "%PDF-1.7", "This is a PDF, not a list of stations")]
    [InlineData("a workbook", "PK\u0003\u0004", "This is a workbook or a zip file")]
    [InlineData("officers", Officers + "Hana,Constable,Ōtara,hana@police.govt.nz,,,\n", "is not a list of stations")]
    [InlineData("noughts", "Station,Area\nA\0B,C\n", "This is not a text file")]
    public async Task A_hostile_file_is_refused_in_a_sentence(string what, string text, string sentence)
    {
        var page = await BringAsync(RegisterKind.Stations, Encoding.UTF8.GetBytes(text), what + ".csv");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(sentence, page.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_get_a_sentence()
    {
        var text = new StringBuilder(Stations);
        for (var i = 0; i < 100_000; i++)
        {
            text.Append(NewZealandTime.Culture, $"Station {i},Wellington City,,,,,,,\n");
        }

        var page = await BringAsync(RegisterKind.Stations, Encoding.UTF8.GetBytes(text.ToString()));
        Assert.Equal(["This file has more than 5,000 rows. Bring it in pieces, each with the headings."], page.Errors);
    }

    [Fact]
    public async Task What_changed_meanwhile_is_told_before_anything_is_applied()
    {
        var proposal = await BringAsync(RegisterKind.Stations, Encoding.UTF8.GetBytes(Stations + "Race,Wellington City,1 File Road,,,,,,\n"));
        var area = await portal.WithDbAsync(db => db.Areas.SingleAsync(a => a.Name == "Wellington City"));
        await AddAsync(db => db.Stations.Add(new Station(area.Id, "Race")));

        var told = await fixture.National.SubmitAsync(proposal, "Add 1 and change 0", []);
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("0 would be added, 1 changed", told.Text, StringComparison.Ordinal);
        Assert.Contains("0 stations are added and 1 changed", (await fixture.National.SubmitAsync(told, "Add 0 and change 1", [])).Text, StringComparison.Ordinal);
    }

    private Task<int> CountAsync(string name) => portal.WithDbAsync(db => db.Stations.CountAsync(s => s.Name == name));

    private Task AddAsync(Action<Data.PortalDbContext> add) => AddAsync(db =>
    {
        add(db);
        return Task.CompletedTask;
    });

    private Task AddAsync(Func<Data.PortalDbContext, Task> add) => portal.WithDbAsync(async db =>
    {
        await add(db);
        await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Added"), CancellationToken.None);
    });

    private async Task<Page> BringAsync(RegisterKind kind, byte[] bytes, string name = "file.csv") => await fixture.National.UploadAsync(
        await fixture.National.GetAsync("/assignments/import"), "Read the file", "Input.Upload", name, bytes, new() { ["Input.Kind"] = kind.ToString() });
}
