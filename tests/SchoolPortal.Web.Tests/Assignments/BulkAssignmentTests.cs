using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.Assignments;

/// <summary>One officer for several schools: each school its own result.</summary>
public sealed class BulkAssignmentTests : IAsyncLifetime
{
    private readonly PortalHost portal = new();
    private List<School> schools = null!;
    private School elsewhere = null!;
    private PageBrowser coordinator = null!;

    public async ValueTask InitializeAsync()
    {
        var district = await portal.WithDbAsync(db => db.Districts.AsNoTracking().SingleAsync(d => d.Code == "CMD"));
        schools = await portal.WithDbAsync(db => db.Schools.AsNoTracking().Where(s => s.DistrictId == district.Id).OrderBy(s => s.Number).Take(3).ToListAsync());
        elsewhere = await portal.WithDbAsync(db => db.Schools.AsNoTracking().Where(s => s.DistrictId != district.Id).OrderBy(s => s.Number).FirstAsync());
        coordinator = await portal.SignInAsync(await portal.PersonAsync(Role.DistrictCoordinator, district.Id));
    }

    public async ValueTask DisposeAsync()
    {
        coordinator.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Each_school_has_its_own_result_and_the_result_page_can_be_opened_again()
    {
        var officer = await portal.OfficerAsync();
        await HoldAsync(schools[1], officer, portal.Today);
        await HoldAsync(schools[2], await portal.OfficerAsync(), portal.Today.AddDays(10));

        var check = await CheckAsync(officer, [.. schools, elsewhere]);
        Assert.Equal("Check before you assign", check.Heading);
        var result = await coordinator.SubmitAsync(check, "Assign to 3 schools");

        Assert.Equal("How the assignment went", result.Heading);
        Assert.Equal("Assigned", ResultOf(result, schools[0]));
        Assert.Equal("Already theirs", ResultOf(result, schools[1]));
        Assert.StartsWith("Refused Somebody is already named from 4 December 2026", ResultOf(result, schools[2]), StringComparison.Ordinal);
        Assert.Contains($"School number {elsewhere.Number} Lead Police Contact Refused This is not one of the schools you assign officers to", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere.Facts.Name, result.Text, StringComparison.Ordinal);

        var again = await coordinator.GetAsync(result.Path);
        Assert.Equal(result.Text, again.Text);
        Assert.Equal(2, await portal.WithDbAsync(db => db.OfficerAssignments.CountAsync(a => a.OfficerId == officer.Id)));
        Assert.Equal(0, await portal.WithDbAsync(db => db.OfficerAssignments.CountAsync(a => a.SchoolId == elsewhere.Id)));
    }

    [Fact]
    public async Task A_second_click_assigns_nothing_more()
    {
        var officer = await portal.OfficerAsync();
        var check = await CheckAsync(officer, schools);
        var first = await coordinator.SubmitAsync(check, "Assign to 3 schools");
        var second = await coordinator.SubmitAsync(check, "Assign to 3 schools");

        Assert.Equal(first.Path, second.Path);
        Assert.Equal("Assigned", ResultOf(second, schools[0]));
        Assert.Equal(1, await portal.WithDbAsync(db => db.AuditEvents.CountAsync(e => e.Subject == "BulkAssignment")));
    }

    [Fact]
    public async Task The_check_page_can_be_gone_back_from_with_everything_typed()
    {
        var officer = await portal.OfficerAsync();
        var back = await coordinator.SubmitAsync(await CheckAsync(officer, schools), "Change");

        Assert.Equal(officer.Id.ToString(), back.Document.QuerySelector("select option[selected]")!.GetAttribute("value"));
        Assert.Equal("1 December 2026", back.Document.QuerySelector("input[name='Input.From']")!.GetAttribute("value"));
        Assert.Equal("One note for all", back.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(0, await portal.WithDbAsync(db => db.OfficerAssignments.CountAsync()));
    }

    [Fact]
    public async Task Nobody_else_reads_the_result_and_an_unknown_one_is_not_found()
    {
        var result = await coordinator.SubmitAsync(await CheckAsync(await portal.OfficerAsync(), schools), "Assign to 3 schools");
        using var other = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(result.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync($"/assignments/assign/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task Without_a_school_the_page_says_where_to_choose_some() =>
        Assert.Contains("Tick the schools in the list of schools", (await coordinator.GetAsync("/assignments/assign")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_wrong_date_stays_on_the_form()
    {
        var form = await coordinator.GetAsync(Address(schools));
        var page = await coordinator.SubmitAsync(
            form, "Continue", new Dictionary<string, string?> { ["Input.OfficerId"] = (await portal.OfficerAsync()).Id.ToString(), ["Input.From"] = "1 October 2026" });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith("Enter 24 October 2026 or a later day", page.Errors.Single(), StringComparison.Ordinal);
    }

    private async Task<Page> CheckAsync(Officer officer, IReadOnlyList<School> chosen)
    {
        var form = await coordinator.GetAsync(Address(chosen));
        return await coordinator.SubmitAsync(form, "Continue", new Dictionary<string, string?>
        {
            ["Input.OfficerId"] = officer.Id.ToString(),
            ["Input.From"] = "1 December 2026",
            ["Input.HandoverNote"] = "One note for all",
        });
    }

    private static string Address(IEnumerable<School> chosen) => "/assignments/assign?" + string.Join('&', chosen.Select(s => $"school={s.Number}"));

    private static string ResultOf(Page page, School school)
    {
        var row = page.Document.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector($"a[href='/schools/{school.Number}']") is not null);
        return string.Join(' ', row.QuerySelector("td:last-child")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private Task HoldAsync(School school, Officer officer, DateOnly from) => portal.WithDbAsync(async db =>
    {
        db.OfficerAssignments.Add(new Duty(school.Id, AssignmentKind.LeadPoliceContact, []).Assign(officer, from, null));
        await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Assigned"), CancellationToken.None);
    });
}
