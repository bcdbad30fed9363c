using System.Net;

using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.People;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.Security;

/// <summary>The portal behind a proxy, under pressure, and with its records out of reach.</summary>
public sealed class OperationTests
{
    [Fact]
    public async Task R33_Plain_http_only_redirects()
    {
        using var portal = new PortalHost();
        using var settled = With(portal, ("AllowedHosts", "portal.example"), ("https_port", "443"));
        using var client = settled.CreateDefaultClient(new Uri("http://portal.example"));

        using var answer = await client.GetAsync(new Uri("/today?q=1", UriKind.Relative));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.StatusCode);
        Assert.Equal("https://portal.example/today?q=1", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5", "203.0.113.9")]
    [InlineData("10.0.0.0/24", "10.0.0.77", "203.0.113.9")]
    [InlineData("10.0.0.5", "10.0.0.6", "10.0.0.6")]
    [InlineData("", "127.0.0.1", "127.0.0.1")]
    public async Task R58_Only_a_named_proxy_is_believed_about_where_a_browser_is(string known, string connected, string recorded)
    {
        using var portal = new PortalHost();
        using var settled = With(portal, ("Proxies:Known:0", known));
        using var browser = BrowserOf(settled, connected);
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.1, 203.0.113.9");
        var form = await browser.GetAsync("/account/sign-in");

        await browser.SubmitAsync(form, "Sign in", new() { ["Input.Email"] = "nobody@test.schoolportal.example", ["Input.Passphrase"] = "no passphrase of anybody" });

        Assert.Equal(recorded, await portal.WithDbAsync(db => db.AuditEvents.Where(e => e.What == "Sign-in refused").Select(e => e.Address).SingleAsync()));
    }

    [Fact]
    public async Task R59_Too_many_tries_from_one_network_are_told_when_to_come_back_and_reading_the_form_is_no_try()
    {
        using var portal = new PortalHost();
        using var settled = With(portal, ("Limits:SignInsPerMinute", "3"));
        using var browser = BrowserOf(settled, "2001:db8:1:2::1");
        using var neighbour = BrowserOf(settled, "2001:db8:1:2:ffff::9");
        using var stranger = BrowserOf(settled, "2001:db8:1:3::1");
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/sign-in")).Status);
        }

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(browser)).Status);
        }

        var refused = await TryAsync(neighbour);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("Too many requests", refused.Heading);
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(stranger)).Status);

        using var body = new FormUrlEncodedContent([]);
        using var raw = await browser.Client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), body);
        Assert.InRange(raw.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task R61_Keys_are_encrypted_in_the_database_when_a_certificate_is_given()
    {
        using var portal = new PortalHost();
        var file = Path.Combine(Path.GetTempPath(), $"schoolportal-{Guid.NewGuid():N}.pfx");
        await File.WriteAllBytesAsync(file, Certificate());
        try
        {
            await portal.WithDbAsync(db => db.DataProtectionKeys.ExecuteDeleteAsync());
            using var settled = With(portal, ("DataProtection:CertificateFile", file), ("DataProtection:CertificatePassword", "test"));
            using var browser = BrowserOf(settled, "203.0.113.9");
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/sign-in")).Status);

            var keys = await portal.WithDbAsync(db => db.DataProtectionKeys.Select(k => k.Xml!).ToListAsync());
            Assert.All(keys, key => Assert.Contains("EncryptedData", key, StringComparison.Ordinal));
            Assert.NotEmpty(keys);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task R67_Every_commit_reaches_the_disk()
    {
        using var portal = new PortalHost();
        Assert.Equal(2, await portal.WithDbAsync(db => db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync()));
        Assert.Equal("wal", await portal.WithDbAsync(db => db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync()));
    }

    [Fact]
    public async Task R68_With_the_records_gone_every_page_says_so_the_ready_probe_fails_and_all_recovers_by_itself()
    {
        using var portal = new PortalHost();
        using var browser = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        using var anonymous = portal.Browser();
        var away = portal.DatabaseFile + ".away";
        SqliteConnection.ClearAllPools();
        File.Move(portal.DatabaseFile, away);
        Directory.CreateDirectory(portal.DatabaseFile);

        using var answer = await browser.Client.GetAsync(new Uri("/today", UriKind.Relative));
        AnswersTests.HoldsAllHeaders(answer);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("cannot reach its records", text, StringComparison.Ordinal);
        Assert.Contains("Reference number", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sqlite", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await anonymous.GetAsync("/privacy")).Status);
        Assert.Equal(HttpStatusCode.OK, (await anonymous.GetAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await anonymous.GetAsync("/health/ready")).Status);

        Directory.Delete(portal.DatabaseFile);
        File.Move(away, portal.DatabaseFile);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/today")).Status);
        Assert.Equal(HttpStatusCode.OK, (await anonymous.GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task R68_While_somebody_else_holds_the_database_a_post_waits_then_says_so_and_saves_nothing()
    {
        using var portal = new PortalHost();
        using var settled = With(portal, ("ConnectionStrings:Portal", $"Data Source={portal.DatabaseFile};Default Timeout=1"));
        using var browser = BrowserOf(settled, "203.0.113.9");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/sign-in")).Status);
        await using (var holder = new SqliteConnection($"Data Source={portal.DatabaseFile};Pooling=False"))
        {
            await holder.OpenAsync();
            await using var hold = holder.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync();

            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await TryAsync(browser)).Status);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(browser)).Status);
        Assert.Equal(1, await portal.WithDbAsync(db => db.AuditEvents.CountAsync(e => e.What == "Sign-in refused")));
    }

    private static async Task<Page> TryAsync(PageBrowser browser) => await browser.SubmitAsync(
        await browser.GetAsync("/account/sign-in"),
        "Sign in",
        new() { ["Input.Email"] = "nobody@test.schoolportal.example", ["Input.Passphrase"] = "no passphrase of anybody" });

    private static WebApplicationFactory<Program> With(PortalHost portal, params (string Key, string Value)[] settings) =>
        portal.WithWebHostBuilder(host =>
        {
            foreach (var (key, value) in settings.Where(s => s.Value.Length > 0))
            {
                host.UseSetting(key, value);
            }
        });

    private static PageBrowser BrowserOf(WebApplicationFactory<Program> settled, string address)
    {
        var client = settled.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(PortalHost.AddressHeader, address);
        return new PageBrowser(client);
    }

    private static byte[] Certificate()
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest(
            "CN=School Portal keys", key, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(PortalHost.Now.AddYears(-1), PortalHost.Now.AddYears(1));
        return certificate.Export(System.Security.Cryptography.X509Certificates.X509ContentType.Pfx, "test");
    }
}
