using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Notices;

/// <summary>Whom a notice is for: somebody with an account, or one of a school's people without.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Address">Their work e-mail address, at most 254 characters.</param>
/// <param name="PersonId">Their account, or null.</param>
/// <param name="ContactId">Which of the school's people they are, when they are told as such; else null.</param>
/// <param name="InvitationId">The invitation that it carries; null for everything else.</param>
public sealed record Addressee(string Name, string Address, Guid? PersonId, Guid? ContactId, Guid? InvitationId = null);

/// <summary>What a notice says. It names the school and what waits, never a student, an answer or anything restricted.</summary>
/// <param name="Subject">One line, at most <see cref="Notice.LongestSubject"/> characters.</param>
/// <param name="Text">At most <see cref="Notice.LongestText"/> characters, without the link.</param>
/// <param name="Path">Where the link leads in the portal, such as <c>/schools/7/profile/2027</c>; null when the link is made as it is sent.</param>
public sealed record Message(string Subject, string Text, string? Path);

/// <summary>
/// Something the portal tells somebody by e-mail, mostly about a school: written in the transaction of what it tells of, sent later,
/// told once. It is its own history, so it writes none beside it: what it says never changes, and its state says the rest.
/// Its steps are those of <see cref="NoticeLifecycle"/>.
/// </summary>
public sealed class Notice
{
    /// <summary>How often the mail server may refuse it.</summary>
    public const int MostTries = 5;

    /// <summary>Days after its time within which it still says something true.</summary>
    public const int GoodForDays = 7;

    /// <summary>Characters of its subject.</summary>
    public const int LongestSubject = 150;

    /// <summary>Characters of its text.</summary>
    public const int LongestText = 2000;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(15);

    private Notice()
    {
    }

    /// <summary>Writes it down.</summary>
    /// <param name="kind">What it tells.</param>
    /// <param name="occasion">What occasions it, such as "2027 profile, 21 days before": told once to one address about one school.</param>
    /// <param name="schoolId">About which school; null for what concerns no single one.</param>
    /// <param name="to">For whom.</param>
    /// <param name="message">What it says.</param>
    /// <param name="notBefore">When it may leave, UTC: <see cref="QuietHours.Over"/> of now, or now when it is urgent.</param>
    /// <param name="change">Who has it sent, and when.</param>
    /// <param name="urgent">Quiet hours do not hold it back.</param>
    public Notice(NoticeKind kind, string occasion, Guid? schoolId, Addressee to, Message message, DateTime notBefore, Change change, bool urgent = false)
    {
        Kind = kind;
        Occasion = occasion;
        SchoolId = schoolId;
        (ToName, Address, PersonId, ContactId, InvitationId) = (TypedText.CleanLine(to.Name), AddressOf(to), to.PersonId, to.ContactId, to.InvitationId);
        Subject = Cut(TypedText.CleanLine(message.Subject), LongestSubject);
        Text = Cut(TypedText.Clean(message.Text), LongestText);
        Path = message.Path;
        MadeBy = change.Who.Name;
        MadeAt = change.At;
        StateSince = change.At;
        NotBefore = notBefore;
        IsUrgent = urgent;
    }

    /// <summary>Made in code, sortable by time of making; also the e-mail's own id, by which a mail system knows one that comes twice.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>An address as it is kept and compared: the same in any case of letters.</summary>
    public static string AddressOf(Addressee to) => to.Address.ToLower(NewZealandTime.Culture);

    /// <summary>What it tells.</summary>
    public NoticeKind Kind { get; private set; }

    /// <summary>What occasions it; with kind, school and address it is unique.</summary>
    public string Occasion { get; private set; } = "";

    /// <summary>About which school; null for what concerns no single one.</summary>
    public Guid? SchoolId { get; private set; }

    /// <summary>Name of whom it is for.</summary>
    public string ToName { get; private set; } = "";

    /// <summary>Where it goes.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The account of whom it is for, or null.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Which of the school's people it is for, when they are told as such.</summary>
    public Guid? ContactId { get; private set; }

    /// <summary>The invitation that it carries; null for everything else.</summary>
    public Guid? InvitationId { get; private set; }

    /// <summary>Its subject.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Its text, without the link.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where its link leads in the portal; null when the link is made as it is sent, and stands nowhere but in the e-mail.</summary>
    public string? Path { get; private set; }

    /// <summary>Who had it sent: a person, or the portal.</summary>
    public string MadeBy { get; private set; } = "";

    /// <summary>When it was written, UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>Quiet hours do not hold it back.</summary>
    public bool IsUrgent { get; private set; }

    /// <summary>When it may leave, or is tried again, UTC.</summary>
    public DateTime NotBefore { get; private set; }

    /// <summary>Where it stands.</summary>
    public NoticeState State { get; private set; } = NoticeState.Waiting;

    /// <summary>Since when, UTC.</summary>
    public DateTime StateSince { get; private set; }

    /// <summary>Why it failed, was refused last or was withdrawn.</summary>
    public string? StateReason { get; private set; }

    /// <summary>How often the mail server has refused it.</summary>
    public int Tries { get; private set; }

    /// <summary>Which round of a node is sending it: an id made anew each time.</summary>
    public Guid? Holder { get; private set; }

    /// <summary>Until when that round has it, UTC.</summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>It could not be sent while it still said something true.</summary>
    public bool IsTooLate(DateTime now) => now - MadeAt > TimeSpan.FromDays(GoodForDays) && now - NotBefore > TimeSpan.FromDays(GoodForDays);

    /// <summary>A mail server took it.</summary>
    public void Send(Change change) => Take(NoticeStep.Send, change);

    /// <summary>
    /// The mail server refused it. It waits for four times as long each time, from a quarter of an hour on, and is given up
    /// after <see cref="MostTries"/> times.
    /// </summary>
    /// <param name="reason">What the server said.</param>
    /// <param name="quiet">When quiet hours are over after an instant.</param>
    /// <param name="change">When.</param>
    public void Refuse(string reason, Func<DateTime, DateTime> quiet, Change change)
    {
        Tries++;
        if (Tries >= MostTries)
        {
            GiveUp(reason, change);
            return;
        }

        var later = change.At + (FirstWait * Math.Pow(4, Tries - 1));
        NotBefore = IsUrgent ? later : quiet(later);
        StateReason = Cut(reason, LongestReason);
        HeldUntil = null;
    }

    /// <summary>It cannot be sent.</summary>
    public void GiveUp(string reason, Change change) => Take(NoticeStep.GiveUp, change with { Why = reason });

    /// <summary>What was wrong is mended: it waits again, with all tries before it.</summary>
    public void TryAgain(DateTime notBefore, Change change)
    {
        Take(NoticeStep.TryAgain, change);
        (Tries, NotBefore) = (0, notBefore);
    }

    /// <summary>It must not be sent any more. Refuses while a node is sending it.</summary>
    public void Withdraw(Change change)
    {
        if (!change.Who.IsPortal && HeldUntil > change.At)
        {
            throw new StepNotAllowed("This notice is being sent at this moment, so it cannot be withdrawn.");
        }

        Take(NoticeStep.Withdraw, change);
    }

    /// <summary>Characters of <see cref="StateReason"/>.</summary>
    public const int LongestReason = 500;

    private void Take(NoticeStep step, Change change)
    {
        var roles = change.Who.Authorities.Select(a => a.Role).ToHashSet();
        State = NoticeLifecycle.Table.Take(step, State, change.Who, roles, change.Why);
        (StateSince, StateReason, HeldUntil) = (change.At, change.Why is { } why ? Cut(why, LongestReason) : null, null);
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "\u2026";
}
