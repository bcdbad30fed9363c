using System.Net.Sockets;

using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

using MimeKit;
using MimeKit.Text;

namespace SchoolPortal.Web.Mail;

/// <summary>A mail server spoken to by SMTP, encrypted as soon as the server offers it.</summary>
internal sealed class SmtpServer(MailSettings settings) : IMailServer
{
    // A round of mails must be over before another node may take them up.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public async Task<string?> SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        using var client = new SmtpClient { Timeout = (int)LongestWait.TotalMilliseconds };
        try
        {
            using var message = MessageOf(mail);
            await client.ConnectAsync(settings.Host, settings.Port, SecureSocketOptions.StartTlsWhenAvailable, cancel);
            if (settings.User.Length > 0)
            {
                await client.AuthenticateAsync(settings.User, settings.Password, cancel);
            }

            await client.SendAsync(message, cancel);
            await client.DisconnectAsync(quit: true, cancel);
            return null;
        }
        catch (SmtpCommandException refused) when (refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted)
        {
            return $"The mail server refused it: {refused.Message}";
        }
        catch (Exception bad) when (bad is NotSupportedException or ParseException or FormatException)
        {
            return $"It cannot be sent to this address: {bad.Message}";
        }
        catch (Exception gone) when (gone is TimeoutException or SocketException or IOException or ProtocolException or CommandException or AuthenticationException or SslHandshakeException)
        {
            throw new MailServerOutOfReach($"The mail server {settings.Host}:{settings.Port} does not take mail now.", gone);
        }
    }

    private MimeMessage MessageOf(OutgoingMail mail)
    {
        var from = MailboxAddress.Parse(settings.From);
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            MessageId = $"{mail.Id:N}@{from.Domain}",
            Body = new TextPart(TextFormat.Plain) { Text = mail.Text },
        };
        message.From.Add(new MailboxAddress("School Portal", from.Address));
        message.To.Add(new MailboxAddress(mail.ToName, mail.Address));

        // Holiday answers and the like must not come back to it (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
