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
using SchoolPortal.Web.Tests.Security;

using Xunit;

namespace SchoolPortal.Web.Tests.Schools;

/// <summary>Schools merge, split, close, reopen and are renamed: nothing of them is lost, and old addresses lead on.</summary>
public sealed class SchoolLifeTests(SchoolLifeTests.Fixture fixture) : IClassFixture<SchoolLifeTests.Fixture>
{
    private readonly PortalHost portal = fixture.Portal;

    [Fact]
    public async Task Every_address_of_a_merged_school_leads_to_the_same_record_at_its_successor()
    {
        const int Old = 1404;
        const int Next = 1271;
        using var supervisor = await portal.SignInAsync(await portal.PersonAsync(Role.AreaSupervisor, fixture.AreaId));
        using var national = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        await FillAsync(Old);
        using var former = await portal.SignInAsync(await portal.PersonAsync(Role.Principal, (await portal.SchoolAsync(Old)).Id));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(former, $"/schools/{Old}"));
        var oldName = (await portal.SchoolAsync(Old)).Facts.Name;
        var doors = (await Door.AllAsync(portal)).Where(door => door.IsOfOneSchool).ToList();
        var before = new Dictionary<string, HttpStatusCode>(StringComparer.Ordinal);
        foreach (var door in doors)
        {
            before[door.Address] = await StatusAsync(supervisor, door.Address);
        }

        var check = await AskAsync(national, Old, new() { ["Input.Event"] = "Merge", ["Input.Successors"] = $"{Next}", ["Input.On"] = "23 November 2026", ["Input.TakesAgreement"] = "true", ["Input.TakesContacts"] = "true" });
        Assert.Equal("Check what will happen", check.Heading);
        foreach (var told in new[] { "1 duty of an officer ends on 23 November 2026", "2 contacts end on that day; 2 of them go on", "Agreement 1, not signed by all, is withdrawn", "Its text goes on as a draft", "1 person loses their role for it after 23 November 2026, and can then no longer open its records. Whoever goes on at Fairburn School is invited there", "1 invitation that nobody has taken up is withdrawn" })
        {
            Assert.Contains(told, check.Text, StringComparison.Ordinal);
        }

        Assert.Equal(SchoolStatus.Open, (await portal.SchoolAsync(Old)).Status);
        var done = await national.SubmitAsync(check, "Make it so", []);
        Assert.Equal($"/schools/{Next}", done.Path);
        Assert.Contains($"Records of {oldName}, merged on 23 November 2026", done.Text, StringComparison.Ordinal);

        // Its own people read it no more, nor through the other school; the link of the invitation is dead.
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(former, $"/schools/{Old}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(former, $"/schools/{Next}?of={Old}"));
        Assert.Equal((InvitationState.Withdrawn, 1), await portal.WithDbAsync(async db => (
            (await db.Invitations.SingleAsync(i => i.Email == "mere@example.school.nz")).State, await db.Grants.CountAsync(g => g.To == new DateOnly(2026, 11, 23)))));

        var lost = new List<string>();
        foreach (var door in doors.Where(door => before[door.Address] == HttpStatusCode.OK && door.Requires!.AnyOf.Any(Permissions.IsReading)))
        {
            using var moved = await supervisor.Client.GetAsync(new Uri(door.Address, UriKind.Relative));
            var to = moved.Headers.Location?.OriginalString ?? "";
            if (moved.StatusCode != HttpStatusCode.MovedPermanently || !to.StartsWith($"/schools/{Next}", StringComparison.Ordinal) || await StatusAsync(supervisor, to) != HttpStatusCode.OK)
            {
                lost.Add($"{door.Address}: {(int)moved.StatusCode} {to}");
            }
        }

        Assert.True(lost.Count == 0, string.Join('\n', lost));
        var agreement = await supervisor.GetAsync($"/schools/{Old}/agreement/1");
        Assert.StartsWith($"/schools/{Next}/agreement/1", agreement.Path, StringComparison.Ordinal);
        Assert.Contains($"These are the records of {oldName}", agreement.Text, StringComparison.Ordinal);

        // Only read; only through a school that took its place; only by those who may see that one.
        using var post = new FormUrlEncodedContent([]);
        Assert.NotEqual(HttpStatusCode.OK, (await supervisor.Client.PostAsync(new Uri($"/schools/{Next}/place?of={Old}", UriKind.Relative), post)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(supervisor, $"/schools/{Next}/place?of={Old}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(supervisor, $"/schools/{Next}?of=88"));
        using var elsewhere = await portal.SignInAsync(await portal.PersonAsync(Role.Principal, (await portal.SchoolAsync(4212)).Id));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(elsewhere, $"/schools/{Old}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(elsewhere, $"/schools/{Next}?of={Old}"));
        using var principal = await portal.SignInAsync(await portal.PersonAsync(Role.Principal, (await portal.SchoolAsync(Next)).Id));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(principal, $"/schools/{Next}/agreement/1?of={Old}"));

        var (draft, people) = await portal.WithDbAsync(async db =>
        {
            var next = await db.Schools.SingleAsync(s => s.Number == Next);
            return (await db.Agreements.SingleAsync(a => a.SchoolId == next.Id), await db.SchoolContacts.Where(c => c.SchoolId == next.Id).Select(c => c.Name).ToListAsync());
        });
        Assert.Equal(AgreementState.Draft, draft.State);
        Assert.Equal(["Aroha Ngata", "Kim Keyholder"], people.Order(StringComparer.Ordinal));

        // Undone, its addresses are its own again.
        var reopen = await AskAsync(national, Old, new() { ["Input.Event"] = "Reopen" });
        await national.SubmitAsync(reopen, "Make it so", []);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(supervisor, $"/schools/{Old}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(supervisor, $"/schools/{Next}?of={Old}"));
    }

    [Fact]
    public async Task A_split_school_is_read_from_each_that_took_its_place()
    {
        using var national = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        var check = await AskAsync(national, 88, new() { ["Input.Event"] = "Split", ["Input.Successors"] = "90, 91", ["Input.On"] = "1/11/2026" });
        var page = await national.SubmitAsync(check, "Make it so", []);

        Assert.Equal("/schools/88", page.Path);
        Assert.Contains("Its place is taken by", page.Text, StringComparison.Ordinal);
        foreach (var next in new[] { 90, 91 })
        {
            Assert.Contains("split on 1 November 2026", (await national.GetAsync($"/schools/{next}")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(national, $"/schools/{next}?of=88"));
        }
    }

    [Theory]
    [InlineData("Merge", "", "1/11/2026", "Enter the number of the one school that it is merged into")]
    [InlineData("Merge", "90, 91", "1/11/2026", "Enter the number of the one school that it is merged into")]
    [InlineData("Merge", "452", "1/11/2026", "A school cannot follow itself")]
    [InlineData("Merge", "9998", "1/11/2026", "There is no school 9998")]
    [InlineData("Merge", "Ōtāhuhu", "1/11/2026", "\u201cŌtāhuhu\u201d is not a school number")]
    [InlineData("Merge", "1496", "1/12/2027", "Enter 24 November 2026 or a day before; what is to come is recorded when it has come")]
    [InlineData("Merge", "1496", "", "Enter its last day, such as 24 November 2026")]
    [InlineData("Split", "1496", "1/11/2026", "Enter the numbers of the schools that it is split into, two or more, with commas between them")]
    [InlineData("Split", "1496, 1496", "1/11/2026", "Name each school once")]
    [InlineData("Rename", "", "", "Enter the new name")]
    public async Task What_is_not_possible_is_refused_and_what_was_typed_is_kept(string what, string successors, string day, string sentence)
    {
        using var national = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        var page = await AskAsync(national, 452, new() { ["Input.Event"] = what, ["Input.Successors"] = successors, ["Input.On"] = day });

        Assert.Equal([sentence], page.Errors);
        Assert.Equal("Gazette", page.Document.QuerySelector("input[name='Input.Why']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_school_is_renamed_closed_and_opened_again_and_history_tells_it()
    {
        using var national = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        var renamed = await national.SubmitAsync(await AskAsync(national, 89, new() { ["Input.Event"] = "Rename", ["Input.Name"] = "Te Kura o Kīngi" }), "Make it so", []);
        Assert.Equal("Te Kura o Kīngi", renamed.Heading);
        var closed = await national.SubmitAsync(await AskAsync(national, 89, new() { ["Input.Event"] = "Close", ["Input.On"] = "24/11/2026" }), "Make it so", []);
        Assert.Contains("Closed since 24 November 2026", closed.Text, StringComparison.Ordinal);
        await national.SubmitAsync(await AskAsync(national, 89, new() { ["Input.Event"] = "Reopen" }), "Make it so", []);

        Assert.Equal(SchoolStatus.Open, (await portal.SchoolAsync(89)).Status);
        var history = (await national.GetAsync("/schools/89/history")).Text;
        Assert.Contains("Te Kura o Kīngi was closed", history, StringComparison.Ordinal);
        Assert.Contains("Why: Gazette", history, StringComparison.Ordinal);
        using var supervisor = await portal.SignInAsync(await portal.PersonAsync(Role.AreaSupervisor, fixture.AreaId));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(supervisor, "/admin/school-life/89"));
    }

    private static async Task<Page> AskAsync(PageBrowser browser, int number, Dictionary<string, string?> fields)
    {
        fields["Input.Why"] = "Gazette";
        return await browser.SubmitAsync(await browser.GetAsync($"/admin/school-life/{number}"), "See what will happen", fields);
    }

    private static async Task<HttpStatusCode> StatusAsync(PageBrowser browser, string address)
    {
        using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode;
    }

    /// <summary>A school with something of every kind.</summary>
    private async Task FillAsync(int number)
    {
        var officer = await portal.OfficerAsync();
        var inviter = new Actor((await portal.PersonAsync(Role.Administrator)).Id, "Administrator", "", []);
        await portal.WithDbAsync(async db =>
        {
            var school = await db.Schools.SingleAsync(s => s.Number == number);
            var (change, from, reach) = (new Change(Actor.Portal, portal.Clock.UtcNow(), "Filled"), new DateOnly(2026, 2, 1), new Reach("a@example.school.nz", "+6491234567", null));
            db.SchoolContacts.Add(new SchoolContact(school.Id, ContactPosition.Principal, "Aroha Ngata", reach, false, from));
            db.SchoolContacts.Add(new SchoolContact(school.Id, ContactPosition.Caretaker, "Kim Keyholder", reach, true, from));
            db.OfficerAssignments.Add(new Duty(school.Id, AssignmentKind.LeadPoliceContact, []).Assign(await db.Officers.SingleAsync(o => o.Id == officer.Id), from, null));
            var form = FormDefinitions.PartnershipAgreement;
            db.Agreements.Add(new Agreement(school.Id, 1, form, form.StartingAnswers(), change));
            db.Invitations.Add(new Invitation("Mere Pōtae", "Deputy principal", "mere@example.school.nz", new InvitedRole(Role.SchoolViewer, school.Id, school.Facts.Name, from, null, null), isProposal: false, change with { Who = inviter }));
            db.Profiles.Add(new Profile(school.Id, 2026, FormDefinitions.SchoolProfile, Answers.None, new DateOnly(2026, 3, 31), change));
            await db.SaveAsync(change, CancellationToken.None);
        });
    }

    /// <summary>One portal, with both schools in one area.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        public PortalHost Portal { get; } = new();

        public Guid AreaId { get; private set; }

        public async ValueTask InitializeAsync() => await Portal.WithDbAsync(async db =>
        {
            var area = await db.Areas.SingleAsync(a => a.Name == "Counties Manukau West");
            AreaId = area.Id;
            foreach (var school in await db.Schools.Where(s => s.Number == 1404 || s.Number == 1271 || s.Number == 89).ToListAsync())
            {
                school.SettlePlace(area, null, null);
            }

            await db.SaveAsync(new Change(Actor.Portal, Portal.Clock.UtcNow(), "Settled the area"), CancellationToken.None);
        });

        public async ValueTask DisposeAsync() => await Portal.DisposeAsync();
    }
}
