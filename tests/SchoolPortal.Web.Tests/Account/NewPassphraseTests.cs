using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.Notices;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Account;
using SchoolPortal.Web.Tests.Notices;

using Xunit;

namespace SchoolPortal.Web.Tests.Account;

/// <summary>Requirement R08: a lost passphrase, from the question through the e-mail to the next sign-in.</summary>
public sealed class NewPassphraseTests(MailingPortal portal) : IClassFixture<MailingPortal>
{
    private const string Chosen = "kererū bicycle lemon forty";

    [Fact]
    public async Task R08_A_link_sets_a_new_passphrase_once_ends_all_sessions_and_the_person_is_told()
    {
        var (person, link) = await AskedAsync();
        using var before = await portal.SignInAsync(person);
        using var browser = portal.Browser();
        var form = await browser.GetAsync(link);
        Assert.Equal("Choose a new passphrase", form.Heading);
        var weak = await browser.SubmitAsync(form, "Save the new passphrase", new() { ["Input.Passphrase"] = "short" });
        Assert.Equal(HttpStatusCode.BadRequest, weak.Status);

        var set = await browser.SubmitAsync(weak, "Save the new passphrase", new() { ["Input.Passphrase"] = Chosen });
        Assert.Equal("/account/sign-in", set.Path);
        Assert.Equal("/account/sign-in", (await before.GetAsync("/today")).Path.Split('?')[0]);
        using var after = await portal.SignInAsync(person.Email, Chosen);
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.SignInAsync(person));
        Assert.Equal((HttpStatusCode.OK, "This link has been used"), Seen(await browser.GetAsync(link)));
        await portal.SendAsync();
        Assert.Contains(portal.Mails, mail => mail.Address == person.Email && mail.Subject == "Your passphrase was changed");
    }

    [Fact]
    public async Task R05_An_address_without_an_account_and_a_disabled_one_are_answered_alike_and_get_nothing()
    {
        var disabled = await PersonAsync();
        await portal.WithDbAsync(db => db.People.Where(p => p.Id == disabled.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.DisabledAt, portal.Clock.GetUtcNow().UtcDateTime)));
        var known = await PersonAsync();
        var answers = new List<Page>();
        foreach (var address in new[] { known.Email, disabled.Email, "nobody@demo.schoolportal.example" })
        {
            answers.Add(await AskAsync(address));
        }

        Assert.Single(answers.Select(answer => (answer.Status, answer.Path, answer.Done)).Distinct());
        await SendAllAsync();
        Assert.Contains(portal.Mails, mail => mail.Address == known.Email);
        Assert.DoesNotContain(portal.Mails, mail => mail.Address == disabled.Email || mail.Address.StartsWith("nobody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R08_Only_the_newest_link_works_for_an_hour_and_asking_again_and_again_fills_no_mailbox()
    {
        var (person, first) = await AskedAsync();
        await AskAsync(person.Email);
        var second = await LinkAsync(person.Email);
        using var browser = portal.Browser();
        Assert.Equal((HttpStatusCode.Gone, "This link is too old"), Seen(await browser.GetAsync(first)));
        Assert.Equal("Choose a new passphrase", (await browser.GetAsync(second)).Heading);

        for (var again = 0; again < AskNewPassphrase.MostAnHour; again++)
        {
            await AskAsync(person.Email);
        }

        await SendAllAsync();
        Assert.Equal(AskNewPassphrase.MostAnHour, portal.Mails.Count(mail => mail.Address == person.Email));
        var newest = await LinkAsync(person.Email);
        portal.Clock.Advance(MailedLink.GoodFor(NoticeKind.NewPassphrase));
        Assert.Equal((HttpStatusCode.Gone, "This link is too old"), Seen(await browser.GetAsync(newest)));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/account/new-passphrase/not-a-link")).Status);
    }

    private static (HttpStatusCode, string) Seen(Page page) => (page.Status, page.Heading);

    private async Task<(TestPerson Person, string Link)> AskedAsync()
    {
        var person = await PersonAsync();
        await AskAsync(person.Email);
        return (person, await LinkAsync(person.Email));
    }

    /// <summary>Somebody at an address that this portal may write to.</summary>
    private async Task<TestPerson> PersonAsync()
    {
        var made = await portal.PersonAsync("Teacher");
        var address = $"{Guid.NewGuid():N}@demo.schoolportal.example";
        await portal.WithDbAsync(async db =>
        {
            await db.People.Where(p => p.Id == made.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Email, address));
            await db.Users.Where(u => u.Id == made.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.Email, address).SetProperty(x => x.NormalizedEmail, address.ToUpperInvariant()));
        });
        return made with { Email = address };
    }

    private async Task<Page> AskAsync(string address)
    {
        using var browser = portal.Browser();
        return await browser.SubmitAsync(await browser.GetAsync("/account/forgotten"), "Send the link", new() { ["Input.Email"] = address });
    }

    private async Task SendAllAsync()
    {
        while (await portal.SendAsync())
        {
        }
    }

    private async Task<string> LinkAsync(string address)
    {
        await SendAllAsync();
        var mail = portal.Mails.Last(m => m.Address == address && m.Subject == "A new passphrase for School Portal");
        return new Uri(mail.Text.Split('\n').Single(line => line.Contains("/new-passphrase/", StringComparison.Ordinal)).Trim()).AbsolutePath;
    }
}
