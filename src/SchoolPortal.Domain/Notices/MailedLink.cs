namespace SchoolPortal.Domain.Notices;

/// <summary>How a link answers whoever opens it.</summary>
public enum LinkAnswer
{
    /// <summary>It may be used.</summary>
    Good,

    /// <summary>No link of ours.</summary>
    Unknown,

    /// <summary>Used already.</summary>
    Used,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Whoever it was sent to speaks for the school no longer.</summary>
    Ended,
}

/// <summary>
/// A link that lets whoever holds it say once, without signing in, that a school's people and readiness are still right. What
/// stands in the e-mail is random and kept nowhere; this is its hash. The link shows nothing that a stranger may not know, so
/// it may be forwarded.
/// </summary>
public sealed class ReadinessLink
{
    private ReadinessLink()
    {
    }

    /// <summary>Made as its notice is sent.</summary>
    /// <param name="sha256">Of what stands in the e-mail, lower-case hexadecimal.</param>
    /// <param name="notice">The notice that carries it.</param>
    /// <param name="now">UTC.</param>
    public ReadinessLink(string sha256, Notice notice, DateTime now)
    {
        Sha256 = sha256;
        NoticeId = notice.Id;
        (SchoolId, ToName, PersonId, ContactId) = (notice.SchoolId, notice.ToName, notice.PersonId, notice.ContactId);
        ExpiresAt = now + GoodFor;
    }

    /// <summary>How long it may be used.</summary>
    public static TimeSpan GoodFor { get; } = TimeSpan.FromDays(14);

    /// <summary>Its hash, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The notice that carried it.</summary>
    public Guid NoticeId { get; private set; }

    /// <summary>For which school.</summary>
    public Guid SchoolId { get; private set; }

    /// <summary>Name of whom it was sent to.</summary>
    public string ToName { get; private set; } = "";

    /// <summary>Their account, or null.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Which of the school's people they are, when they have no account.</summary>
    public Guid? ContactId { get; private set; }

    /// <summary>When its time is over, UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>When it was used, UTC; null while it may be.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>How it answers.</summary>
    /// <param name="speaks">Whoever it was sent to speaks for the school still.</param>
    /// <param name="now">UTC.</param>
    public LinkAnswer AnswerOn(bool speaks, DateTime now) =>
        UsedAt is not null ? LinkAnswer.Used
        : now >= ExpiresAt ? LinkAnswer.Expired
        : speaks ? LinkAnswer.Good
        : LinkAnswer.Ended;
}
