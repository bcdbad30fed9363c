using System.Net;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.Security;

public sealed class SessionTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string SessionCookie = "__Host-SchoolPortal";

    [Fact]
    public async Task R15_Signing_in_again_begins_a_new_session_and_ends_the_old_one()
    {
        var person = await portal.PersonAsync(Role.NationalCoordinator);
        var jar = new CookieContainer();
        using var browser = portal.Browser(jar);
        await SignInAsync(browser, person);
        var old = Copy(jar);

        await SignInAgainAsync(browser, person);

        using var copy = portal.Browser(old);
        Assert.True(await IsOutAsync(copy));
        Assert.False(await IsOutAsync(browser));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%00%ff%2e%2e")]
    public async Task R15_A_planted_cookie_gives_no_session_and_no_fault(string planted)
    {
        foreach (var name in new[] { SessionCookie, "__Host-SchoolPortal.Form", "__Host-SchoolPortal.Told" })
        {
            using var browser = portal.Browser();
            browser.Client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", $"{name}={planted}");

            Assert.True(await IsOutAsync(browser));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/sign-in")).Status);
        }
    }

    [Fact]
    public async Task R15_A_changed_cookie_gives_no_session()
    {
        var jar = new CookieContainer();
        using var browser = portal.Browser(jar);
        await SignInAsync(browser, await portal.PersonAsync(Role.NationalCoordinator));
        var right = Copy(jar).GetAllCookies()[SessionCookie]!.Value;
        for (var at = 10; at < right.Length; at += right.Length / 7)
        {
            var changed = Copy(jar);
            changed.GetAllCookies()[SessionCookie]!.Value = right[..at] + (right[at] == 'A' ? 'B' : 'A') + right[(at + 1)..];
            using var other = portal.Browser(changed);
            Assert.True(await IsOutAsync(other));
        }
    }

    [Fact]
    public async Task R16_R71_Sessions_tokens_and_sign_out_are_shared_by_all_nodes()
    {
        using var second = portal.AnotherNode();
        var person = await portal.PersonAsync(Role.NationalCoordinator);
        var jar = new CookieContainer();
        using var here = portal.Browser(jar);
        using var there = second.Browser(jar);

        // The form of one node is sent to the other, which knows the person from then on.
        var form = await here.GetAsync("/account/sign-in");
        var today = await there.SubmitAsync(form, "Sign in", Given(person));
        Assert.Equal("/today", today.Path);
        Assert.False(await IsOutAsync(here));

        var kept = Copy(jar);
        using var copyThere = second.Browser(kept);
        using var copyHere = portal.Browser(Copy(jar));
        Assert.False(await IsOutAsync(copyThere));
        await here.SubmitAsync(await here.GetAsync("/today"), "Sign out");

        Assert.True(await IsOutAsync(copyHere));
        Assert.True(await IsOutAsync(copyThere));
    }

    [Fact]
    public async Task R04_R71_Wrong_tries_count_on_all_nodes_together()
    {
        using var second = portal.AnotherNode();
        var person = await portal.PersonAsync(Role.NationalCoordinator);
        foreach (var node in new[] { portal, second, portal, second, portal })
        {
            using var wrong = node.Browser();
            await wrong.SubmitAsync(await wrong.GetAsync("/account/sign-in"), "Sign in",
                new() { ["Input.Email"] = person.Email, ["Input.Passphrase"] = "not the right passphrase" });
        }

        using var right = second.Browser();
        var refused = await right.SubmitAsync(await right.GetAsync("/account/sign-in"), "Sign in", Given(person));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task R17_A_role_that_ended_yesterday_counts_no_more_at_the_next_request()
    {
        var school = await portal.SchoolAsync(1404);
        var person = await portal.PersonAsync(Role.Principal, school.Id);
        using var browser = await portal.SignInAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/schools/1404")).Status);

        await portal.WithDbAsync(async db =>
        {
            (await db.Grants.SingleAsync(g => g.PersonId == person.Id)).End(portal.Today.AddDays(-1));
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Ended a role"), CancellationToken.None);
        });

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/schools/1404")).Status);
    }

    [Fact]
    public async Task R19_A_person_sees_their_sessions_and_ends_the_others()
    {
        var person = await portal.PersonAsync(Role.NationalCoordinator);
        using var other = await portal.SignInAsync(person);
        using var browser = await portal.SignInAsync(person);

        var account = await browser.GetAsync("/account");
        Assert.Equal(2, account.Document.QuerySelectorAll("tbody tr").Length);
        await browser.SubmitAsync(account, "Sign out everywhere else");

        Assert.True(await IsOutAsync(other));
        Assert.False(await IsOutAsync(browser));
    }

    [Fact]
    public async Task R20_Every_cookie_is_of_this_host_alone_and_ends_with_the_browser()
    {
        var person = await portal.PersonAsync(Role.NationalCoordinator);
        var handler = new Cookies();
        using var client = portal.CreateDefaultClient(new Uri("https://localhost"), handler, new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler());
        using var browser = new PageBrowser(client);
        await SignInAsync(browser, person);
        await browser.SubmitAsync(await browser.GetAsync("/account/passphrase"), "Change passphrase",
            new() { ["Input.Current"] = PortalHost.Passphrase, ["Input.Chosen"] = "weka lantern ferry ninety" });

        Assert.Equal(["__Host-SchoolPortal", "__Host-SchoolPortal.Form", "__Host-SchoolPortal.Told"], handler.Set.Select(c => c.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        foreach (var cookie in handler.Set)
        {
            var flags = cookie.Split(';', StringSplitOptions.TrimEntries).Skip(1).Select(f => f.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
            Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "path=/", "secure", "samesite=lax", "httponly" }, flags);
            Assert.DoesNotContain(flags, f => f.StartsWith("domain", StringComparison.Ordinal));
            // Only a deletion carries a date.
            Assert.DoesNotContain(flags, f => f.StartsWith("expires", StringComparison.Ordinal) && !f.Contains("1970", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task R05_Every_refusal_costs_one_comparison_whether_there_is_such_an_account_or_not()
    {
        var counter = new CountingHasher();
        using var counted = portal.WithWebHostBuilder(host => host.ConfigureServices(services =>
            services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<PortalUser>>(counter))));
        var known = await portal.PersonAsync("Known");
        var disabled = await portal.PersonAsync("Disabled");
        await portal.WithDbAsync(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == disabled.Id)).Disable(portal.Clock.UtcNow());
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Stopped an account"), CancellationToken.None);
        });

        foreach (var email in new[] { "nobody@test.schoolportal.example", known.Email, disabled.Email })
        {
            using var client = counted.CreateDefaultClient(new Uri("https://localhost"), new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler());
            using var browser = new PageBrowser(client);
            var form = await browser.GetAsync("/account/sign-in");
            counter.Comparisons = 0;
            await browser.SubmitAsync(form, "Sign in", new() { ["Input.Email"] = email, ["Input.Passphrase"] = "not the right passphrase" });
            Assert.Equal(1, counter.Comparisons);
        }
    }

    [Fact]
    public async Task R62_A_hash_of_fewer_rounds_is_made_anew_at_sign_in_and_left_alone_afterwards()
    {
        var person = await portal.PersonAsync(Role.NationalCoordinator);
        var old = new PasswordHasher<PortalUser>(Options.Create(new PasswordHasherOptions { IterationCount = 500 }))
            .HashPassword(new PortalUser(), PortalHost.Passphrase);
        await portal.WithDbAsync(db => db.Users.Where(u => u.Id == person.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.PasswordHash, old)));

        using var first = await portal.SignInAsync(person);
        var anew = await HashOfAsync(person);
        using var second = await portal.SignInAsync(person);

        Assert.NotEqual(old, anew);
        Assert.Equal(anew, await HashOfAsync(person));
    }

    [Fact]
    public async Task A_session_has_one_form_token_and_a_form_with_another_persons_is_refused()
    {
        using var one = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        using var other = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        var token = await TokenAsync(one);

        Assert.Equal(token, await TokenAsync(one));
        Assert.NotEqual(token, await TokenAsync(other));
        foreach (var (browser, status) in new[] { (other, HttpStatusCode.BadRequest), (one, HttpStatusCode.Redirect) })
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
            using var answer = await browser.Client.PostAsync(new Uri("/account/sign-out", UriKind.Relative), form);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    private static async Task SignInAsync(PageBrowser browser, TestPerson person) =>
        await browser.SubmitAsync(await browser.GetAsync("/account/sign-in"), "Sign in", Given(person));

    // Somebody signed in is not shown the form, but a second tab may still send it.
    private static async Task SignInAgainAsync(PageBrowser browser, TestPerson person)
    {
        using var body = new FormUrlEncodedContent(Given(person).Append(new("__RequestVerificationToken", await TokenAsync(browser))));
        using var answer = await browser.Client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<string> TokenAsync(PageBrowser browser) =>
        (await browser.GetAsync("/today")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static Dictionary<string, string?> Given(TestPerson person) =>
        new() { ["Input.Email"] = person.Email, ["Input.Passphrase"] = PortalHost.Passphrase };

    private static async Task<bool> IsOutAsync(PageBrowser browser)
    {
        using var answer = await browser.Client.GetAsync(new Uri("/account", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.StartsWith("/account/sign-in", StringComparison.Ordinal);
    }

    private static CookieContainer Copy(CookieContainer jar)
    {
        var copy = new CookieContainer();
        foreach (var cookie in jar.GetAllCookies().Cast<Cookie>())
        {
            copy.Add(new Cookie(cookie.Name, cookie.Value, "/", "localhost") { Secure = true });
        }

        return copy;
    }

    private Task<string?> HashOfAsync(TestPerson person) =>
        portal.WithDbAsync(db => db.Users.Where(u => u.Id == person.Id).Select(u => u.PasswordHash).SingleAsync());

    /// <summary>Every cookie that was set, as sent.</summary>
    private sealed class Cookies : DelegatingHandler
    {
        public List<string> Set { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            Set.AddRange(answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []);
            return answer;
        }
    }

    private sealed class CountingHasher : PasswordHasher<PortalUser>
    {
        public int Comparisons { get; set; }

        public override PasswordVerificationResult VerifyHashedPassword(PortalUser user, string hashedPassword, string providedPassword)
        {
            Comparisons++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
