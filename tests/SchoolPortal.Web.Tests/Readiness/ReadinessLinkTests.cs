using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Notices;
using SchoolPortal.Web.Pages.Readiness;
using SchoolPortal.Web.Tests.Notices;

using Xunit;

namespace SchoolPortal.Web.Tests.Readiness;

/// <summary>The link that asks a school once a term, from the notice to the record, and every way in which it no longer helps.</summary>
public sealed class ReadinessLinkTests : IDisposable
{
    private const string Yes = "Yes, both are still right";

    // One for each test: its clock goes on by terms.
    private readonly MailingPortal portal = new();

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task A_link_shows_no_more_than_the_name_changes_nothing_until_it_is_pressed_and_works_once()
    {
        var (school, link) = await AskedAsync();
        using var stranger = portal.Browser();
        using (var head = await stranger.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(link, UriKind.Relative))))
        {
            Assert.Equal("no-referrer", head.Headers.GetValues("Referrer-Policy").Single());
            Assert.True(head.Headers.CacheControl!.NoStore);
        }

        var page = await stranger.GetAsync(link);
        Assert.Contains(school.School.Facts.Name, page.Text, StringComparison.Ordinal);
        foreach (var kept in new[] { "Aroha", "Siobhán", "Hēmi", "4567", "Kupu", "Pātai" })
        {
            Assert.DoesNotContain(kept, page.Text, StringComparison.Ordinal);
        }

        Assert.Null((await LinkAsync(link)).UsedAt);
        Assert.DoesNotContain(await ConfirmedAsync(school), day => day == portal.Today);

        page = await stranger.SubmitAsync(page, Yes);
        Assert.Contains("confirmed for this term", page.Done, StringComparison.Ordinal);
        Assert.All(await ConfirmedAsync(school), day => Assert.Equal(portal.Today, day));
        Assert.All(await CheckedAsync(school), day => Assert.Equal(portal.Today, day));
        Assert.Contains(await school.HistoryAsync(), line => line.Who == "Hēmi Walker" && line.Position == "by the link in an e-mail" && line.Why is not null);
        Assert.Equal("This link has been used", (await stranger.GetAsync(link)).Heading);

        await portal.DoAsync<AskReadiness>(part => part.HandleAsync(CancellationToken.None));
        portal.Clock.Advance(TimeSpan.FromDays(15));
        await portal.DoAsync<AskReadiness>(part => part.HandleAsync(CancellationToken.None));
        Assert.Equal(1, await portal.WithDbAsync(db => db.Notices.CountAsync(n => n.SchoolId == school.School.Id)));
    }

    [Fact]
    public async Task The_portal_keeps_the_hash_of_a_link_alone()
    {
        var (_, link) = await AskedAsync();
        var token = link.Split('/')[^1];
        Assert.True(token.Length >= 43);
        Assert.Equal(MailedLinks.HashOf(token), (await LinkAsync(link)).Sha256);
        Assert.False(await portal.WithDbAsync(db => db.Notices.AnyAsync(n => n.Text.Contains(token) || (n.Path != null && n.Path.Contains(token)))));
    }

    [Fact]
    public async Task Of_many_who_press_at_once_one_confirms()
    {
        var (school, link) = await AskedAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            using var browser = portal.Browser();
            var page = await browser.GetAsync(link);
            return page.Heading.StartsWith("Are the", StringComparison.Ordinal) ? await browser.SubmitAsync(page, Yes) : page;
        })));
        Assert.Single((await school.HistoryAsync()).Where(line => line.Who == "Hēmi Walker").DistinctBy(line => line.At));
    }

    [Fact]
    public async Task A_link_that_no_longer_helps_says_why_and_what_to_do()
    {
        using var stranger = portal.Browser();
        var unknown = await stranger.GetAsync("/ready/not-a-link-of-ours");
        Assert.Equal((HttpStatusCode.NotFound, "This is not a link of ours"), (unknown.Status, unknown.Heading));

        var (school, link) = await AskedAsync();
        var form = await stranger.GetAsync(link);
        await portal.WithDbAsync(async db =>
        {
            var contact = await db.SchoolContacts.SingleAsync(c => c.SchoolId == school.School.Id && c.Position == ContactPosition.LeadSchoolContact);
            contact.End(portal.Today.AddDays(-1));
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Ended a contact"), CancellationToken.None);
        });
        var ended = await stranger.SubmitAsync(form, Yes);
        Assert.Equal((HttpStatusCode.Gone, "This link can no longer be used"), (ended.Status, ended.Heading));
        Assert.Null((await LinkAsync(link)).UsedAt);

        portal.Clock.Advance(MailedLink.GoodFor(NoticeKind.ReadinessLink));
        Assert.Equal("This link is too old", (await stranger.GetAsync(link)).Heading);
    }

    [Fact]
    public async Task A_section_that_is_not_filled_in_is_left_to_whoever_signs_in()
    {
        var (_, link) = await AskedAsync(withProfile: false);
        using var stranger = portal.Browser();
        var page = await stranger.SubmitAsync(await stranger.GetAsync(link), Yes);
        Assert.Contains("“Emergency readiness”", page.Done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_weeks_later_the_Lead_Police_Contact_is_asked_to_ask()
    {
        var (school, _) = await AskedAsync();
        var officer = await portal.LeadPoliceContactAsync(school.School.Id);
        var task = $"Ask {school.School.Facts.Name} to confirm its emergency readiness";
        using (var early = await portal.SignInAsync(officer))
        {
            Assert.DoesNotContain(task, (await early.GetAsync("/today")).Text, StringComparison.Ordinal);
        }

        portal.Clock.Advance(TimeSpan.FromDays(21));
        using var late = await portal.SignInAsync(officer);
        Assert.Contains(task, (await late.GetAsync("/today")).Text, StringComparison.Ordinal);
    }

    /// <summary>The first morning of the next term: a school that answered everything is asked, and its Lead School Contact has the mail.</summary>
    private async Task<(ProfileCase School, string Link)> AskedAsync(bool withProfile = true)
    {
        var school = await ProfileCase.NewAsync(portal);
        await portal.WithDbAsync(async db =>
        {
            db.SchoolContacts.Add(new SchoolContact(
                school.School.Id, ContactPosition.LeadSchoolContact, "Hēmi Walker", new Reach("hemi@demo.schoolportal.example", null, null), false, portal.Today));
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Named somebody"), CancellationToken.None);
        });
        var calendar = await portal.WithDbAsync(db => db.CalendarAsync(CancellationToken.None));
        var day = portal.Today.AddDays(1);
        while (calendar.TermOn(day)?.Start != day)
        {
            day = day.AddDays(1);
        }

        if (withProfile)
        {
            await school.LastYearAsync(day.Year);
            await portal.WithDbAsync(db => db.ProfileSections.Where(s => s.SchoolId == school.School.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(s => s.CheckedAt, NewZealandTime.StartOf(day.AddDays(-10)))));
        }

        portal.BecomeDay(day);
        var seen = portal.Mails.Count;
        await portal.DoAsync<AskReadiness>(part => part.HandleAsync(CancellationToken.None));
        if (!calendar.IsSchoolDay(day))
        {
            // A term that begins at Easter: the notice leaves after it.
            portal.BecomeDay(calendar.SchoolDaysAfter(day, 1));
        }

        while (await portal.SendAsync())
        {
        }

        var mail = portal.Mails.Skip(seen).Single(m => m.Subject.Contains(school.School.Facts.Name, StringComparison.Ordinal));
        var line = mail.Text.Split('\n').Single(text => text.Contains("/ready/", StringComparison.Ordinal));
        return (school, new Uri(line.Trim()).AbsolutePath);
    }

    private Task<MailedLink> LinkAsync(string link)
    {
        var sha256 = MailedLinks.HashOf(link.Split('/')[^1]);
        return portal.WithDbAsync(db => db.MailedLinks.AsNoTracking().SingleAsync(l => l.Sha256 == sha256));
    }

    private Task<List<DateOnly>> ConfirmedAsync(ProfileCase school) =>
        portal.WithDbAsync(db => db.SchoolContacts.Where(c => c.SchoolId == school.School.Id).Select(c => c.ConfirmedOn).ToListAsync());

    private Task<List<DateOnly>> CheckedAsync(ProfileCase school) => portal.WithDbAsync(async db =>
        (await db.ProfileSections.AsNoTracking().Where(s => s.SchoolId == school.School.Id && (s.Key == TermReadiness.Section || s.Key == "people")).ToListAsync())
        .ConvertAll(s => NewZealandTime.DayOf(s.CheckedAt!.Value)));
}
