using System.ComponentModel.DataAnnotations;

using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Notices;

/// <summary>What a notice tells.</summary>
public enum NoticeKind
{
    /// <summary>The year's profile falls due, or is overdue.</summary>
    [Display(Name = "profile reminder")]
    ProfileReminder,

    /// <summary>Somebody asks a school that is behind to get on with its profile.</summary>
    [Display(Name = "profile nudge")]
    ProfileNudge,

    /// <summary>A new term has begun: one press says that people and emergency readiness are still right.</summary>
    [Display(Name = "emergency readiness link")]
    ReadinessLink,

    /// <summary>The term is under way and nobody has pressed.</summary>
    [Display(Name = "emergency readiness reminder")]
    ReadinessReminder,

    /// <summary>Somebody is asked into the portal.</summary>
    Invitation,

    /// <summary>Somebody was named as one of a school's people, and is told what is kept of them (Privacy Act principle 3A).</summary>
    [Display(Name = "notice of being named as a contact")]
    ContactNamed,

    /// <summary>One of a school's people is asked whether they still are.</summary>
    [Display(Name = "question to a contact whether all is still right")]
    StillYou,

    /// <summary>Somebody who lost their passphrase chooses a new one.</summary>
    [Display(Name = "link to a new passphrase")]
    NewPassphrase,

    /// <summary>Somebody's passphrase was changed by such a link.</summary>
    PassphraseChanged,
}

/// <summary>Where a notice stands.</summary>
public enum NoticeState
{
    /// <summary>For its time, or for a mail server.</summary>
    Waiting,

    /// <summary>A mail server took it.</summary>
    Sent,

    /// <summary>Given up, with a reason.</summary>
    Failed,

    /// <summary>Somebody, or the portal, took it back before it was sent.</summary>
    Withdrawn,
}

/// <summary>Steps of a notice.</summary>
public enum NoticeStep
{
    /// <summary>A mail server takes it.</summary>
    Send,

    /// <summary>It cannot be sent.</summary>
    GiveUp,

    /// <summary>Somebody has mended what was wrong.</summary>
    TryAgain,

    /// <summary>It must not be sent any more.</summary>
    Withdraw,
}

/// <summary>The life of a notice as one table.</summary>
public static class NoticeLifecycle
{
    /// <summary>The table. Steps without roles are the portal's own.</summary>
    public static Lifecycle<NoticeState, NoticeStep> Table { get; } = new(
        "notice",
        new(NoticeStep.Send, [NoticeState.Waiting], NoticeState.Sent, [], "Send", "its time has come, and the mail server takes it"),
        new(NoticeStep.GiveUp, [NoticeState.Waiting], NoticeState.Failed, [], "Give up",
            $"the mail server refused it {Notice.MostTries} times, or nothing may be sent to its address"),
        new(NoticeStep.TryAgain, [NoticeState.Failed], NoticeState.Waiting, [Role.NationalCoordinator, Role.Administrator], "Try again", "it failed"),
        new(NoticeStep.Withdraw, [NoticeState.Waiting, NoticeState.Failed], NoticeState.Withdrawn, [Role.NationalCoordinator, Role.Administrator], "Withdraw",
            $"it is not being sent at this moment; the portal itself withdraws what could not be sent within {Notice.GoodForDays} days"));
}
