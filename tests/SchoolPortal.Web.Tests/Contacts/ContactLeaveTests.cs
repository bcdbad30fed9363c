using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data.Notices;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Contacts;

using Xunit;

namespace SchoolPortal.Web.Tests.Contacts;

/// <summary>The Lead School Contact or the principal is away: somebody of the school stands in, and it comes back by itself.</summary>
public sealed class ContactLeaveTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static int taken;

    [Fact]
    public async Task Who_stands_in_has_the_role_the_notices_and_the_tasks_for_those_days_and_no_longer()
    {
        var school = await SchoolAsync();
        var (lead, standIn) = (await portal.PersonAsync(Role.LeadSchoolContact, school.Id), await portal.PersonAsync(Role.SchoolViewer, school.Id));
        var away = await NamedAsync(school, ContactPosition.LeadSchoolContact, "Aroha Ngata", lead.Email);
        var other = await NamedAsync(school, ContactPosition.PastoralLead, "Mele Tupou", standIn.Email);
        await NamedAsync(school, ContactPosition.Emergency1, "Aroha Ngata", lead.Email);
        using var browser = await portal.SignInAsync(lead);
        var (from, to) = (portal.Today, portal.Today.AddDays(9));

        var page = await LeaveAsync(browser, school, away, from, to, other.Id);
        Assert.Contains($"Aroha Ngata is on leave from {NewZealandTime.Show(from)} to {NewZealandTime.Show(to)}", page.Done, StringComparison.Ordinal);
        Assert.Contains("the tasks and the permissions", page.Done, StringComparison.Ordinal);
        var sentence = $"Away until {NewZealandTime.Show(to)}: Mele Tupou stands in.";
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Contains(sentence, (await browser.GetAsync($"/schools/{school.Number}")).Text, StringComparison.Ordinal);

        Assert.Equal([false, true, true, false], await LeadsAsync(standIn, -1, 0, 9, 10));
        Assert.Equal([true, true, true], await LeadsAsync(lead, 0, 9, 10));
        Assert.Equal([standIn.Email], await ToldAsync(school, from));
        Assert.Equal([lead.Email], await ToldAsync(school, to.AddDays(1)));
        using var theirs = await portal.SignInAsync(standIn);
        Assert.Contains("profile", (await theirs.GetAsync("/today")).Document.QuerySelector("ul.govuk-task-list")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await theirs.GetAsync(ContactLinks.Name(school.Number))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await theirs.GetAsync(ContactLinks.Leave(school.Number, away.Id))).Status);

        // Whoever stands in cannot go while they do; back early, the role ends with the leave, and can be moved out again.
        var end = await browser.SubmitAsync(await browser.GetAsync(ContactLinks.End(school.Number, other.Id)), "End their time", new() { ["Input.To"] = NewZealandTime.Show(from) });
        Assert.StartsWith("Mele Tupou stands in for Aroha Ngata until", end.Errors.Single(), StringComparison.Ordinal);
        foreach (var days in new[] { 4, 12 })
        {
            var change = await browser.GetAsync(ContactLinks.Leave(school.Number, away.Id));
            await browser.SubmitAsync(change, "Change the leave", new() { ["Input.To"] = NewZealandTime.Show(from.AddDays(days)) });
            Assert.Equal([true, false], await LeadsAsync(standIn, days, days + 1));
        }

        // Their own time ends, and with it the leave and the role.
        await browser.SubmitAsync(await browser.GetAsync(ContactLinks.End(school.Number, away.Id)), "End their time", new() { ["Input.To"] = NewZealandTime.Show(from.AddDays(2)) });
        Assert.Equal([true, false], await LeadsAsync(standIn, 2, 3));
    }

    [Fact]
    public async Task Who_has_no_account_at_the_school_gets_the_notices_and_no_role()
    {
        var (school, elsewhere) = (await SchoolAsync(), await SchoolAsync());
        var stranger = await portal.PersonAsync(Role.SchoolViewer, elsewhere.Id);
        var away = await NamedAsync(school, ContactPosition.Principal, "Aroha Ngata", "aroha@example.school.nz");
        var other = await NamedAsync(school, ContactPosition.DeputyPrincipal, "Mele Tupou", stranger.Email);
        using var browser = await portal.SignInAsync(await portal.PersonAsync(Role.Administrator));
        var page = await LeaveAsync(browser, school, away, portal.Today.AddDays(1), portal.Today.AddDays(5), other.Id);
        Assert.Contains("They get no role", page.Done, StringComparison.Ordinal);
        Assert.DoesNotContain((await portal.WithDbAsync(db => db.AuthoritiesOf(stranger.Id, portal.Today.AddDays(2), CancellationToken.None))), a => a.Role == Role.Principal);
        Assert.Equal([stranger.Email], await ToldAsync(school, portal.Today.AddDays(2)));
        Assert.Equal(["aroha@example.school.nz"], await ToldAsync(school, portal.Today.AddDays(6)));

        // Called off before it began.
        var change = await browser.GetAsync(ContactLinks.Leave(school.Number, away.Id));
        var done = await browser.SubmitAsync(change, "Change the leave", new() { ["Input.To"] = NewZealandTime.Show(portal.Today) });
        Assert.Contains("called off", done.Done, StringComparison.Ordinal);
        Assert.Equal(["aroha@example.school.nz"], await ToldAsync(school, portal.Today.AddDays(2)));
    }

    [Fact]
    public async Task Nobody_gives_away_for_a_time_what_they_could_not_give()
    {
        var school = await SchoolAsync();
        var principal = await NamedAsync(school, ContactPosition.Principal, "Aroha Ngata", "aroha@example.school.nz");
        var lead = await NamedAsync(school, ContactPosition.LeadSchoolContact, "Mele Tupou", "mele@example.school.nz");
        var office = await NamedAsync(school, ContactPosition.Office, "Office", "office@example.school.nz");
        foreach (var (role, forPrincipal, forLead) in new[]
        {
            (Role.Principal, HttpStatusCode.OK, HttpStatusCode.OK),
            (Role.LeadSchoolContact, HttpStatusCode.Forbidden, HttpStatusCode.OK),
            (Role.Administrator, HttpStatusCode.OK, HttpStatusCode.OK),
            (Role.SchoolContributor, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            (Role.LeadPoliceContact, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            (Role.NationalCoordinator, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
        })
        {
            using var browser = await portal.SignInAsync(await portal.PersonAsync(role, Grant.ScopeOf(role) == Scope.School ? school.Id : null));
            Assert.Equal((role, forPrincipal), (role, (await browser.GetAsync(ContactLinks.Leave(school.Number, principal.Id))).Status));
            Assert.Equal((role, forLead), (role, (await browser.GetAsync(ContactLinks.Leave(school.Number, lead.Id))).Status));
            var links = (await browser.GetAsync(ContactLinks.People(school.Number))).Document.QuerySelectorAll("a[href$='/leave']").Length;
            Assert.Equal((role, new[] { forPrincipal, forLead }.Count(s => s == HttpStatusCode.OK)), (role, links));
            if (forLead == HttpStatusCode.OK)
            {
                Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(ContactLinks.Leave(school.Number, office.Id))).Status);
            }
        }
    }

    [Fact]
    public async Task What_cannot_be_is_one_sentence_beside_its_field_and_leaves_nothing_behind()
    {
        var school = await SchoolAsync();
        var lead = await portal.PersonAsync(Role.LeadSchoolContact, school.Id);
        var away = await NamedAsync(school, ContactPosition.LeadSchoolContact, "Aroha Ngata", lead.Email);
        var other = await NamedAsync(school, ContactPosition.Office, "Office", "office@example.school.nz");
        using var browser = await portal.SignInAsync(lead);
        foreach (var (from, to, who, sentence) in new (string, string, string, string)[]
        {
            ("soonish", "1 December 2026", $"{other.Id}", "Enter a date such as"),
            ("1 December 2026", "", $"{other.Id}", "Enter a date such as"),
            ("2 December 2026", "1 December 2026", $"{other.Id}", "The leave begins on 2 December 2026"),
            ("1 December 2026", "1 January 2028", $"{other.Id}", "Leave lasts 366 days at most"),
            ("1 November 2026", "1 December 2026", $"{other.Id}", "Enter today or a later day"),
            ("1 December 2026", "2 December 2026", "", "Choose who stands in"),
            ("1 December 2026", "2 December 2026", $"{Guid.NewGuid()}", "Choose who stands in"),
            ("1 December 2026", "2 December 2026", $"{away.Id}", "Aroha Ngata is the one away"),
        })
        {
            var form = await browser.GetAsync(ContactLinks.Leave(school.Number, away.Id));
            var page = await browser.SubmitAsync(form, "Note the leave", new() { ["Input.From"] = from, ["Input.To"] = to, ["Input.StandIn"] = who });
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.StartsWith(sentence, page.Errors.Single(), StringComparison.Ordinal);
            Assert.Equal(from, page.Document.QuerySelector("[name='Input.From']")!.GetAttribute("value"));
        }

        Assert.False(await portal.WithDbAsync(db => db.ContactLeaves.AnyAsync(l => l.ContactId == away.Id)));
    }

    private static async Task<Page> LeaveAsync(PageBrowser browser, School school, SchoolContact away, DateOnly from, DateOnly to, Guid standIn)
    {
        var form = await browser.GetAsync(ContactLinks.Leave(school.Number, away.Id));
        return await browser.SubmitAsync(form, "Note the leave", new()
        {
            ["Input.From"] = NewZealandTime.Show(from), ["Input.To"] = NewZealandTime.Show(to), ["Input.StandIn"] = standIn.ToString(),
        });
    }

    private Task<School> SchoolAsync()
    {
        var skip = Interlocked.Increment(ref taken) - 1;
        return portal.WithDbAsync(db => db.Schools.AsNoTracking().Where(s => s.Status == SchoolStatus.Open).OrderBy(s => s.Number).Skip(skip).FirstAsync());
    }

    private Task<SchoolContact> NamedAsync(School school, ContactPosition position, string name, string email) => portal.WithDbAsync(async db =>
    {
        var contact = new SchoolContact(school.Id, position, name, new Reach(email, null, null), false, portal.Today.AddDays(-40));
        db.SchoolContacts.Add(contact);
        await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Added"), CancellationToken.None);
        return contact;
    });

    /// <summary>Whether they hold the role of the Lead School Contact so many days from today.</summary>
    private Task<List<bool>> LeadsAsync(TestPerson person, params int[] days) => portal.WithDbAsync(async db =>
    {
        var leads = new List<bool>();
        foreach (var day in days)
        {
            leads.Add((await db.AuthoritiesOf(person.Id, portal.Today.AddDays(day), CancellationToken.None)).Any(a => a.Role == Role.LeadSchoolContact));
        }

        return leads;
    });

    private Task<List<string>> ToldAsync(School school, DateOnly day) => portal.WithDbAsync(async db =>
        (await Addressees.OfSchoolsAsync(db, db.Schools.Where(s => s.Id == school.Id), day, CancellationToken.None))[school.Id].Select(a => a.Address).ToList());
}
