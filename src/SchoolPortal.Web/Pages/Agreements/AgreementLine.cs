using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>One agreement as lists and heads of pages show it: no texts, no bytes.</summary>
public sealed record AgreementLine(
    Guid Id,
    int Number,
    AgreementKind Kind,
    AgreementState State,
    DateTime StateSince,
    string? StateReason,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    DateOnly? ReviewDueOn,
    Side? NoticeFrom,
    DateOnly? NoticeOn,
    string? FrozenSha256)
{
    /// <summary>Somebody is still working on it.</summary>
    public bool IsInTheMaking => AgreementStandings.InTheMaking.Contains(State);

    /// <summary>In force with its end near, and nobody has given notice: the next term should be prepared.</summary>
    public bool IsRenewalDue(DateOnly today) =>
        State == AgreementState.Active && NoticeFrom is null && AgreementStandings.IsRenewalDue(EndsOn, today);

    /// <summary>The steps that somebody may take now at a school that is open.</summary>
    /// <param name="roles">Their roles there.</param>
    /// <param name="maySign">Their signature is still wanted.</param>
    /// <param name="signed">Parties that have signed.</param>
    /// <param name="isAnotherInTheMaking">Nothing can be begun beside it.</param>
    /// <param name="today">The day.</param>
    public IEnumerable<LifecycleRow<AgreementState, AgreementStep>> Steps(
        IReadOnlySet<Role> roles, bool maySign, IEnumerable<Role> signed, bool isAnotherInTheMaking, DateOnly today) =>
        AgreementLifecycle.Table.Offered(State, roles).Where(row => row.Step switch
        {
            AgreementStep.Sign => maySign,
            AgreementStep.SignOnPaper => Agreement.ConfirmableBy(roles, Agreement.Parties.Except(signed)).Any(),
            AgreementStep.Vary or AgreementStep.Renew when isAnotherInTheMaking => false,
            _ => new RunningTerm(EndsOn, NoticeFrom).Refusal(row.Step, roles, today) is null,
        });

    /// <summary>Read from the records.</summary>
    public static System.Linq.Expressions.Expression<Func<Agreement, AgreementLine>> Of { get; } = a => new AgreementLine(
        a.Id, a.Number, a.Kind, a.State, a.StateSince, a.StateReason, a.StartsOn, a.EndsOn, a.ReviewDueOn, a.NoticeFrom, a.NoticeOn, a.FrozenSha256);

    /// <summary>The same of an agreement already read; compiled once, as that costs more than a page.</summary>
    public static Func<Agreement, AgreementLine> From { get; } = Of.Compile();

    /// <summary>Where it stands on a day.</summary>
    public AgreementStanding Standing(DateOnly today) => AgreementStandings.Of(State, EndsOn, ReviewDueOn, today);
}

/// <summary>A signature as pages show it.</summary>
public sealed record SignatureLine(
    Role Party,
    Guid? PersonId,
    string TypedName,
    string Position,
    DateTime SignedAt,
    string? ActingFor = null,
    DateOnly? ActingUntil = null,
    DateOnly? PaperOn = null,
    string? ScanSha256 = null,
    string? ConfirmedBy = null)
{
    /// <summary>Read from the records.</summary>
    public static System.Linq.Expressions.Expression<Func<Signature, SignatureLine>> Of { get; } = s => new SignatureLine(
        s.Party, s.PersonId, s.TypedName, s.Position, s.SignedAt, s.ActingFor, s.ActingUntil, s.PaperOn, s.ScanSha256, s.ConfirmedBy);

    /// <summary>The same of a signature already read.</summary>
    public static Func<Signature, SignatureLine> From { get; } = Of.Compile();

    /// <summary>The position with for whom they stood in and until when.</summary>
    public string PositionInFull => Signature.InFull(Position, ActingFor, ActingUntil);

    /// <summary>When it was given, in the portal or on paper.</summary>
    public string When => Signature.WhenInWords(SignedAt, PaperOn);
}
