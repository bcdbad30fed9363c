using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.Account;

public sealed class SignInTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Somebody_with_an_account_signs_in_and_lands_on_today()
    {
        using var browser = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));

        var today = await browser.GetAsync("/today");

        Assert.Equal(HttpStatusCode.OK, today.Status);
        Assert.Equal("Today", today.Heading);
    }

    [Fact]
    public async Task R36_A_page_asked_for_before_signing_in_comes_back_after_it_but_another_site_never_does()
    {
        var person = await portal.PersonAsync(Role.NationalCoordinator);
        foreach (var (asked, landed) in new[]
        {
            ("/account", "/account"), ("https://evil.example/", "/today"), ("//evil.example", "/today"), ("/\\evil.example", "/today"),
            ("\\\\evil.example", "/today"), ("/\t/evil.example", "/today"), ("javascript:alert(1)", "/today"), ("", "/today"),
        })
        {
            using var browser = portal.Browser();
            var form = await browser.GetAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(asked)}");
            var page = await browser.SubmitAsync(form, "Sign in", Given(person.Email, PortalHost.Passphrase));
            Assert.Equal(landed, page.Path);
        }
    }

    [Fact]
    public async Task R05_Unknown_wrong_resting_and_disabled_read_the_same()
    {
        var wrong = await portal.PersonAsync("Wrong");
        var locked = await portal.PersonAsync("Locked");
        var disabled = await portal.PersonAsync("Disabled");
        await portal.WithDbAsync(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == disabled.Id)).Disable(portal.Clock.UtcNow());
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Stopped accounts"), CancellationToken.None);
        });

        await GiveWrongPassphrasesAsync(portal.Browser(), locked, 5);
        var answers = new HashSet<string>();
        foreach (var (email, passphrase) in new[]
        {
            ("nobody@test.schoolportal.example", PortalHost.Passphrase), (wrong.Email, "not the right passphrase"),
            (locked.Email, PortalHost.Passphrase), (disabled.Email, PortalHost.Passphrase),
        })
        {
            using var browser = portal.Browser();
            var page = await browser.SubmitAsync(await browser.GetAsync("/account/sign-in"), "Sign in", Given(email, passphrase));
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Equal(email, page.Document.QuerySelector("input[type=email]")!.GetAttribute("value"));
            answers.Add(Assert.Single(page.Errors));
        }

        Assert.Single(answers);
    }

    [Fact]
    public async Task R04_Five_wrong_tries_rest_the_account_for_fifteen_minutes_and_tries_meanwhile_do_not_prolong_it()
    {
        using var own = new PortalHost();
        var person = await own.PersonAsync("Forgetful");
        using var browser = own.Browser();
        await GiveWrongPassphrasesAsync(browser, person, 5);

        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(browser, person, PortalHost.Passphrase)).Status);
        own.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(browser, person, "still not the right one")).Status);
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("/today", (await TryAsync(browser, person, PortalHost.Passphrase)).Path);
    }

    [Fact]
    public async Task R04_Nobody_elsewhere_can_keep_a_person_out_of_a_network_they_sign_in_from()
    {
        var person = await portal.PersonAsync("Regular");
        using var stranger = portal.BrowserAt("203.0.113.9");
        using var known = portal.BrowserAt("198.51.100.7");
        using var other = portal.BrowserAt("198.51.100.8");
        await TryAsync(known, person, PortalHost.Passphrase);

        await GiveWrongPassphrasesAsync(stranger, person, 5);

        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(stranger, person, PortalHost.Passphrase)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(other, person, PortalHost.Passphrase)).Status);
        using var again = portal.BrowserAt("198.51.100.7");
        Assert.Equal("/today", (await TryAsync(again, person, PortalHost.Passphrase)).Path);
    }

    [Fact]
    public async Task R17_A_disabled_account_is_out_at_the_next_request()
    {
        var person = await portal.PersonAsync(Role.NationalCoordinator);
        using var browser = await portal.SignInAsync(person);
        await portal.WithDbAsync(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == person.Id)).Disable(portal.Clock.UtcNow());
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Stopped an account"), CancellationToken.None);
        });

        Assert.StartsWith("/account/sign-in", (await browser.GetAsync("/today")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.NationalCoordinator, 15)]
    [InlineData(Role.Principal, 30)]
    public async Task R18_A_session_without_activity_ends_after_its_idle_time(Role role, int minutes)
    {
        using var own = new PortalHost();
        var school = await own.SchoolAsync(1404);
        var person = await own.PersonAsync(role, role == Role.Principal ? school.Id : null);
        using var browser = await own.SignInAsync(person);

        own.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        Assert.Equal("/today", (await browser.GetAsync("/today")).Path);
        own.Clock.Advance(TimeSpan.FromMinutes(minutes));
        Assert.StartsWith("/account/sign-in", (await browser.GetAsync("/today")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R18_No_session_lives_longer_than_eight_hours_however_busy()
    {
        using var own = new PortalHost();
        using var browser = await own.SignInAsync(await own.PersonAsync(Role.NationalCoordinator));
        for (var minutes = 0; minutes < 8 * 60 - 10; minutes += 10)
        {
            own.Clock.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal("/today", (await browser.GetAsync("/today")).Path);
        }

        own.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.StartsWith("/account/sign-in", (await browser.GetAsync("/today")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short", "16 characters")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "run or a repeat")]
    [InlineData("school portal password", "too close")]
    [InlineData("police kura aotearoa portal", "too close")]
    [InlineData("abcdefghijklmnopqrstuvwxyz", "run or a repeat")]
    [InlineData("tuituituituituituitui", "run or a repeat")]
    [InlineData("1234567890123456", "run or a repeat")]
    [InlineData("National coordinator 1", "too close")]
    public async Task R02_R03_A_weak_passphrase_is_refused_with_the_reason(string chosen, string reason)
    {
        using var browser = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));

        var page = await ChangeAsync(browser, PortalHost.Passphrase, chosen);

        Assert.Contains(reason, Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ka nui te ora \u2603 \ud83d\udc27 wh\u0101nau")]
    [InlineData("  leading and trailing blanks count  ")]
    [InlineData("all small letters and nothing else at all is good enough because it is long, and sixty-four characters are allowed")]
    public async Task R02_Any_long_passphrase_is_taken_exactly_as_it_is_typed(string chosen)
    {
        var person = await portal.PersonAsync(Role.NationalCoordinator);
        using var browser = await portal.SignInAsync(person);
        await ChangeAsync(browser, PortalHost.Passphrase, chosen);

        using var other = portal.Browser();
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(other, person, chosen[..^1] + "x")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(other, person, chosen.ToUpperInvariant())).Status);
        Assert.Equal("/today", (await TryAsync(other, person, chosen)).Path);
    }

    [Fact]
    public async Task R12_Changing_the_passphrase_needs_the_one_in_use_and_wrong_ones_count()
    {
        var person = await portal.PersonAsync(Role.NationalCoordinator);
        using var browser = await portal.SignInAsync(person);
        for (var i = 0; i < 5; i++)
        {
            var refused = await ChangeAsync(browser, "not the right passphrase", "weka lantern ferry ninety");
            Assert.Contains("not your passphrase", Assert.Single(refused.Errors), StringComparison.Ordinal);
        }

        var rests = await ChangeAsync(browser, PortalHost.Passphrase, "weka lantern ferry ninety");
        Assert.Contains("too many wrong tries", Assert.Single(rests.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R12_A_changed_passphrase_ends_every_other_session()
    {
        var person = await portal.PersonAsync(Role.NationalCoordinator);
        using var other = await portal.SignInAsync(person);
        using var browser = await portal.SignInAsync(person);

        var done = await ChangeAsync(browser, PortalHost.Passphrase, "weka lantern ferry ninety");

        Assert.Contains("passphrase is changed", done.Done, StringComparison.Ordinal);
        Assert.Equal("/today", (await browser.GetAsync("/today")).Path);
        Assert.StartsWith("/account/sign-in", (await other.GetAsync("/today")).Path, StringComparison.Ordinal);
        using var again = await portal.SignInAsync(person.Email, "weka lantern ferry ninety");
    }

    private static async Task GiveWrongPassphrasesAsync(PageBrowser browser, TestPerson person, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await TryAsync(browser, person, "not the right passphrase");
        }
    }

    private static async Task<Page> TryAsync(PageBrowser browser, TestPerson person, string passphrase) =>
        await browser.SubmitAsync(await browser.GetAsync("/account/sign-in"), "Sign in", Given(person.Email, passphrase));

    private static async Task<Page> ChangeAsync(PageBrowser browser, string current, string chosen) =>
        await browser.SubmitAsync(
            await browser.GetAsync("/account/passphrase"),
            "Change passphrase",
            new() { ["Input.Current"] = current, ["Input.Chosen"] = chosen });

    private static Dictionary<string, string?> Given(string email, string passphrase) =>
        new() { ["Input.Email"] = email, ["Input.Passphrase"] = passphrase };
}
