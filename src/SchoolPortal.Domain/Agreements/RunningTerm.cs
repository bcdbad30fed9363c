using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Agreements;

/// <summary>
/// What decides, besides its state, which steps an agreement in force allows on a day. The entity refuses by it, and pages
/// offer by it.
/// </summary>
/// <param name="EndsOn">Its last day: that of its term, or of the notice.</param>
/// <param name="NoticeFrom">The side that gave notice, or null.</param>
public sealed record RunningTerm(DateOnly? EndsOn, Side? NoticeFrom)
{
    /// <summary>Why a step is not possible now, as a sentence, or null when it is.</summary>
    /// <param name="step">The step.</param>
    /// <param name="roles">Roles of who would take it, at the school.</param>
    /// <param name="today">The day.</param>
    public string? Refusal(AgreementStep step, IReadOnlySet<Role> roles, DateOnly today) => step switch
    {
        AgreementStep.RecordReview or AgreementStep.Vary or AgreementStep.GiveNotice or AgreementStep.TakeBackNotice when EndsOn < today =>
            $"This agreement ran out on {NewZealandTime.Show(EndsOn.Value)}. Start the next one instead.",
        AgreementStep.Vary or AgreementStep.GiveNotice when NoticeFrom is not null =>
            $"Notice to end this agreement was given already; its last day is {NewZealandTime.Show(EndsOn!.Value)}.",
        AgreementStep.TakeBackNotice when NoticeFrom is null || SideOf(roles) != NoticeFrom =>
            "Your side has given no notice to end this agreement, so there is none to take back.",
        AgreementStep.End when NoticeFrom is null || SideOf(roles) == NoticeFrom =>
            "An agreement ends at once only when the other side agrees to a notice that was given. Give notice, and ask the other side.",
        AgreementStep.Renew when !AgreementStandings.IsRenewalDue(EndsOn, today) =>
            $"This agreement runs until {NewZealandTime.Show(EndsOn!.Value)}. Its renewal may begin {AgreementStandings.RenewalDays} days before; until then, propose a variation.",
        _ => null,
    };

    /// <summary>The side for which somebody with these roles gives notice, or null for neither.</summary>
    public static Side? SideOf(IReadOnlySet<Role> roles) => AgreementLifecycle.Table[AgreementStep.GiveNotice].Who
        .Where(roles.Contains)
        .Select(role => (Side?)Roles.SideOf(role))
        .FirstOrDefault();
}
