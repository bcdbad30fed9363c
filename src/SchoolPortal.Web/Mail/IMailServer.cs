namespace SchoolPortal.Web.Mail;

/// <summary>An e-mail in plain text.</summary>
/// <param name="Id">Its own id: the same mail sent twice has the same.</param>
/// <param name="ToName">Whom it is for.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Its lines.</param>
public sealed record OutgoingMail(Guid Id, string ToName, string Address, string Subject, string Text);

/// <summary>The mail server, at the edge of the portal's world.</summary>
public interface IMailServer
{
    /// <summary>Hands it over. Gives null when the server took it, else what the server said against it.</summary>
    /// <exception cref="MailServerOutOfReach">Nothing can be sent now, whatever it is.</exception>
    Task<string?> SendAsync(OutgoingMail mail, CancellationToken cancel);
}

/// <summary>The mail server does not answer, or does not let the portal in.</summary>
public sealed class MailServerOutOfReach(string sentence, Exception cause) : Exception(sentence, cause);
