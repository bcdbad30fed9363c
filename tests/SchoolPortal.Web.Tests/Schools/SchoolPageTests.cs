using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Schools;

using Xunit;

namespace SchoolPortal.Web.Tests.Schools;

public sealed class SchoolPageTests : IAsyncLifetime
{
    private const int Number = 1409;

    private readonly PortalHost portal = new();
    private School school = null!;

    public async ValueTask InitializeAsync()
    {
        await ChangeAsync("Settled", async db =>
        {
            var settled = await db.Schools.SingleAsync(s => s.Number == Number);
            settled.SettlePlace(await db.Areas.FirstAsync(a => a.DistrictId == settled.DistrictId), null, null);
        });
        school = await portal.SchoolAsync(Number);
    }

    public async ValueTask DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_new_school_shows_its_facts_with_their_source_and_what_is_missing_first()
    {
        var browser = await AsAsync(Role.AreaSupervisor);
        var page = await browser.GetAsync(SchoolLinks.School(Number));

        Assert.Equal("Otahuhu School", page.Heading);
        Assert.StartsWith("School 1409 · Contributing (years 1–6) · Otahuhu, Auckland", page.Text, StringComparison.Ordinal);
        Assert.Contains("Your turn: assign a Lead Police Contact", page.Text, StringComparison.Ordinal);
        Assert.Contains("561 on 1 August 2021", page.Text, StringComparison.Ordinal);
        Assert.Contains("Source: Schools Directory, 25 September 2021.", page.Text, StringComparison.Ordinal);
        Assert.Contains("the directory names", page.Text, StringComparison.Ordinal);
        Assert.Contains("It was due on 31 March 2026.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".portal-one-sheet h1"));
        Assert.Single(page.Document.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task Officers_people_and_documents_are_shown_with_since_when_and_how_far()
    {
        var today = portal.Today;
        await ChangeAsync("Filled", async db =>
        {
            var officer = new Officer("Wiremu Tahi", Rank.SeniorConstable, db.Station("Ōtāhuhu"), "w@police.example", null, new DateOnly(2020, 1, 1));
            db.Officers.Add(officer);
            db.OfficerAssignments.Add(new Duty(school.Id, AssignmentKind.LeadPoliceContact, []).Assign(officer, new DateOnly(2025, 2, 3), null));
            db.SchoolContacts.Add(new SchoolContact(school.Id, ContactPosition.LeadSchoolContact, "Aroha Ngata", new Reach("a@example.school.nz", null, "+6421123456"), false, today.AddDays(-27)));
            AddAgreement(db, 2, AgreementState.Active, today.AddDays(6));
            AddAgreement(db, 3, AgreementState.PartlySigned, null);
            db.Profiles.Add(new Profile(school.Id, 2026, FormDefinitions.SchoolProfile, Answers.None, new DateOnly(2026, 3, 31), new Change(Actor.Portal, portal.Clock.UtcNow(), "Opened")));
            await Task.CompletedTask;
        });

        var page = await (await AsAsync(Role.Principal)).GetAsync(SchoolLinks.School(Number));

        Assert.Contains("Wiremu Tahi, Senior Constable, Ōtāhuhu from 3 February 2025", page.Text, StringComparison.Ordinal);
        Assert.Contains("Aroha Ngata confirmed 28 October 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("Version 3 Partly signed version 2 in force until 30 November 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("of 14 sections", page.Text, StringComparison.Ordinal);
        Assert.Contains("Your turn: name the principal", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sign the Partnership Agreement", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a[href='{SchoolLinks.AgreementWord(Number)}']"));
        Assert.DoesNotContain("021 123 456", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.DistrictCoordinator, true)]
    [InlineData(Role.NationalCoordinator, true)]
    [InlineData(Role.Principal, false)]
    [InlineData(Role.LeadPoliceContact, false)]
    public async Task A_small_count_of_an_ethnic_group_is_told_only_to_those_at_the_school(Role role, bool hidden)
    {
        await ChangeAsync("Counted", async db =>
        {
            var counted = await db.Schools.SingleAsync(s => s.Number == Number);
            var facts = counted.Facts.Copy();
            (facts.RollMelaa, facts.RollMaori) = (4, 5);
            counted.TakeFacts(facts, counted.Vintage, counted.FactsAsAt);
        });
        var page = await (await AsAsync(role)).GetAsync(SchoolLinks.School(Number));

        var rows = page.Document.QuerySelectorAll(".govuk-details .govuk-summary-list__row")
            .ToLookup(r => r.QuerySelector("dt")!.TextContent, r => r.QuerySelector("dd")!.TextContent.Trim());
        Assert.Equal([hidden ? "Fewer than 5" : "4"], rows["Middle Eastern, Latin American and African"]);
        Assert.Equal(["5"], rows["Māori"]);
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.SchoolViewer)]
    [InlineData(Role.SpecialistOfficer)]
    public async Task Nobody_is_offered_a_link_that_would_refuse_them(Role role)
    {
        await ChangeAsync("Drafted", db =>
        {
            AddAgreement(db, 1, AgreementState.Draft, null);
            return Task.CompletedTask;
        });
        var browser = await AsAsync(role);
        var page = await browser.GetAsync(SchoolLinks.School(Number));

        var links = page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(a => a.StartsWith("/schools/", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            using var answer = await browser.Client.GetAsync(new Uri(link, UriKind.Relative));
            Assert.True(answer.StatusCode != HttpStatusCode.Forbidden, $"{role} is led to {link} and refused there.");
        }
    }

    [Fact]
    public async Task Police_settle_area_station_and_notes_within_the_district_and_history_says_so()
    {
        var browser = await AsAsync(Role.AreaSupervisor);
        var station = await StationInDistrictAsync();
        var form = await browser.GetAsync(SchoolLinks.Place(Number));
        var offered = form.Document.QuerySelectorAll("select[name='Input.AreaId'] option").Select(o => o.GetAttribute("value")!).Where(v => v.Length > 0).ToList();
        var inDistrict = await portal.WithDbAsync(db => db.Areas.Where(a => a.DistrictId == school.DistrictId).Select(a => a.Id.ToString()).ToListAsync());
        Assert.Equal(inDistrict.Order(StringComparer.OrdinalIgnoreCase), offered.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);

        var elsewhere = await portal.WithDbAsync(db => db.Areas.Where(a => a.DistrictId != school.DistrictId).Select(a => a.Id).FirstAsync());
        var refused = await browser.SubmitAsync(form, "Save", new() { ["Input.AreaId"] = elsewhere.ToString(), ["Input.StationId"] = station.ToString(), ["Input.Notes"] = "Side gate is open" });
        Assert.Equal(["Choose an area of this school’s district"], refused.Errors);
        Assert.Contains("Side gate is open", refused.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);

        var done = await browser.SubmitAsync(refused, "Save", new() { ["Input.AreaId"] = school.AreaId.ToString(), ["Input.StationId"] = station.ToString() });
        Assert.Contains("Side gate is open", done.Text, StringComparison.Ordinal);
        var history = await browser.GetAsync(SchoolLinks.History(Number));
        Assert.Contains("Settled area, station and notes", history.Text, StringComparison.Ordinal);
        Assert.Contains("Station – Ōtāhuhu", history.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await (await AsAsync(Role.Principal)).GetAsync(SchoolLinks.Place(Number))).Status);
    }

    private void AddAgreement(Data.PortalDbContext db, int version, AgreementState state, DateOnly? endsOn)
    {
        var form = FormDefinitions.PartnershipAgreement;
        var agreement = new Agreement(school.Id, version, form, form.StartingAnswers(), new Change(Actor.Portal, portal.Clock.UtcNow(), "Started"));
        db.Agreements.Add(agreement);
        db.Entry(agreement).Property(a => a.State).CurrentValue = state;
        db.Entry(agreement).Property(a => a.EndsOn).CurrentValue = endsOn;
    }

    private Task ChangeAsync(string what, Func<Data.PortalDbContext, Task> change) => portal.WithDbAsync(async db =>
    {
        await change(db);
        await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), what), CancellationToken.None);
    });

    private async Task<PageBrowser> AsAsync(Role role) => await portal.SignInAsync(await portal.PersonAsync(role, Grant.ScopeOf(role) switch
    {
        Scope.School => school.Id,
        Scope.Area => school.AreaId,
        Scope.District => school.DistrictId,
        _ => null,
    }));

    private Task<Guid> StationInDistrictAsync() => portal.WithDbAsync(async db =>
    {
        var station = new Station(school.AreaId!.Value, "Ōtāhuhu");
        db.Stations.Add(station);
        await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Added a station"), CancellationToken.None);
        return station.Id;
    });
}
