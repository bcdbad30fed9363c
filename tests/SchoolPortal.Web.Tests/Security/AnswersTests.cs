using System.Net;

using AngleSharp.Html.Parser;

using SchoolPortal.Domain.People;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.Security;

/// <summary>What stands on and in every answer, whatever was asked.</summary>
public sealed class AnswersTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/privacy", HttpStatusCode.OK)]
    [InlineData("/account/sign-in", HttpStatusCode.OK)]
    [InlineData("/portal.css", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/today", HttpStatusCode.Redirect)]
    [InlineData("/schools/1404", HttpStatusCode.Redirect)]
    [InlineData("/problem", HttpStatusCode.NotFound)]
    [InlineData("/no/such/page", HttpStatusCode.NotFound)]
    [InlineData("/no-such-file.css", HttpStatusCode.NotFound)]
    public async Task R32_R34_R55_R56_R57_Every_method_at_every_kind_of_address_answers_with_all_headers_and_tells_nothing(string address, HttpStatusCode expected)
    {
        using var browser = portal.Browser();
        foreach (var method in Methods)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            using var answer = await browser.Client.SendAsync(request);

            HoldsAllHeaders(answer);
            if (method is "GET" or "HEAD")
            {
                Assert.Equal(expected, answer.StatusCode);
            }
            else
            {
                Assert.True((int)answer.StatusCode is >= 300 and < 500, $"{method}: {answer.StatusCode}");
            }

            if (method is not ("GET" or "HEAD" or "POST"))
            {
                Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
                Assert.Equal("GET, HEAD, POST", string.Join(", ", answer.Content.Headers.Allow));
            }

            if ((int)answer.StatusCode >= 400 && method != "HEAD")
            {
                await IsReadableAsync(answer);
            }
        }
    }

    [Fact]
    public async Task R09_A_foreign_host_is_refused_with_all_headers()
    {
        using var browser = portal.Browser();
        foreach (var host in new[] { "evil.example", "localhost.evil.example", "169.254.169.254" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/account/sign-in");
            request.Headers.Host = host;
            using var answer = await browser.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            HoldsAllHeaders(answer);
        }
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", false)]
    [InlineData("Origin", "https://localhost.evil.example", false)]
    [InlineData("Origin", "https://localhost:444", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", "https://localhost", true)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Sec-Fetch-Site", "none", true)]
    public async Task R30_A_post_from_another_site_is_refused_even_with_a_token(string header, string value, bool isTaken)
    {
        var person = await portal.PersonAsync(Role.NationalCoordinator);
        using var browser = portal.Browser();
        var form = await browser.GetAsync("/account/sign-in");
        browser.Client.DefaultRequestHeaders.Add(header, value);

        var landed = await browser.SubmitAsync(form, "Sign in", new() { ["Input.Email"] = person.Email, ["Input.Passphrase"] = PortalHost.Passphrase });

        if (isTaken)
        {
            Assert.Equal("/today", landed.Path);
        }
        else
        {
            Assert.Equal(HttpStatusCode.BadRequest, landed.Status);
            Assert.Equal("The page could not read that request", landed.Heading);
        }
    }

    [Fact]
    public async Task R30_A_token_of_somebody_else_is_refused_with_a_readable_page()
    {
        using var one = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        using var other = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        var form = await one.GetAsync("/account/passphrase");

        var refused = await other.SubmitAsync(form, "Change passphrase");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("The page could not read that request", refused.Heading);
    }

    [Fact]
    public async Task R39_What_a_person_sees_is_kept_nowhere_but_assets_may_be()
    {
        using var browser = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        foreach (var address in new[] { "/", "/privacy", "/today", "/schools", "/schools/1404", "/schools.csv", "/no/such/page", "/account/sign-in" })
        {
            using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.True(answer.Headers.CacheControl?.NoStore, address);
        }

        var today = await browser.GetAsync("/today");
        var style = today.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        using var asset = await browser.Client.GetAsync(new Uri(style, UriKind.Relative));
        Assert.Matches(@"^/portal\.[a-z0-9]+\.css$", style);
        Assert.Equal(HttpStatusCode.OK, asset.StatusCode);
        Assert.False(asset.Headers.CacheControl?.NoStore);
        Assert.NotNull(asset.Headers.ETag);

        using var form = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", today.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        using var gone = await browser.Client.PostAsync(new Uri("/account/sign-out", UriKind.Relative), form);
        Assert.Equal("\"cache\"", Assert.Single(gone.Headers.GetValues("Clear-Site-Data")));
    }

    [Theory]
    [InlineData("/.git/config")]
    [InlineData("/.env")]
    [InlineData("/appsettings.json")]
    [InlineData("/App_Data/portal.db")]
    [InlineData("/SchoolPortal.Web.pdb")]
    [InlineData("/swagger/index.html")]
    [InlineData("/metrics")]
    [InlineData("/fonts/")]
    [InlineData("/fonts/../appsettings.json")]
    [InlineData("/fonts/%2e%2e/appsettings.json")]
    [InlineData("/web.config")]
    public async Task R56_Nothing_lies_about(string address)
    {
        using var signedIn = await portal.SignInAsync(await portal.PersonAsync(Role.Administrator));
        using var anonymous = portal.Browser();
        foreach (var browser in new[] { signedIn, anonymous })
        {
            using var answer = await browser.Client.GetAsync(new Uri("https://localhost" + address));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("/SCHOOLS/1404")]
    [InlineData("/schools/1404/")]
    [InlineData("//schools/1404")]
    [InlineData("/schools//1404")]
    [InlineData("/schools/./1404")]
    [InlineData("/privacy/../schools/1404")]
    [InlineData("/%73chools/1404")]
    [InlineData("/schools/%31404")]
    [InlineData("/schools/1404%2F")]
    [InlineData("/schools/1404%20")]
    [InlineData("/schools/1404;v=1")]
    [InlineData("/schools/+1404")]
    [InlineData("/schools/01404")]
    [InlineData("/schools/%EF%BC%91404")]
    [InlineData("/schools/1404?schoolNumber=4212")]
    [InlineData("/schools/1404#/schools/4212")]
    [InlineData("/schools%5C1404")]
    public async Task R29_No_way_of_writing_an_address_opens_what_it_does_not_open(string address)
    {
        var elsewhere = await portal.SchoolAsync(4212);
        using var principal = await portal.SignInAsync(await portal.PersonAsync(Role.Principal, elsewhere.Id));
        using var anonymous = portal.Browser();
        foreach (var browser in new[] { principal, anonymous })
        {
            using var answer = await browser.Client.GetAsync(new Uri("https://localhost" + address));
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Redirect or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
            Assert.DoesNotContain("Oratia", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task R44_Malformed_posts_are_refused_never_a_fault()
    {
        using var browser = portal.Browser();
        var bodies = new Dictionary<string, Func<HttpContent>>(StringComparer.Ordinal)
        {
            ["json"] = () => new StringContent("{\"Input\":1}", System.Text.Encoding.UTF8, "application/json"),
            ["no type"] = () => new ByteArrayContent([0, 255, 0]),
            ["many keys"] = () => new FormUrlEncodedContent(Enumerable.Range(0, 5_000).Select(i => new KeyValuePair<string, string>($"k{i}", ""))),
            ["long key"] = () => new FormUrlEncodedContent([new(new string('k', 10_000), "v")]),
            ["half a percent"] = () => Typed("Input.Email=%E0%A4%A&Input.Passphrase=%", "application/x-www-form-urlencoded"),
            ["no boundary"] = () => Typed("--x\r\n\r\n--x--", "multipart/form-data"),
            ["unended part"] = () => Typed("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb", "multipart/form-data; boundary=x"),
            ["unknown charset"] = () => Typed("a=b", "application/x-www-form-urlencoded; charset=no-such"),
            ["utf-7"] = () => Typed("a=b", "application/x-www-form-urlencoded; charset=utf-7"),
            ["broken type"] = () => Typed("a=b", "@@@"),
        };
        foreach (var (name, body) in bodies)
        {
            using var content = body();
            using var answer = await browser.Client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), content);
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{name}: {answer.StatusCode}");
            await IsReadableAsync(answer);
        }
    }

    [Fact]
    public async Task R47_More_than_a_form_can_hold_is_refused_with_the_limit()
    {
        using var browser = portal.Browser();
        using var content = new ByteArrayContent(new byte[1_100_000]);
        using var answer = await browser.Client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("at most 1 MB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R21_R35_Every_page_has_sign_out_by_post_and_neither_script_of_its_own_nor_anything_of_another_host()
    {
        using var browser = await portal.SignInAsync(await portal.PersonAsync(Role.Administrator));
        var shown = 0;
        foreach (var door in (await Door.AllAsync(portal)).Where(door => !door.Route.Contains('.', StringComparison.Ordinal)))
        {
            var page = await browser.GetAsync(door.Address);
            if (page.Document.QuerySelector("main") is null)
            {
                continue;
            }

            shown++;
            Assert.True(page.Document.QuerySelector("form[method=post][action='/account/sign-out'] input[name=__RequestVerificationToken]") is not null, door.Route);
            Assert.Empty(page.Document.QuerySelectorAll("style, [style], script:not([src]), iframe, object, embed"));
            Assert.DoesNotContain(page.Document.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
            Assert.All(page.Document.QuerySelectorAll("[src], link[href]"), e => Assert.StartsWith("/", e.GetAttribute("src") ?? e.GetAttribute("href"), StringComparison.Ordinal));
            Assert.All(page.Document.QuerySelectorAll("form[method=post]"), form => Assert.NotNull(form.QuerySelector("input[name=__RequestVerificationToken]")));
        }

        // Asked for under the name that the style sheet uses, or it would be fetched twice.
        var home = await browser.GetAsync("/today");
        Assert.All(home.Document.QuerySelectorAll("link[rel=preload]"), e => Assert.Equal("/fonts/atkinson-hyperlegible-next-latin.woff2", e.GetAttribute("href")));
        Assert.True(shown > 10, $"Only {shown} pages were looked at.");
    }

    [Fact]
    public async Task R40_Nothing_in_a_query_is_a_fault()
    {
        using var browser = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        string[] names = ["q", "p", "page", "sort", "by", "order", "district", "area", "status", "type", "authority", "lead", "agreement", "profile", "from", "to", "who", "kind", "returnUrl", "handler"];
        string[] values = ["-1", "0", "99999999999999999999", "';DROP TABLE Schools;--", "%_[\"\\", "\u0000", "\ud83d\udc27\u202e<x-probe>", "2026-02-30", "0001-01-01", "9999-12-31", new('x', 3_000)];
        var doors = (await Door.AllAsync(portal)).Where(door => door.Pattern.Parameters.Count == 0).ToList();
        var faults = new List<string>();
        foreach (var door in doors)
        {
            foreach (var value in values)
            {
                var query = string.Join('&', names.Select(name => $"{name}={Uri.EscapeDataString(value)}"));
                using var answer = await browser.Client.GetAsync(new Uri($"{door.Address}?{query}", UriKind.Relative));
                if ((int)answer.StatusCode >= 500 || (await answer.Content.ReadAsStringAsync()).Contains("<x-probe", StringComparison.Ordinal))
                {
                    faults.Add($"{door} with {value[..Math.Min(20, value.Length)]}: {answer.StatusCode}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    internal static void HoldsAllHeaders(HttpResponseMessage answer)
    {
        string Header(string name) => string.Join(", ", answer.Headers.TryGetValues(name, out var values) ? values : []);
        var policy = Header("Content-Security-Policy");
        foreach (var part in new[] { "default-src 'none'", "script-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'" })
        {
            Assert.Contains(part, policy, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("max-age=31536000; includeSubDomains", Header("Strict-Transport-Security"));
        Assert.NotNull(answer.Headers.CacheControl);
        Assert.Empty(answer.Headers.Server);
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }

    private static async Task IsReadableAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.NotNull(new HtmlParser().ParseDocument(text).QuerySelector("main h1"));
    }

    private static StringContent Typed(string body, string type)
    {
        var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
