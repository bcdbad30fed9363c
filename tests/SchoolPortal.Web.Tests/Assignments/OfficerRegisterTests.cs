using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.Assignments;

/// <summary>The register of officers: found, counted, added, corrected.</summary>
public sealed class OfficerRegisterTests : IAsyncLifetime
{
    private readonly PortalHost portal = new();
    private PageBrowser national = null!;
    private Station station = null!;
    private Station elsewhere = null!;

    public async ValueTask InitializeAsync()
    {
        national = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        station = await StationAsync(1);
        elsewhere = await StationAsync(2);
    }

    public async ValueTask DisposeAsync()
    {
        national.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task An_officer_is_added_found_by_a_folded_name_and_tied_to_their_account()
    {
        var person = await portal.PersonAsync("Senior Constable");
        var page = await AddAsync(new() { ["Input.Name"] = "Hēmi Te Māori", ["Input.Email"] = person.Email.Replace("test.", "demo.", StringComparison.Ordinal) });
        Assert.Equal("Hēmi Te Māori", page.Heading);
        Assert.Contains("None yet", page.Text, StringComparison.Ordinal);

        var change = await national.GetAsync(page.Path + "/change");
        await portal.WithDbAsync(async db =>
        {
            db.People.Add(new Person("Hēmi", "Senior Constable", "hemi@demo.schoolportal.example"));
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Made an account"), CancellationToken.None);
        });
        var tied = await national.SubmitAsync(change, "Save details", new Dictionary<string, string?> { ["Input.Email"] = "Hemi@demo.schoolportal.example" });
        Assert.Contains("Signs in with this email address", tied.Text, StringComparison.Ordinal);

        foreach (var word in new[] { "maori", "M%C4%80ORI", "hemi%20otahuhu" })
        {
            Assert.Contains("Hēmi Te Māori", (await national.GetAsync($"/assignments?q={word}")).Text, StringComparison.Ordinal);
        }

        Assert.Contains("No officer has all of this", (await national.GetAsync("/assignments?q=nobody")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Email", "hemi@gmail.com", "Enter a Police email address")]
    [InlineData("Input.Email", "police.govt.nz", "Enter a Police email address")]
    [InlineData("Input.Email", "hemi@evil-police.govt.nz", "Enter a Police email address")]
    [InlineData("Input.Name", " ", "Enter the officer\u2019s name")]
    [InlineData("Input.Rank", "", "Choose a rank")]
    [InlineData("Input.ActiveFrom", "soon", "Enter a date such as")]
    public async Task Faults_of_the_form_are_told_and_the_rest_is_kept(string field, string typed, string sentence)
    {
        var page = await AddAsync(new() { [field] = typed, ["Input.Phone"] = "09 123 4567" });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith(sentence, page.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal("09 123 4567", page.Document.QuerySelector("input[name='Input.Phone']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Two_officers_do_not_share_an_address()
    {
        await AddAsync([]);
        Assert.Contains("Another officer has this email address", (await AddAsync([])).Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_keeps_the_officers_of_their_own_area()
    {
        using var supervisor = await portal.SignInAsync(await portal.PersonAsync(Role.AreaSupervisor, station.AreaId));
        var form = await supervisor.GetAsync("/assignments/officers/add");

        var refused = await supervisor.SubmitAsync(form, "Add officer", Typed(new() { ["Input.StationId"] = elsewhere.Id.ToString() }));
        Assert.Contains("ask the supervisor of that area", refused.Errors.Single(), StringComparison.Ordinal);
        var added = await supervisor.SubmitAsync(form, "Add officer", Typed(new() { ["Input.StationId"] = station.Id.ToString() }));
        Assert.Equal("Hana Officer", added.Heading);
    }

    [Fact]
    public async Task An_officer_who_leaves_hands_over_first()
    {
        var officer = await portal.OfficerAsync();
        await AssignAsync(officer, 1);
        var form = await national.GetAsync($"/assignments/officers/{officer.Id}/change");

        var refused = await national.SubmitAsync(form, "Save details", new Dictionary<string, string?> { ["Input.ActiveTo"] = "31 December 2026" });

        Assert.Contains("still holds 1 duty after that day", refused.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_counts_what_each_carries_marks_the_overloaded_and_names_the_gaps()
    {
        var (busy, idle) = (await portal.OfficerAsync(), await portal.OfficerAsync());
        await AssignAsync(busy, 21);

        var list = await national.GetAsync("/assignments?sort=-schools");
        var rows = list.Document.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.StartsWith(busy.Name, rows[0], StringComparison.Ordinal);
        Assert.Contains("21 Over 20", rows[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Over", rows[1], StringComparison.Ordinal);
        var without = await portal.WithDbAsync(db => db.Schools.CountAsync(s => s.Status != SchoolStatus.Closed && s.Status != SchoolStatus.Merged)) - 21;
        Assert.Equal($"{without:N0} open schools have no Lead Police Contact", list.Document.QuerySelector("a[href='/schools?show=no-lead']")!.TextContent);

        Assert.DoesNotContain(idle.Name, (await national.GetAsync("/assignments?show=over")).Text, StringComparison.Ordinal);
        var csv = await national.Client.GetStringAsync(new Uri("/assignments.csv?show=over", UriKind.Relative));
        Assert.Contains($"{busy.Name},Senior Constable,Ōtāhuhu", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(idle.Name, csv, StringComparison.Ordinal);
        Assert.Contains("Made for", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schools_that_one_may_not_see_are_counted_and_not_named()
    {
        var officer = await portal.OfficerAsync();
        var names = await AssignAsync(officer, 2);
        var person = await portal.PersonAsync("Constable");
        var own = await portal.OfficerAsync(person);
        await AssignAsync(own, 1, skip: 2);
        using var constable = await portal.SignInAsync(person);

        var page = await constable.GetAsync($"/assignments/officers/{officer.Id}");

        Assert.Contains("2 more at schools that you do not look after", page.Text, StringComparison.Ordinal);
        Assert.All(names, name => Assert.DoesNotContain(name, page.Text, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, (await constable.GetAsync("/assignments/officers/add")).Status);
    }

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Principal)]
    public async Task The_register_is_for_police(Role role)
    {
        var place = Grant.ScopeOf(role) == Scope.School ? (await portal.SchoolAsync(1404)).Id : (Guid?)null;
        using var browser = await portal.SignInAsync(await portal.PersonAsync(role, place));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/assignments")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/assignments.csv")).Status);
    }

    private async Task<Page> AddAsync(Dictionary<string, string?> fields) =>
        await national.SubmitAsync(await national.GetAsync("/assignments/officers/add"), "Add officer", Typed(fields));

    private Dictionary<string, string?> Typed(Dictionary<string, string?> fields)
    {
        var typed = new Dictionary<string, string?>
        {
            ["Input.Name"] = "Hana Officer",
            ["Input.Rank"] = nameof(Rank.SeniorConstable),
            ["Input.StationId"] = station.Id.ToString(),
            ["Input.Email"] = "hana@police.govt.nz",
        };
        foreach (var (key, value) in fields)
        {
            typed[key] = value;
        }

        return typed;
    }

    private Task<Station> StationAsync(int area) => portal.WithDbAsync(async db =>
    {
        var added = new Station((await db.Areas.OrderBy(a => a.Id).Skip(area).FirstAsync()).Id, "Ōtāhuhu");
        db.Stations.Add(added);
        await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Added a station"), CancellationToken.None);
        return added;
    });

    private Task<List<string>> AssignAsync(Officer officer, int count, int skip = 0) => portal.WithDbAsync(async db =>
    {
        var schools = await db.Schools.Where(s => s.Status == Domain.Schools.SchoolStatus.Open).OrderBy(s => s.Number).Skip(skip).Take(count).ToListAsync();
        db.OfficerAssignments.AddRange(schools.Select(s => new Duty(s.Id, AssignmentKind.LeadPoliceContact, []).Assign(officer, portal.Today, null)));
        await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Assigned"), CancellationToken.None);
        return schools.ConvertAll(s => s.Facts.Name);
    });
}
