using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>One agreement as lists and heads of pages show it: no texts, no bytes.</summary>
public sealed record AgreementLine(
    Guid Id,
    int Number,
    AgreementState State,
    DateTime StateSince,
    string? StateReason,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    DateOnly? ReviewDueOn,
    string? FrozenSha256)
{
    /// <summary>Somebody is still working on it.</summary>
    public bool IsInTheMaking => AgreementStandings.InTheMaking.Contains(State);

    /// <summary>Read from the records.</summary>
    public static System.Linq.Expressions.Expression<Func<Agreement, AgreementLine>> Of { get; } = a => new AgreementLine(
        a.Id, a.Number, a.State, a.StateSince, a.StateReason, a.StartsOn, a.EndsOn, a.ReviewDueOn, a.FrozenSha256);

    /// <summary>Where it stands on a day.</summary>
    public AgreementStanding Standing(DateOnly today) => AgreementStandings.Of(State, EndsOn, ReviewDueOn, today);
}

/// <summary>A signature as pages show it.</summary>
public sealed record SignatureLine(Role Party, Guid PersonId, string TypedName, string Position, DateTime SignedAt);
