using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.Assignments;

/// <summary>Assigning an officer to one school and ending a duty, through the pages.</summary>
public sealed class AssignTests : IAsyncLifetime
{
    private const int Number = 1404;

    private readonly PortalHost portal = new();
    private School school = null!;
    private Area area = null!;
    private PageBrowser supervisor = null!;

    public async ValueTask InitializeAsync()
    {
        area = await portal.WithDbAsync(db => db.Areas.AsNoTracking().OrderBy(a => a.Name).FirstAsync());
        await portal.WithDbAsync(async db =>
        {
            (await db.Schools.SingleAsync(s => s.Number == Number)).SettlePlace(area, null, null);
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Settled the area"), CancellationToken.None);
        });
        school = await portal.SchoolAsync(Number);
        supervisor = await portal.SignInAsync(await portal.PersonAsync(Role.AreaSupervisor, area.Id));
    }

    public async ValueTask DisposeAsync()
    {
        supervisor.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task A_supervisor_assigns_and_whoever_held_the_duty_ends_the_day_before()
    {
        var (first, second) = (await portal.OfficerAsync(), await portal.OfficerAsync());
        await AssignAsync(first, "24 November 2026");

        var form = await supervisor.GetAsync($"/schools/{Number}/assign");
        Assert.Contains($"{first.Name}, Ōtāhuhu, since 24 November 2026. If you assign somebody else, this duty ends the day before", form.Text, StringComparison.Ordinal);
        Assert.Contains($"{first.Name}, Ōtāhuhu: 1 school", form.Document.QuerySelector("select")!.TextContent, StringComparison.Ordinal);
        var done = await AssignAsync(second, "1/12/2026", "The principal prefers the phone.");

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains($"{second.Name} is Lead Police Contact of {school.Facts.Name} from 1 December 2026", done.Done, StringComparison.Ordinal);
        var duties = await DutiesAsync();
        Assert.Equal([(first.Id, new DateOnly(2026, 11, 30)), (second.Id, null)], duties.Select(d => (d.OfficerId, d.To)));
        Assert.Equal("The principal prefers the phone.", duties[1].HandoverNote);
        Assert.True(await portal.WithDbAsync(db => db.AuditEvents.AnyAsync(
            e => e.SchoolId == school.Id && e.Subject == nameof(OfficerAssignment) && e.What == $"Assigned {second.Name} as Lead Police Contact from 1 December 2026")));
    }

    [Fact]
    public async Task The_officer_sees_the_school_from_the_first_day_on()
    {
        var person = await portal.PersonAsync("Senior Constable");
        var officer = await portal.OfficerAsync(person);
        using var browser = await portal.SignInAsync(person);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync($"/schools/{Number}")).Status);

        await AssignAsync(officer, "24 November 2026");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/schools/{Number}")).Status);
    }

    [Theory]
    [InlineData("Input.From", "23 October 2026", "Enter 24 October 2026 or a later day")]
    [InlineData("Input.From", "next Tuesday-ish", "Enter a date such as 24 November 2026")]
    [InlineData("Input.From", "", "Enter the first day")]
    [InlineData("Input.OfficerId", "", "Choose an officer")]
    [InlineData("Input.OfficerId", "00000000-0000-0000-0000-00000000000f", "Choose an officer from the list")]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_is_kept(string field, string typed, string sentence)
    {
        var officer = await portal.OfficerAsync();
        var page = await AssignAsync(officer, "24 November 2026", "A note worth keeping", field, typed);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(page.Errors, error => error.StartsWith(sentence, StringComparison.Ordinal));
        Assert.Equal("A note worth keeping", page.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Empty(await DutiesAsync());
    }

    [Fact]
    public async Task A_note_that_is_too_long_comes_back_whole()
    {
        var note = new string('a', 1001);
        var page = await AssignAsync(await portal.OfficerAsync(), "24 November 2026", note);

        Assert.Contains("The handover note must be 1,000 characters or fewer", page.Errors);
        Assert.Equal(note, page.Document.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task An_officer_who_is_not_sworn_is_refused_as_lead_and_taken_as_school_community_officer()
    {
        var employee = await portal.OfficerAsync(rank: Rank.Employee);
        Assert.Contains("is not a sworn officer", (await AssignAsync(employee, "24 November 2026")).Errors.Single(), StringComparison.Ordinal);

        var done = await AssignAsync(employee, "24 November 2026", null, "Input.Kind", nameof(AssignmentKind.SchoolCommunityOfficer));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal(AssignmentKind.SchoolCommunityOfficer, (await DutiesAsync()).Single().Kind);
    }

    [Fact]
    public async Task Ending_a_duty_without_a_successor_names_the_gap()
    {
        await AssignAsync(await portal.OfficerAsync(), "24 November 2026");
        var duty = (await DutiesAsync()).Single();
        var form = await supervisor.GetAsync($"/schools/{Number}/assign/end?duty={duty.Id}");

        var done = await supervisor.SubmitAsync(form, "End duty", new() { ["Input.To"] = "30/11/2026", ["Input.Why"] = "Moves to Rotorua" });

        Assert.Contains("From 1 December 2026 this school has no Lead Police Contact", done.Done, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 11, 30), (await DutiesAsync()).Single().To);
        Assert.True(await portal.WithDbAsync(db => db.AuditEvents.AnyAsync(e => e.SubjectId == duty.Id && e.Why == "Moves to Rotorua")));
    }

    [Fact]
    public async Task Another_schools_duty_cannot_be_ended_from_here()
    {
        var elsewhere = await portal.SchoolAsync(1405);
        await portal.LeadPoliceContactAsync(elsewhere.Id);
        var duty = await portal.WithDbAsync(db => db.OfficerAssignments.SingleAsync(a => a.SchoolId == elsewhere.Id));

        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.GetAsync($"/schools/{Number}/assign/end?duty={duty.Id}")).Status);
    }

    [Theory]
    [InlineData(Role.Principal, HttpStatusCode.Forbidden)]
    [InlineData(Role.LeadSchoolContact, HttpStatusCode.Forbidden)]
    [InlineData(Role.Administrator, HttpStatusCode.OK)]
    [InlineData(Role.NationalCoordinator, HttpStatusCode.OK)]
    [InlineData(Role.Auditor, HttpStatusCode.NotFound)]
    public async Task Who_may_come(Role role, HttpStatusCode status)
    {
        var place = Grant.ScopeOf(role) == Scope.School ? school.Id : (Guid?)null;
        using var browser = await portal.SignInAsync(await portal.PersonAsync(role, place));
        Assert.Equal(status, (await browser.GetAsync($"/schools/{Number}/assign")).Status);
    }

    [Fact]
    public async Task A_supervisor_of_another_area_finds_no_such_school()
    {
        var other = await portal.WithDbAsync(db => db.Areas.AsNoTracking().FirstAsync(a => a.Id != area.Id));
        using var browser = await portal.SignInAsync(await portal.PersonAsync(Role.AreaSupervisor, other.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/schools/{Number}/assign")).Status);
    }

    private async Task<Page> AssignAsync(Officer officer, string from, string? note = null, string? field = null, string? typed = null)
    {
        var form = await supervisor.GetAsync($"/schools/{Number}/assign");
        var fields = new Dictionary<string, string?> { ["Input.OfficerId"] = officer.Id.ToString(), ["Input.From"] = from, ["Input.HandoverNote"] = note };
        if (field is not null)
        {
            fields[field] = typed;
        }

        return await supervisor.SubmitAsync(form, "Assign officer", fields);
    }

    private Task<List<OfficerAssignment>> DutiesAsync() =>
        portal.WithDbAsync(db => db.OfficerAssignments.AsNoTracking().Where(a => a.SchoolId == school.Id).OrderBy(a => a.From).ToListAsync());
}
