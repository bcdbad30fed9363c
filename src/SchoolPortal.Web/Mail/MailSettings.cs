namespace SchoolPortal.Web.Mail;

/// <summary>What the operator says about e-mail: <c>Mail:Host</c>, <c>Port</c>, <c>From</c>, <c>User</c>, <c>Password</c>, and the portal's own <c>Portal:Address</c>.</summary>
public sealed class MailSettings(IConfiguration settings)
{
    private const int SubmissionPort = 587;

    /// <summary>The server; empty when none is set.</summary>
    public string Host { get; } = Given(settings["Mail:Host"]);

    /// <summary>Its port.</summary>
    public int Port { get; } = settings.GetValue("Mail:Port", SubmissionPort);

    /// <summary>The address that mails come from; empty when none is set.</summary>
    public string From { get; } = Given(settings["Mail:From"]);

    /// <summary>Who the portal signs in as; empty to send without signing in.</summary>
    public string User { get; } = Given(settings["Mail:User"]);

    /// <summary>With what.</summary>
    public string Password { get; } = settings["Mail:Password"] ?? "";

    /// <summary>Where people find the portal: links in mails begin with it, whatever a request says of its host (requirement R09).</summary>
    public Uri? Portal { get; } = Uri.TryCreate(settings["Portal:Address"], UriKind.Absolute, out var address) ? address : null;

    /// <summary>Why nothing can be sent, as a sentence; null when it can.</summary>
    public string? Missing =>
        Host.Length == 0 ? "No mail server is set, so nothing leaves: notices are kept here until an operator sets Mail:Host."
        : From.Length == 0 ? "Mail:From is not set, so nothing leaves: an operator says there which address mails come from."
        : Portal is null ? "Portal:Address is not set, so nothing leaves: an operator says there where people find the portal."
        : null;

    private static string Given(string? setting) => setting?.Trim() ?? "";
}
