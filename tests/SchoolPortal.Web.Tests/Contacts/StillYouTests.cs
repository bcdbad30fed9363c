using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Contacts;
using SchoolPortal.Web.Tests.Notices;

using Xunit;

namespace SchoolPortal.Web.Tests.Contacts;

/// <summary>A school's people are asked each term whether they still are; silence, a bounce and a no are the officer's to find out.</summary>
public sealed class StillYouTests : IDisposable
{
    // One for each test: its clock goes on by terms.
    private readonly MailingPortal portal = new();

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task Everybody_is_asked_once_a_term_answers_once_and_the_silent_are_doubted()
    {
        var school = await ProfileCase.NewAsync(portal);
        await NameAsync(school, ContactPosition.LeadSchoolContact, "Hēmi Walker", "hemi@demo.schoolportal.example");
        await NameAsync(school, ContactPosition.Emergency2, "Hēmi Walker", "Hemi@demo.schoolportal.example");
        await NameAsync(school, ContactPosition.BusController, "Ana Sione", "ana@demo.schoolportal.example");
        await NameAsync(school, ContactPosition.PastoralLead, "Tama Reid", "tama@demo.schoolportal.example");
        await NameAsync(school, ContactPosition.Office, "Office", "gone@demo.schoolportal.example");
        var start = await NextTermAsync();
        portal.BecomeDay(start.AddDays(3));
        await AskAsync();
        Assert.Empty(portal.Mails);

        portal.BecomeDay(start.AddDays(15));
        portal.Answer = mail => mail.Address.StartsWith("gone", StringComparison.Ordinal) ? "No such mailbox." : null;
        await AskAsync();
        await AskAsync();
        Assert.Equal(3, portal.Mails.Count);
        using var stranger = portal.Browser();
        var page = await stranger.GetAsync(LinkTo("hemi"));
        Assert.Equal("Are you still Lead School Contact and emergency contact 2?", page.Heading);
        Assert.DoesNotContain("Hēmi", page.Text, StringComparison.Ordinal);
        Assert.Contains("confirmed for this term", (await stranger.SubmitAsync(page, "Yes, and the school can reach me as before")).Done, StringComparison.Ordinal);
        Assert.Equal("This link has been used", (await stranger.GetAsync(LinkTo("hemi"))).Heading);
        await stranger.SubmitAsync(await stranger.GetAsync(LinkTo("ana")), "No, not any more");

        await GiveUpAsync();
        portal.BecomeDay(start.AddDays(31));
        await portal.DoAsync<DoubtSilentContacts>(part => part.HandleAsync(CancellationToken.None));
        var contacts = await portal.WithDbAsync(db => db.SchoolContacts.AsNoTracking().Where(c => c.SchoolId == school.School.Id && c.Email != null).ToListAsync());
        Assert.Equal(
            [(ContactPosition.LeadSchoolContact, null), (ContactPosition.PastoralLead, ContactDoubt.NoAnswer), (ContactPosition.BusController, ContactDoubt.SaidNo), (ContactPosition.Office, ContactDoubt.Bounced), (ContactPosition.Emergency2, (ContactDoubt?)null)],
            contacts.OrderBy(c => Array.IndexOf([ContactPosition.LeadSchoolContact, ContactPosition.PastoralLead, ContactPosition.BusController, ContactPosition.Office, ContactPosition.Emergency2], c.Position)).Select(c => (c.Position, c.Doubt)));

        using var officer = await portal.SignInAsync(await portal.LeadPoliceContactAsync(school.School.Id));
        Assert.Contains($"Find out about 3 contacts of {school.School.Facts.Name}", (await officer.GetAsync("/today")).Text, StringComparison.Ordinal);
        var people = await officer.GetAsync($"/schools/{school.Number}/contacts");
        Assert.All(new[] { "Did not answer", "Says no longer", "Could not be reached" }, words => Assert.Contains(words, people.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whom_the_school_confirmed_this_term_is_not_asked_and_a_link_of_somebody_gone_says_so()
    {
        var school = await ProfileCase.NewAsync(portal);
        await NameAsync(school, ContactPosition.BusController, "Ana Sione", "ana@demo.schoolportal.example");
        await NameAsync(school, ContactPosition.PastoralLead, "Tama Reid", "tama@demo.schoolportal.example");
        var start = await NextTermAsync();
        portal.BecomeDay(start.AddDays(5));
        await ChangeAsync(school, ContactPosition.BusController, contact => contact.Confirm(portal.Today));
        portal.BecomeDay(start.AddDays(16));
        await AskAsync();
        Assert.Equal(["tama@demo.schoolportal.example"], portal.Mails.Select(m => m.Address));

        using var stranger = portal.Browser();
        var form = await stranger.GetAsync(LinkTo("tama"));
        await ChangeAsync(school, ContactPosition.PastoralLead, contact => contact.End(portal.Today.AddDays(-1)));
        var ended = await stranger.SubmitAsync(form, "Yes, and the school can reach me as before");
        Assert.Equal((HttpStatusCode.Gone, "There is nothing to answer any more"), (ended.Status, ended.Heading));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/still-you/not-a-link")).Status);
    }

    [Fact]
    public async Task Whoever_is_named_by_another_is_told_and_corrects_their_own_entry()
    {
        var school = await ProfileCase.NewAsync(portal);
        var named = await portal.PersonAsync("Dean of Year 9");
        await portal.WithDbAsync(db => db.People.Where(p => p.Id == named.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Email, "dean@demo.schoolportal.example")));
        using var principal = await school.AsAsync(Role.Principal);
        var form = await principal.GetAsync($"/schools/{school.Number}/contacts/name?position=PastoralLead");
        await principal.SubmitAsync(form, "Name them", new() { ["Input.Name"] = "Dean", ["Input.Email"] = "Dean@demo.schoolportal.example" });
        while (await portal.SendAsync())
        {
        }

        var told = Assert.Single(portal.Mails);
        Assert.Contains($"named you as pastoral lead of {school.School.Facts.Name}", told.Text, StringComparison.Ordinal);

        using var dean = await portal.SignInAsync(named);
        var own = await dean.GetAsync("/account/details");
        var entry = own.Document.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("Correct", StringComparison.Ordinal)).GetAttribute("href")!;
        await dean.SubmitAsync(await dean.GetAsync(entry), "Save", new() { ["Input.Phone"] = "09 276 1234" });
        Assert.Equal("+6492761234", await portal.WithDbAsync(db => db.SchoolContacts.Where(c => c.SchoolId == school.School.Id && c.Position == ContactPosition.PastoralLead).Select(c => c.Phone).SingleAsync()));

        using var other = await portal.SignInAsync(await portal.PersonAsync("Somebody else"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(entry)).Status);
    }

    private Task NameAsync(ProfileCase school, ContactPosition position, string name, string email) => portal.WithDbAsync(async db =>
    {
        db.SchoolContacts.Add(new SchoolContact(school.School.Id, position, name, new Reach(email, null, null), false, portal.Today));
        await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Named somebody"), CancellationToken.None);
    });

    private Task ChangeAsync(ProfileCase school, ContactPosition position, Action<SchoolContact> change) => portal.WithDbAsync(async db =>
    {
        change(await db.SchoolContacts.SingleAsync(c => c.SchoolId == school.School.Id && c.Position == position));
        await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Changed somebody"), CancellationToken.None);
    });

    private async Task<DateOnly> NextTermAsync()
    {
        var calendar = await portal.WithDbAsync(db => db.CalendarAsync(CancellationToken.None));
        var day = portal.Today.AddDays(1);
        while (calendar.TermOn(day)?.Start != day)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private async Task AskAsync()
    {
        await portal.DoAsync<AskStillYou>(part => part.HandleAsync(CancellationToken.None));
        while (await portal.SendAsync())
        {
        }
    }

    /// <summary>Days go by until the mail server has refused the one bad address for the last time.</summary>
    private async Task GiveUpAsync()
    {
        while (await portal.WithDbAsync(db => db.Notices.AnyAsync(n => n.State == NoticeState.Waiting)))
        {
            portal.Clock.Advance(TimeSpan.FromHours(12));
            await portal.SendAsync();
        }
    }

    private string LinkTo(string name) => new Uri(portal.Mails.Single(m => m.Address.StartsWith(name, StringComparison.Ordinal)).Text
        .Split('\n').Single(line => line.Contains("/still-you/", StringComparison.Ordinal)).Trim()).AbsolutePath;
}
