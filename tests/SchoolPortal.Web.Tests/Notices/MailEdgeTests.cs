using System.Net;
using System.Net.Sockets;
using System.Text;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

using SchoolPortal.Web.Mail;

using Xunit;

namespace SchoolPortal.Web.Tests.Notices;

/// <summary>Where the portal meets a mail server: what goes over the wire, and to whom nothing may go.</summary>
public sealed class MailEdgeTests : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public void Dispose() => listener.Dispose();

    [Theory]
    [InlineData("Production", false, "office@school.example", true)]
    [InlineData("Production", true, "office@school.example", false)]
    [InlineData("Production", true, "principal@demo.schoolportal.example", true)]
    [InlineData("Development", true, "office@school.example", false)]
    [InlineData("Development", true, "PRINCIPAL@DEMO.schoolportal.example", true)]
    [InlineData("Development", false, "office@school.example", false)]
    [InlineData("Staging", false, "office@school.example", false)]
    [InlineData("Testing", false, "office@school.example", false)]
    [InlineData("Testing", true, "principal@demo.schoolportal.example@school.example", false)]
    public void Only_production_sends_to_real_addresses_and_a_demonstration_never_does(string environment, bool demonstration, string address, bool may)
    {
        var rule = new AddressRule(Settings(("Demo:Enabled", demonstration.ToString())), new HostingEnvironment { EnvironmentName = environment });
        Assert.Equal(may, rule.RefusalOf(address) is null);
    }

    [Theory]
    [InlineData("", "from@demo.schoolportal.example", "https://portal.example", "Mail:Host")]
    [InlineData("mail.example", " ", "https://portal.example", "Mail:From")]
    [InlineData("mail.example", "from@demo.schoolportal.example", "portal", "Portal:Address")]
    public void What_is_not_set_is_named(string host, string from, string portal, string named) =>
        Assert.Contains(named, new MailSettings(Settings(("Mail:Host", host), ("Mail:From", from), ("Portal:Address", portal))).Missing, StringComparison.Ordinal);

    [Fact]
    public async Task A_mail_goes_over_the_wire_whole_and_a_refusal_comes_back_in_the_servers_words()
    {
        listener.Start();
        var settings = new MailSettings(Settings(
            ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{((IPEndPoint)listener.LocalEndpoint).Port}"),
            ("Mail:From", "portal@demo.schoolportal.example"), ("Portal:Address", "https://portal.example")));
        var mail = new OutgoingMail(Guid.NewGuid(), "Tūī Kahurangi", "tui@demo.schoolportal.example", "Profile of Ōtāhuhu", "It waits.\n.\nEnd");

        var heard = HearAsync("250 taken");
        Assert.Null(await new SmtpServer(settings).SendAsync(mail, TestContext.Current.CancellationToken));
        var text = await heard;
        Assert.Contains("RCPT TO:<tui@demo.schoolportal.example>", text, StringComparison.Ordinal);
        Assert.Contains($"Message-Id: <{mail.Id:N}@demo.schoolportal.example>", text, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", text, StringComparison.Ordinal);
        Assert.Contains("It waits.", text, StringComparison.Ordinal);

        // A line break in a name or subject begins no header of its own (R41).
        heard = HearAsync("250 taken");
        Assert.Null(await new SmtpServer(settings).SendAsync(
            mail with { ToName = "Tui\r\nBcc: all@demo.schoolportal.example", Subject = "Profile\r\nX-Own: 1" }, TestContext.Current.CancellationToken));
        Assert.DoesNotContain((await heard).Split('\n'), line => line.StartsWith("Bcc:", StringComparison.Ordinal) || line.StartsWith("X-Own:", StringComparison.Ordinal));

        heard = HearAsync("550 no such mailbox");
        Assert.Contains("no such mailbox", await new SmtpServer(settings).SendAsync(mail, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await heard;

        listener.Stop();
        await Assert.ThrowsAsync<MailServerOutOfReach>(() => new SmtpServer(settings).SendAsync(mail, TestContext.Current.CancellationToken));
    }

    /// <summary>A mail server of one connection that answers the recipient with this.</summary>
    private async Task<string> HearAsync(string toRecipient)
    {
        using var connection = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(connection.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(connection.GetStream(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 ready");
        var heard = new StringBuilder();
        var isText = false;
        while (await reader.ReadLineAsync() is { } line)
        {
            heard.AppendLine(line);
            isText = isText && line != ".";
            var answer = isText ? null
                : line == "." ? "250 taken"
                : line.StartsWith("RCPT", StringComparison.Ordinal) ? toRecipient
                : line == "DATA" ? "354 go on"
                : line == "QUIT" ? "221 bye"
                : "250 well";
            isText |= line == "DATA";
            if (answer is not null)
            {
                await writer.WriteLineAsync(answer);
            }

            if (line == "QUIT")
            {
                break;
            }
        }

        return heard.ToString();
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)))
        .Build();
}
