using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;

namespace SchoolPortal.Domain.Agreements;

/// <summary>Where a school's agreement stands on a day: its state, with what the calendar adds (domain §7.2).</summary>
public enum AgreementStanding
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Being written.</summary>
    Draft,

    /// <summary>The school reads and checks it.</summary>
    [Display(Name = "with the school")]
    SchoolReview,

    /// <summary>Nobody has signed yet.</summary>
    ReadyToSign,

    /// <summary>Some have signed.</summary>
    PartlySigned,

    /// <summary>Signed, begins later.</summary>
    Signed,

    /// <summary>In force.</summary>
    [Display(Name = "in force")]
    Active,

    /// <summary>In force; a year has passed since it was signed or last reviewed.</summary>
    ReviewDue,

    /// <summary>Past its last day.</summary>
    Expired,

    /// <summary>A later one took its place.</summary>
    Superseded,

    /// <summary>Ended before its time.</summary>
    Ended,

    /// <summary>Given up before it was in force.</summary>
    Withdrawn,
}

/// <summary>Computes standings; kept in one place so that page, list and report agree.</summary>
public static class AgreementStandings
{
    /// <summary>The standing of an agreement in this state on this day.</summary>
    /// <param name="state">Its kept state.</param>
    /// <param name="endsOn">Its last day.</param>
    /// <param name="reviewDueOn">The day its review falls due.</param>
    /// <param name="today">The day asked for.</param>
    public static AgreementStanding Of(AgreementState state, DateOnly? endsOn, DateOnly? reviewDueOn, DateOnly today) => state switch
    {
        AgreementState.Active when endsOn < today => AgreementStanding.Expired,
        AgreementState.Active when reviewDueOn <= today => AgreementStanding.ReviewDue,
        AgreementState.Active => AgreementStanding.Active,
        AgreementState.Draft => AgreementStanding.Draft,
        AgreementState.SchoolReview => AgreementStanding.SchoolReview,
        AgreementState.ReadyToSign => AgreementStanding.ReadyToSign,
        AgreementState.PartlySigned => AgreementStanding.PartlySigned,
        AgreementState.Signed => AgreementStanding.Signed,
        AgreementState.Superseded => AgreementStanding.Superseded,
        AgreementState.Ended => AgreementStanding.Ended,
        _ => AgreementStanding.Withdrawn,
    };

    /// <summary>How many days before its last one the renewal of an agreement may begin (domain §15).</summary>
    public const int RenewalDays = 90;

    /// <summary>The next term may be prepared: the last day is near or past.</summary>
    public static bool IsRenewalDue(DateOnly? endsOn, DateOnly today) => endsOn <= today.AddDays(RenewalDays);

    /// <summary>States that somebody is still working on.</summary>
    public static IReadOnlyList<AgreementState> InTheMaking { get; } =
        [AgreementState.Draft, AgreementState.SchoolReview, AgreementState.ReadyToSign, AgreementState.PartlySigned, AgreementState.Signed];

    /// <summary>The agreement is in force on a day: the standing a database can ask for.</summary>
    public static Expression<Func<Agreement, bool>> InForceOn(DateOnly day) =>
        a => a.State == AgreementState.Active && (a.EndsOn == null || a.EndsOn >= day);
}
