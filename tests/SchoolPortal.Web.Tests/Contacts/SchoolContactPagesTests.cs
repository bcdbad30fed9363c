using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Contacts;

using Xunit;

namespace SchoolPortal.Web.Tests.Contacts;

public sealed class SchoolContactPagesTests : IAsyncLifetime
{
    private const int Number = 1409;

    private readonly PortalHost portal = new();
    private School school = null!;

    public async ValueTask InitializeAsync()
    {
        await portal.WithDbAsync(async db =>
        {
            var settled = await db.Schools.SingleAsync(s => s.Number == Number);
            settled.SettlePlace(await db.Areas.FirstAsync(a => a.DistrictId == settled.DistrictId), null, null);
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Settled"), CancellationToken.None);
        });
        school = await portal.SchoolAsync(Number);
    }

    public async ValueTask DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_school_with_nobody_says_who_is_missing_and_leads_to_naming_them()
    {
        var browser = await AsAsync(Role.Principal);
        var page = await browser.GetAsync(ContactLinks.People(Number));

        Assert.Contains("no principal is named; no Lead School Contact is named; fewer than two emergency contacts are named", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a[href='{ContactLinks.Name(Number, ContactPosition.Principal)}']"));
        Assert.Contains("Nobody is named yet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Naming_a_new_lead_ends_the_one_before_on_the_day_before_and_both_stay_readable()
    {
        var browser = await AsAsync(Role.Principal);
        await NameAsync(browser, ContactPosition.LeadSchoolContact, "Aroha Ngata", "1 February 2026");

        var done = await NameAsync(browser, ContactPosition.LeadSchoolContact, "Tāne O’Brien", "24/11/2026");

        Assert.Contains("Tāne O’Brien is named as Lead School Contact from 24 November 2026", done.Done, StringComparison.Ordinal);
        Assert.Contains("they need an account", done.Done, StringComparison.Ordinal);
        Assert.Contains("Aroha Ngata, Lead School Contact, 1 February 2026 to 23 November 2026", done.Text, StringComparison.Ordinal);
        var told = await portal.WithDbAsync(db => db.AuditEvents.Where(e => e.SchoolId == school.Id && e.What == "Named a Lead School Contact").ToListAsync());
        Assert.Equal(3, told.Count);
        Assert.Equal(0, await portal.WithDbAsync(db => db.Grants.CountAsync(g => g.Role == Role.LeadSchoolContact)));
    }

    public static TheoryData<string, string, string, string> WrongEntries => new()
    {
        { "Input.Name", "", "Enter the person’s name", "Input.Name" },
        { "Input.Email", "aroha at school", "Enter an email address in the usual form", "Input.Email" },
        { "Input.Email", "a@b@c.nz", "Enter an email address in the usual form", "Input.Email" },
        { "Input.Email", "", "Enter at least one way to reach them", "Input.Email" },
        { "Input.Phone", "ring me", "Enter a phone number with its area code", "Input.Phone" },
        { "Input.Mobile", "021", "Enter a phone number with its area code", "Input.Mobile" },
        { "Input.From", "someday", "Enter the first day", "Input.From" },
        { "Input.Position", "", "Choose a position", "Input.Position" },
    };

    [Theory]
    [MemberData(nameof(WrongEntries))]
    public async Task What_cannot_be_is_refused_beside_its_field_and_everything_typed_stays(string field, string typed, string sentence, string at)
    {
        var browser = await AsAsync(Role.LeadSchoolContact);
        var form = await browser.GetAsync(ContactLinks.Name(Number, ContactPosition.Office));
        var entry = new Dictionary<string, string?> { ["Input.Name"] = "Mere Pōtae", ["Input.Email"] = "mere@example.school.nz", ["Input.From"] = "1 March 2026" };
        entry[field] = typed;

        var again = await browser.SubmitAsync(form, "Name them", entry);

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains(again.Errors, e => e.StartsWith(sentence, StringComparison.Ordinal));
        Assert.NotNull(again.Document.QuerySelector($".govuk-error-summary a[href='#{at.Replace('.', '_')}']"));
        foreach (var (name, value) in entry.Where(e => e.Key != "Input.Position"))
        {
            Assert.Equal(value, again.Document.QuerySelector($"[name='{name}']")!.GetAttribute("value") ?? "");
        }

        Assert.Equal(0, await portal.WithDbAsync(db => db.SchoolContacts.CountAsync()));
    }

    [Theory]
    [InlineData("04 123 4567", "+6441234567", "04 123 4567")]
    [InlineData("(09) 276-6365", "+6492766365", "09 276 6365")]
    [InlineData("+64 21 123 456", "+6421123456", "021 123 456")]
    [InlineData("0800 123 456", "+64800123456", "0800 123 456")]
    [InlineData("09 276 6365 ext 12", "+6492766365 ext 12", "09 276 6365 ext 12")]
    public async Task A_phone_number_is_taken_as_people_type_it_and_shown_as_they_dial_it(string typed, string stored, string shown)
    {
        var browser = await AsAsync(Role.LeadSchoolContact);
        var done = await NameAsync(browser, ContactPosition.Office, "Office", "1 March 2026", ("Input.Phone", typed), ("Input.Email", ""));

        Assert.Equal(stored, (await portal.WithDbAsync(db => db.SchoolContacts.SingleAsync())).Phone);
        Assert.Contains(shown, done.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.SchoolViewer, false, false)]
    [InlineData(Role.PresidingMember, false, false)]
    [InlineData(Role.DistrictCoordinator, false, false)]
    [InlineData(Role.Administrator, false, false)]
    [InlineData(Role.LeadSchoolContact, true, false)]
    [InlineData(Role.LeadPoliceContact, true, false)]
    [InlineData(Role.SpecialistOfficer, true, true)]
    [InlineData(Role.AreaSupervisor, true, true)]
    public async Task Emergency_contacts_and_mobiles_are_shown_to_those_with_a_reason_and_noted_where_the_matrix_says(Role role, bool shown, bool noted)
    {
        await AddAsync(
            new SchoolContact(school.Id, ContactPosition.Principal, "Aroha Ngata", new Reach(null, "+6492766365", "+6421123456"), true, portal.Today),
            new SchoolContact(school.Id, ContactPosition.Emergency1, "Kim Keyholder", new Reach(null, null, "+64272222222"), true, portal.Today));
        var browser = await AsAsync(role);

        var page = await browser.GetAsync(ContactLinks.People(Number));
        await browser.GetAsync(ContactLinks.People(Number));

        Assert.Contains("Aroha Ngata", page.Text, StringComparison.Ordinal);
        Assert.Contains("09 276 6365", page.Text, StringComparison.Ordinal);
        Assert.Equal(shown, page.Text.Contains("Kim Keyholder", StringComparison.Ordinal));
        Assert.Equal(shown, page.Text.Contains("021 123 456", StringComparison.Ordinal));
        Assert.Equal(noted ? 1 : 0, await portal.WithDbAsync(db => db.AuditEvents.CountAsync(e => e.SchoolId == school.Id && e.What.StartsWith("Looked at emergency"))));
    }

    [Fact]
    public async Task One_press_confirms_one_or_all_and_a_stale_contact_is_marked_until_then()
    {
        await AddAsync(
            new SchoolContact(school.Id, ContactPosition.Principal, "Aroha Ngata", new Reach(null, "+6492766365", null), false, portal.Today.AddDays(-200)),
            new SchoolContact(school.Id, ContactPosition.Office, "Office", new Reach(null, "+6492766366", null), false, portal.Today.AddDays(-200)));
        var browser = await AsAsync(Role.LeadSchoolContact);
        var page = await browser.GetAsync(ContactLinks.People(Number));
        Assert.Equal(2, page.Document.QuerySelectorAll(".govuk-tag").Count(t => t.TextContent == "More than a term ago"));

        page = await browser.SubmitAsync(page, "Confirm Aroha Ngata");
        Assert.Contains("One contact is confirmed", page.Done, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll(".govuk-tag"), t => t.TextContent == "More than a term ago");

        page = await browser.SubmitAsync(page, "Confirm that all are right");
        Assert.DoesNotContain("More than a term ago", page.Text, StringComparison.Ordinal);
        Assert.All(await portal.WithDbAsync(db => db.SchoolContacts.ToListAsync()), c => Assert.Equal(portal.Today, c.ConfirmedOn));
    }

    [Fact]
    public async Task An_administrator_corrects_an_address_without_seeing_or_losing_the_mobile()
    {
        await AddAsync(new SchoolContact(school.Id, ContactPosition.Principal, "Aroha Ngata", new Reach("old@example.school.nz", null, "+6421123456"), true, portal.Today));
        var contact = await portal.WithDbAsync(db => db.SchoolContacts.SingleAsync());
        var browser = await AsAsync(Role.Administrator);
        var form = await browser.GetAsync(ContactLinks.Change(Number, contact.Id));
        Assert.Null(form.Document.QuerySelector("[name='Input.Mobile']"));

        var done = await browser.SubmitAsync(form, "Save", new() { ["Input.Email"] = "new@example.school.nz", ["Input.Mobile"] = "021 999 999" });

        Assert.Contains("Aroha Ngata is saved", done.Done, StringComparison.Ordinal);
        var changed = await portal.WithDbAsync(db => db.SchoolContacts.SingleAsync());
        Assert.Equal(("new@example.school.nz", "+6421123456", true), (changed.Email, changed.Mobile, changed.AfterHours));
    }

    [Fact]
    public async Task The_second_of_two_people_changing_one_contact_is_told_and_loses_nothing()
    {
        await AddAsync(new SchoolContact(school.Id, ContactPosition.Principal, "Aroha Ngata", new Reach("old@example.school.nz", null, null), false, portal.Today));
        var contact = await portal.WithDbAsync(db => db.SchoolContacts.SingleAsync());
        var (first, second) = (await AsAsync(Role.Principal), await AsAsync(Role.LeadSchoolContact));
        var (firstForm, secondForm) = (await first.GetAsync(ContactLinks.Change(Number, contact.Id)), await second.GetAsync(ContactLinks.Change(Number, contact.Id)));
        await first.SubmitAsync(firstForm, "Save", new() { ["Input.Phone"] = "09 276 6365" });

        var told = await second.SubmitAsync(secondForm, "Save", new() { ["Input.Email"] = "mine@example.school.nz" });

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Equal("mine@example.school.nz", told.Document.QuerySelector("[name='Input.Email']")!.GetAttribute("value"));
        Assert.Equal("old@example.school.nz", (await portal.WithDbAsync(db => db.SchoolContacts.SingleAsync())).Email);
        var done = await second.SubmitAsync(told, "Save");
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal("mine@example.school.nz", (await portal.WithDbAsync(db => db.SchoolContacts.SingleAsync())).Email);
    }

    [Fact]
    public async Task Ending_a_contact_leaves_a_gap_and_keeps_them_readable()
    {
        await AddAsync(new SchoolContact(school.Id, ContactPosition.Principal, "Aroha Ngata", new Reach("a@example.school.nz", null, null), false, portal.Today.AddDays(-9)));
        var contact = await portal.WithDbAsync(db => db.SchoolContacts.SingleAsync());
        var browser = await AsAsync(Role.LeadSchoolContact);
        var form = await browser.GetAsync(ContactLinks.End(Number, contact.Id));
        Assert.Contains("Nobody will hold this position afterwards", form.Text, StringComparison.Ordinal);
        var refused = await browser.SubmitAsync(form, "End their time", new() { ["Input.To"] = "1 January 2026" });
        Assert.Equal(["This contact began on 15 November 2026; enter that day or a later one"], refused.Errors);

        var done = await browser.SubmitAsync(refused, "End their time", new() { ["Input.To"] = "23 November 2026" });

        Assert.Contains("no principal is named", done.Text, StringComparison.Ordinal);
        Assert.Contains("Aroha Ngata, principal, 15 November 2026 to 23 November 2026", done.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(ContactLinks.Change(Number, contact.Id))).Status);
    }

    [Theory]
    [InlineData(ContactPosition.Principal)]
    [InlineData(ContactPosition.LeadSchoolContact)]
    [InlineData(ContactPosition.PresidingMember)]
    public async Task The_database_refuses_a_second_person_in_a_position_of_one(ContactPosition position)
    {
        await AddAsync(new SchoolContact(school.Id, position, "Aroha Ngata", new Reach("a@example.school.nz", null, null), false, portal.Today));

        var refused = await Assert.ThrowsAsync<ChangedMeanwhile>(() =>
            AddAsync(new SchoolContact(school.Id, position, "Tāne Pōtae", new Reach("t@example.school.nz", null, null), false, portal.Today)));

        Assert.Contains("Somebody else has just named a person for this position", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_keep_the_schools_people_may_change_them_and_only_of_this_school()
    {
        var other = await portal.SchoolAsync(1634);
        await AddAsync(
            new SchoolContact(school.Id, ContactPosition.Emergency1, "Kim Keyholder", new Reach("k@example.school.nz", null, null), false, portal.Today),
            new SchoolContact(other.Id, ContactPosition.Principal, "Elsewhere", new Reach("e@example.school.nz", null, null), false, portal.Today));
        var contacts = await portal.WithDbAsync(db => db.SchoolContacts.ToDictionaryAsync(c => c.Position, c => c.Id));
        var officer = await AsAsync(Role.LeadPoliceContact);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(ContactLinks.Name(Number))).Status);
        Assert.DoesNotContain("Confirm that all are right", (await officer.GetAsync(ContactLinks.People(Number))).Text, StringComparison.Ordinal);

        var lead = await AsAsync(Role.LeadSchoolContact);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.GetAsync(ContactLinks.Change(Number, contacts[ContactPosition.Principal]))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.GetAsync(ContactLinks.People(other.Number))).Status);

        var administrator = await AsAsync(Role.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(ContactLinks.Change(Number, contacts[ContactPosition.Emergency1]))).Status);
        var form = await administrator.GetAsync(ContactLinks.Name(Number));
        var refused = await administrator.SubmitAsync(form, "Name them", new() { ["Input.Position"] = "Emergency2", ["Input.Name"] = "X", ["Input.Email"] = "x@example.school.nz" });
        Assert.Equal(["Choose a position from the list"], refused.Errors);
    }

    private async Task<PageBrowser> AsAsync(Role role) => await portal.SignInAsync(await portal.PersonAsync(role, Grant.ScopeOf(role) switch
    {
        Scope.School => school.Id,
        Scope.Area => school.AreaId,
        Scope.District => school.DistrictId,
        _ => null,
    }));

    private async Task<Page> NameAsync(PageBrowser browser, ContactPosition position, string name, string from, params (string Field, string Value)[] more)
    {
        var form = await browser.GetAsync(ContactLinks.Name(Number, position));
        var entry = new Dictionary<string, string?> { ["Input.Name"] = name, ["Input.Email"] = "somebody@example.school.nz", ["Input.From"] = from };
        foreach (var (field, value) in more)
        {
            entry[field] = value;
        }

        var done = await browser.SubmitAsync(form, "Name them", entry);
        Assert.True(done.Errors.Count == 0, string.Join(" ", done.Errors));
        return done;
    }

    private Task AddAsync(params SchoolContact[] contacts) => portal.WithDbAsync(async db =>
    {
        db.SchoolContacts.AddRange(contacts);
        await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Added"), CancellationToken.None);
    });
}
