using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using SchoolPortal.Web.Tests.Notices;

using Xunit;

namespace SchoolPortal.Web.Tests.Invitations;

/// <summary>From the form of who invites, through the e-mail, to the first sign-in; and every way in which it goes otherwise.</summary>
public sealed class InvitationPagesTests(MailingPortal portal) : IClassFixture<MailingPortal>
{
    private const string Chosen = "pōhutukawa kettle violin ninety";

    private static int used = 40;

    [Fact]
    public async Task A_principal_invites_and_the_person_makes_an_account_once()
    {
        var (school, principal) = await SchoolAsync(Role.Principal);
        using var browser = await portal.SignInAsync(principal);
        var address = Address();

        var made = await InviteAsync(browser, school, Role.SchoolViewer, address);
        Assert.Contains("Mārama Tawhai is invited", made.Done, StringComparison.Ordinal);
        var link = await LinkAsync(address);

        using var stranger = portal.Browser();
        var page = await stranger.GetAsync(link);
        Assert.Equal("Your invitation", page.Heading);
        Assert.Contains(school.Facts.Name, page.Text, StringComparison.Ordinal);
        var weak = await stranger.SubmitAsync(page, "Accept the invitation", new() { ["Input.Passphrase"] = "too short" });
        Assert.Equal(HttpStatusCode.BadRequest, weak.Status);
        Assert.Equal("Mārama Tawhai", weak.Document.QuerySelector("input[name='Input.Name']")!.GetAttribute("value"));

        var accepted = await stranger.SubmitAsync(weak, "Accept the invitation", new() { ["Input.Passphrase"] = Chosen });
        Assert.Equal("/account/sign-in", accepted.Path);
        using var person = await portal.SignInAsync(address, Chosen);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync($"/schools/{school.Number}")).Status);

        Assert.Equal("This invitation has been accepted", (await stranger.GetAsync(link)).Heading);
        Assert.Contains("Mārama Tawhai", (await browser.GetAsync($"/schools/{school.Number}/access")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await portal.WithDbAsync(db => db.Grants.CountAsync(g => g.PlaceId == school.Id && g.Role == Role.SchoolViewer)));
    }

    [Fact]
    public async Task Who_has_an_account_takes_one_more_role_with_their_own_passphrase_alone()
    {
        var (school, principal) = await SchoolAsync(Role.Principal);
        var made = await portal.PersonAsync("Board member");
        var known = made with { Email = Address() };
        await portal.WithDbAsync(async db =>
        {
            await db.People.Where(p => p.Id == made.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Email, known.Email));
            await db.Users.Where(u => u.Id == made.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.Email, known.Email).SetProperty(x => x.NormalizedEmail, known.Email.ToUpperInvariant()));
        });
        using var browser = await portal.SignInAsync(principal);

        // The one who invites is told nothing of it.
        var invited = await InviteAsync(browser, school, Role.PresidingMember, known.Email);
        Assert.Contains("is invited", invited.Done, StringComparison.Ordinal);
        var link = await LinkAsync(known.Email);
        using var stranger = portal.Browser();
        var page = await stranger.GetAsync(link);
        Assert.Contains("You have an account already", page.Text, StringComparison.Ordinal);

        var wrong = await stranger.SubmitAsync(page, "Accept the invitation", new() { ["Input.Passphrase"] = Chosen });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Empty(await GrantsAsync(known.Id));
        await stranger.SubmitAsync(wrong, "Accept the invitation", new() { ["Input.Passphrase"] = PortalHost.Passphrase });
        Assert.Equal([Role.PresidingMember], await GrantsAsync(known.Id));
    }

    [Fact]
    public async Task Of_many_who_accept_at_once_one_gets_the_account()
    {
        var (school, principal) = await SchoolAsync(Role.Principal);
        using var browser = await portal.SignInAsync(principal);
        var address = Address();
        await InviteAsync(browser, school, Role.SchoolViewer, address);
        var link = await LinkAsync(address);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            using var stranger = portal.Browser();
            var page = await stranger.GetAsync(link);
            return page.Heading == "Your invitation" ? await stranger.SubmitAsync(page, "Accept the invitation", new() { ["Input.Passphrase"] = Chosen }) : page;
        })));

        Assert.Equal(1, await portal.WithDbAsync(db => db.People.CountAsync(p => p.Email == address)));
        Assert.Equal(1, await portal.WithDbAsync(db => db.Grants.CountAsync(g => db.People.Any(p => p.Id == g.PersonId && p.Email == address))));
    }

    [Fact]
    public async Task An_officer_proposes_and_the_school_or_the_area_decides()
    {
        var (school, principal) = await SchoolAsync(Role.Principal);
        using var officer = await portal.SignInAsync(await portal.LeadPoliceContactAsync(school.Id));
        using var supervisor = await portal.SignInAsync(await portal.PersonAsync(Role.AreaSupervisor, school.AreaId));
        using var decides = await portal.SignInAsync(principal);
        var (refused, approved) = (Address(), Address());

        var proposed = await InviteAsync(officer, school, Role.LeadSchoolContact, refused, "Propose");
        Assert.Contains("You have proposed", proposed.Done, StringComparison.Ordinal);
        Assert.DoesNotContain(proposed.Document.QuerySelectorAll("main button"), b => b.TextContent.Trim() == "Approve");
        Assert.Contains("Decide on proposed invitations", (await supervisor.GetAsync("/today")).Text, StringComparison.Ordinal);
        var unsaid = await decides.SubmitAsync(await decides.GetAsync(proposed.Path), "Refuse");
        Assert.Equal(HttpStatusCode.BadRequest, unsaid.Status);
        var no = await decides.SubmitAsync(unsaid, "Refuse", new() { ["Reason"] = "She leaves at the end of the year" });
        Assert.Contains("She leaves at the end of the year", no.Text, StringComparison.Ordinal);

        var again = await InviteAsync(officer, school, Role.LeadSchoolContact, approved, "Propose");
        await supervisor.SubmitAsync(await supervisor.GetAsync(again.Path), "Approve");
        Assert.StartsWith("/invitation/", await LinkAsync(approved), StringComparison.Ordinal);
        Assert.False(await portal.WithDbAsync(db => db.Notices.AnyAsync(n => n.Address == refused)));
    }

    [Fact]
    public async Task A_link_that_was_replaced_or_taken_back_or_is_too_old_says_so()
    {
        var (school, principal) = await SchoolAsync(Role.Principal);
        using var browser = await portal.SignInAsync(principal);
        using var stranger = portal.Browser();
        var address = Address();
        var made = await InviteAsync(browser, school, Role.SchoolViewer, address);
        var first = await LinkAsync(address);
        await browser.SubmitAsync(await browser.GetAsync(made.Path), "Send again");
        var second = await LinkAsync(address);
        Assert.NotEqual(first, second);
        Assert.Equal((HttpStatusCode.Gone, "This link is too old"), Seen(await stranger.GetAsync(first)));

        var form = await stranger.GetAsync(second);
        await browser.SubmitAsync(await browser.GetAsync(made.Path), "Withdraw");
        Assert.Equal((HttpStatusCode.Gone, "This invitation no longer holds"), Seen(await stranger.SubmitAsync(form, "Accept the invitation", new() { ["Input.Passphrase"] = Chosen })));
        Assert.Equal((HttpStatusCode.NotFound, "This is not a link of ours"), Seen(await stranger.GetAsync("/invitation/not-a-link")));
        Assert.False(await portal.WithDbAsync(db => db.People.AnyAsync(p => p.Email == address)));
    }

    public static TheoryData<string, string, string> Faults => new()
    {
        { "Input.Email", "nobody", "Enter an email address such as name@school.nz" },
        { "Input.Name", "", "Enter the person\u2019s name" },
        { "Input.SchoolNumber", "12345", "Enter the number of a school in the register" },
        { "Input.SchoolNumber", "9999", "Enter the number of a school in the register" },
        { "Input.From", "1 May 2024", "Enter today or a later day" },
        { "Input.From", "yesterday-ish", "Enter a date such as" },
        { "Input.To", "1 May 2024", "Enter" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Bad_input_is_told_beside_its_field_and_nothing_typed_is_lost(string field, string typed, string sentence)
    {
        var (school, principal) = await SchoolAsync(Role.Principal);
        using var browser = await portal.SignInAsync(principal);
        var fields = Fields(school, Address());
        fields[field] = typed;

        var page = await browser.SubmitAsync(await browser.GetAsync($"/invitations/new?role=SchoolViewer&school={school.Number}"), "Invite", fields);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith(sentence, page.Errors.Single(), StringComparison.Ordinal);
        Assert.All(fields, f => Assert.Equal(f.Value, page.Document.QuerySelector($"input[name='{f.Key}']")!.GetAttribute("value") ?? ""));
    }

    [Fact]
    public async Task Nobody_invites_twice_to_elsewhere_or_to_more_than_they_may()
    {
        var (school, principal) = await SchoolAsync(Role.Principal);
        var (other, lead) = await SchoolAsync(Role.LeadSchoolContact);
        using var browser = await portal.SignInAsync(principal);
        using var staff = await portal.SignInAsync(lead);
        var address = Address();
        await InviteAsync(browser, school, Role.SchoolViewer, address);

        Assert.Contains("has an invitation as school viewer", (await InviteAsync(browser, school, Role.SchoolViewer, address)).Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("You may not invite anybody", (await InviteAsync(browser, other, Role.SchoolViewer, address)).Errors.Single(), StringComparison.Ordinal);

        // A role the form does not offer is refused when it is posted all the same.
        var form = await staff.GetAsync($"/invitations/new?role=SchoolViewer&school={other.Number}");
        var posted = Fields(other, Address());
        posted["Role"] = nameof(Role.Principal);
        Assert.Contains("You may not invite anybody as principal", (await staff.SubmitAsync(form, "Invite", posted)).Errors.Single(), StringComparison.Ordinal);

        var elsewhere = await staff.GetAsync((await portal.WithDbAsync(db => db.Invitations.Where(i => i.Email == address).Select(i => $"/invitations/{i.Id}").SingleAsync())).ToString());
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.Status);
    }

    [Fact]
    public async Task A_principal_ends_a_role_that_they_could_invite_to_and_no_other()
    {
        var (school, principal) = await SchoolAsync(Role.Principal);
        var viewer = await portal.PersonAsync(Role.SchoolViewer, school.Id);
        using var browser = await portal.SignInAsync(principal);
        using var person = await portal.SignInAsync(viewer);
        var list = await browser.GetAsync($"/schools/{school.Number}/access");
        var end = list.Document.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("End", StringComparison.Ordinal)).GetAttribute("href")!;

        var ended = await browser.SubmitAsync(await browser.GetAsync(end), "End role", new() { ["Input.To"] = NewZealandTime.Show(portal.Today.AddDays(-1)) });
        Assert.Equal($"/schools/{school.Number}/access", ended.Path);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync($"/schools/{school.Number}")).Status);

        var own = await portal.WithDbAsync(db => db.Grants.SingleAsync(g => g.PersonId == principal.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/admin/people/{principal.Id}/roles/{own.Id}/end")).Status);
    }

    private static (HttpStatusCode, string) Seen(Page page) => (page.Status, page.Heading);

    private static string Address() => $"{Guid.NewGuid():N}@demo.schoolportal.example";

    private Dictionary<string, string?> Fields(School school, string address) => new()
    {
        ["Input.Name"] = "Mārama Tawhai",
        ["Input.Position"] = "Deputy principal",
        ["Input.Email"] = address,
        ["Input.SchoolNumber"] = $"{school.Number}",
        ["Input.From"] = NewZealandTime.Show(portal.Today),
    };

    private async Task<Page> InviteAsync(PageBrowser browser, School school, Role role, string address, string button = "Invite") =>
        await browser.SubmitAsync(await browser.GetAsync($"/invitations/new?role={role}&school={school.Number}"), button, Fields(school, address));

    /// <summary>A school of its own area that no other test uses, and somebody with this role there.</summary>
    private async Task<(School School, TestPerson Person)> SchoolAsync(Role role)
    {
        var skip = Interlocked.Increment(ref used);
        var school = await portal.WithDbAsync(async db =>
        {
            var found = await db.Schools.Where(s => s.DistrictId != null).OrderBy(s => s.Number).Skip(skip).FirstAsync();
            found.SettlePlace(await db.Areas.FirstAsync(a => a.DistrictId == found.DistrictId), null, null);
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Settled the place"), CancellationToken.None);
            return found;
        });
        return (school, await portal.PersonAsync(role, school.Id));
    }

    /// <summary>Lets the outbox go out, and takes the newest link to this address.</summary>
    private async Task<string> LinkAsync(string address)
    {
        while (await portal.SendAsync())
        {
        }

        var mail = portal.Mails.Last(m => m.Address == address);
        return new Uri(mail.Text.Split('\n').Single(line => line.Contains("/invitation/", StringComparison.Ordinal)).Trim()).AbsolutePath;
    }

    private Task<List<Role>> GrantsAsync(Guid person) => portal.WithDbAsync(db => db.Grants.Where(g => g.PersonId == person).Select(g => g.Role).ToListAsync());
}
