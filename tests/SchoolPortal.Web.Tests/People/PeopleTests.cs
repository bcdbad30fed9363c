using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.People;

/// <summary>Accounts and roles, through the pages of the administrator.</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private readonly PortalHost portal = new();
    private TestPerson admin = null!;
    private PageBrowser administrator = null!;

    public async ValueTask InitializeAsync()
    {
        admin = await portal.PersonAsync(Role.Administrator);
        administrator = await portal.SignInAsync(admin);
    }

    public async ValueTask DisposeAsync()
    {
        administrator.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task A_new_person_signs_in_with_the_passphrase_that_is_shown_once_and_sees_nothing_without_a_role()
    {
        var made = await AddAsync("Mārama", "Tumuaki", "marama@school.example");
        var passphrase = made.Document.QuerySelector(".govuk-inset-text strong")!.TextContent;
        Assert.Equal("Mārama", made.Heading);
        Assert.DoesNotContain(passphrase, (await administrator.GetAsync(made.Path)).Text, StringComparison.Ordinal);
        Assert.False(await portal.WithDbAsync(db => db.AuditEvents.AnyAsync(e => e.Changes!.Contains(passphrase) || e.What.Contains(passphrase))));

        using var browser = await portal.SignInAsync("marama@school.example", passphrase);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/schools")).Status);
        Assert.Contains("Mārama", (await administrator.GetAsync("/admin/people?q=marama")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Name", "", "Enter the person\u2019s name")]
    [InlineData("Input.Position", "", "Enter what the person is")]
    [InlineData("Input.Email", "nobody", "Enter an email address such as name@school.nz")]
    public async Task Faults_are_told_and_what_was_typed_is_kept(string field, string typed, string sentence)
    {
        var form = await administrator.GetAsync("/admin/people/add");
        var fields = new Dictionary<string, string?> { ["Input.Name"] = "Mārama", ["Input.Position"] = "Tumuaki", ["Input.Email"] = "marama@school.example", [field] = typed };
        var page = await administrator.SubmitAsync(form, "Add person", fields);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith(sentence, page.Errors.Single(), StringComparison.Ordinal);
        Assert.All(fields.Where(f => f.Key != field), f => Assert.Equal(f.Value, page.Document.QuerySelector($"input[name='{f.Key}']")!.GetAttribute("value")));
    }

    [Fact]
    public async Task One_address_has_one_account_however_it_is_written()
    {
        await AddAsync("Mārama", "Tumuaki", "marama@school.example");
        Assert.Contains("There is an account with this email address already", (await AddAsync("Another", "Teacher", "MARAMA@School.example")).Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_counts_at_the_next_request_and_ends_at_the_next_request()
    {
        var person = await portal.PersonAsync("Teacher");
        using var browser = await portal.SignInAsync(person);
        var given = await GiveAsync(person, Role.SchoolViewer, new() { ["Input.SchoolNumber"] = "1404" });
        Assert.Contains("The role school viewer is given from 24 November 2026", given.Done, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/schools/1404")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/schools/1405")).Status);
        Assert.Contains("already; end that role first", (await GiveAsync(person, Role.SchoolViewer, new() { ["Input.SchoolNumber"] = "1404" })).Errors.Single(), StringComparison.Ordinal);

        var ended = await EndAsync(person, "23 November 2026");
        Assert.Contains("The role has ended", ended.Done, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/schools/1404")).Status);
        Assert.Equal(2, await portal.WithDbAsync(db => db.AuditEvents.CountAsync(e => e.Subject == nameof(Grant) && e.PersonId == admin.Id)));
    }

    [Theory]
    [InlineData(Role.Principal, "Input.SchoolNumber", "9998", "Enter the number of a school in the register")]
    [InlineData(Role.AreaSupervisor, "Input.PlaceId", "", "Choose an area")]
    [InlineData(Role.DistrictCoordinator, "Input.PlaceId", "", "Choose a district")]
    [InlineData(Role.Auditor, "Input.From", "23 November 2026", "Enter today or a later day")]
    [InlineData(Role.Auditor, "Input.To", "23 November 2026", "Enter 24 November 2026 or a later day")]
    [InlineData(Role.SchoolContributor, "Input.SchoolNumber", "1404", "Choose the sections of the profile")]
    public async Task A_role_needs_its_place_and_days_that_can_be(Role role, string field, string typed, string sentence)
    {
        var person = await portal.PersonAsync("Somebody");
        var page = await GiveAsync(person, role, new() { [field] = typed });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith(sentence, page.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(0, await portal.WithDbAsync(db => db.Grants.CountAsync(g => g.PersonId == person.Id)));
    }

    [Theory]
    [InlineData(Role.LeadPoliceContact)]
    [InlineData(Role.SchoolCommunityOfficer)]
    public async Task The_roles_of_officers_come_from_assignments_alone(Role role)
    {
        var person = await portal.PersonAsync("Somebody");
        Assert.DoesNotContain($"value=\"{role}\"", (await administrator.GetAsync($"/admin/people/{person.Id}/roles/add")).Document.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("Assign officers to schools under Assignments", (await GiveAsync(person, role, new() { ["Input.SchoolNumber"] = "1404" })).Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_ten_minutes_a_role_asks_for_the_passphrase_again()
    {
        var person = await portal.PersonAsync("Teacher");
        portal.Clock.Advance(TimeSpan.FromMinutes(11));

        var role = new Dictionary<string, string?> { ["Input.SchoolNumber"] = "1404" };
        Assert.Contains("Enter your passphrase", (await GiveAsync(person, Role.SchoolViewer, role)).Errors.Single(), StringComparison.Ordinal);
        var wrong = await GiveAsync(person, Role.SchoolViewer, new(role) { ["Input.Passphrase"] = "not my passphrase at all" });
        Assert.Contains("That is not your passphrase", wrong.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal("1404", wrong.Document.QuerySelector("input[name='Input.SchoolNumber']")!.GetAttribute("value"));

        var given = await GiveAsync(person, Role.SchoolViewer, new(role) { ["Input.Passphrase"] = PortalHost.Passphrase });
        Assert.Contains("is given", given.Done, StringComparison.Ordinal);
        Assert.DoesNotContain("Your passphrase", (await administrator.GetAsync($"/admin/people/{person.Id}/access")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_person_is_out_at_the_next_request_and_back_when_enabled()
    {
        var person = await portal.PersonAsync(Role.Auditor);
        using var browser = await portal.SignInAsync(person);
        var done = await AccessAsync(person, "Disable account");
        Assert.Contains("The account is disabled", done.Done, StringComparison.Ordinal);

        Assert.StartsWith("/account/sign-in", (await browser.GetAsync("/admin/audit")).Path, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.SignInAsync(person));
        Assert.True(await portal.WithDbAsync(db => db.Sessions.AllAsync(s => s.PersonId != person.Id || s.EndedAt != null)));

        await AccessAsync(person, "Enable account");
        using var back = await portal.SignInAsync(person);
        Assert.StartsWith("/account/sign-in", (await browser.GetAsync("/admin/audit")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_takes_away_their_own_administrator_role_or_account()
    {
        await portal.PersonAsync(Role.Administrator);

        Assert.Contains("You cannot end your own administrator role", (await EndAsync(admin, "24 November 2026")).Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("You cannot disable your own account", (await AccessAsync(admin, "Disable account")).Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var other = await portal.PersonAsync(Role.Administrator);
        await portal.WithDbAsync(async db =>
        {
            (await db.Grants.SingleAsync(g => g.PersonId == admin.Id)).End(portal.Today);
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Planned an end"), CancellationToken.None);
        });

        Assert.Contains("This is the last system administrator", (await EndAsync(other, "24 November 2026")).Errors.Single(), StringComparison.Ordinal);
        await portal.PersonAsync(Role.Administrator);
        Assert.Contains("The role ends after 24 November 2026", (await EndAsync(other, "24 November 2026")).Done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resting_account_is_unlocked_and_sessions_are_ended()
    {
        var person = await portal.PersonAsync(Role.Auditor);
        using var browser = await portal.SignInAsync(person);
        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => portal.SignInAsync(person.Email, "wrong words every time"));
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.SignInAsync(person));
        var page = await administrator.GetAsync($"/admin/people/{person.Id}");
        Assert.Contains("Resting", page.Text, StringComparison.Ordinal);
        await administrator.SubmitAsync(page, "Unlock");
        using var again = await portal.SignInAsync(person);

        await administrator.SubmitAsync(await administrator.GetAsync($"/admin/people/{person.Id}"), "Sign out everywhere");
        Assert.StartsWith("/account/sign-in", (await browser.GetAsync("/admin/audit")).Path, StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in", (await again.GetAsync("/admin/audit")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.NationalCoordinator)]
    [InlineData(Role.Auditor)]
    public async Task Accounts_are_for_administrators(Role role)
    {
        using var browser = await portal.SignInAsync(await portal.PersonAsync(role));
        foreach (var address in new[] { "/admin/people", "/admin/people/add", $"/admin/people/{admin.Id}", $"/admin/people/{admin.Id}/access", $"/admin/people/{admin.Id}/roles/add" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(address)).Status);
        }
    }

    private async Task<Page> AddAsync(string name, string position, string email) => await administrator.SubmitAsync(
        await administrator.GetAsync("/admin/people/add"),
        "Add person",
        new Dictionary<string, string?> { ["Input.Name"] = name, ["Input.Position"] = position, ["Input.Email"] = email });

    private async Task<Page> GiveAsync(TestPerson person, Role role, Dictionary<string, string?> fields) =>
        await administrator.SubmitAsync(await administrator.GetAsync($"/admin/people/{person.Id}/roles/add?role={role}"), "Give role", fields);

    private async Task<Page> EndAsync(TestPerson person, string lastDay)
    {
        var grant = await portal.WithDbAsync(db => db.Grants.SingleAsync(g => g.PersonId == person.Id));
        var form = await administrator.GetAsync($"/admin/people/{person.Id}/roles/{grant.Id}/end");
        return await administrator.SubmitAsync(form, "End role", new Dictionary<string, string?> { ["Input.To"] = lastDay });
    }

    private async Task<Page> AccessAsync(TestPerson person, string button) => await administrator.SubmitAsync(
        await administrator.GetAsync($"/admin/people/{person.Id}/access"), button, new Dictionary<string, string?> { ["Input.Why"] = "A test" });
}
