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

    /// <summary>What it was for holds no longer: whoever it was sent to has left, or somebody took it back.</summary>
    Ended,
}

/// <summary>
/// A link in an e-mail that lets whoever holds it do one thing once, without signing in. What stands in the e-mail is random
/// and kept nowhere; this is its hash. A notice that is sent again carries a new one, and the one before it is dead.
/// </summary>
public sealed class MailedLink
{
    private MailedLink()
    {
    }

    /// <summary>Made as its notice is sent.</summary>
    /// <param name="sha256">Of what stands in the e-mail, lower-case hexadecimal.</param>
    /// <param name="notice">The notice that carries it.</param>
    /// <param name="now">UTC.</param>
    public MailedLink(string sha256, Notice notice, DateTime now)
    {
        Sha256 = sha256;
        NoticeId = notice.Id;
        Kind = notice.Kind;
        (SchoolId, ToName, PersonId, ContactId, InvitationId) = (notice.SchoolId, notice.ToName, notice.PersonId, notice.ContactId, notice.InvitationId);
        ExpiresAt = now + GoodFor(notice.Kind);
    }

    /// <summary>How long a link may be used: one to a new passphrase for an hour (requirement R08), an invitation for seven days (domain §5), all others for fourteen.</summary>
    public static TimeSpan GoodFor(NoticeKind kind) => kind switch
    {
        NoticeKind.NewPassphrase => TimeSpan.FromHours(1),
        NoticeKind.Invitation => TimeSpan.FromDays(7),
        _ => TimeSpan.FromDays(14),
    };

    /// <summary>Its hash, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The notice that carried it.</summary>
    public Guid NoticeId { get; private set; }

    /// <summary>What it is for.</summary>
    public NoticeKind Kind { get; private set; }

    /// <summary>For which school; null for what concerns no single one.</summary>
    public Guid? SchoolId { get; private set; }

    /// <summary>Name of whom it was sent to.</summary>
    public string ToName { get; private set; } = "";

    /// <summary>Their account, or null.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Which of the school's people they are, when it is for one of them.</summary>
    public Guid? ContactId { get; private set; }

    /// <summary>The invitation that it takes up; null for all other links.</summary>
    public Guid? InvitationId { get; private set; }

    /// <summary>When its time is over, UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>When it was used, UTC; null while it may be.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>How it answers.</summary>
    /// <param name="holds">What it is for holds still.</param>
    /// <param name="now">UTC.</param>
    public LinkAnswer AnswerOn(bool holds, DateTime now) =>
        UsedAt is not null ? LinkAnswer.Used
        : now >= ExpiresAt ? LinkAnswer.Expired
        : holds ? LinkAnswer.Good
        : LinkAnswer.Ended;
}
