using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Agreements;

/// <summary>Whose turn it is with a school's agreement; one answer for page, list and the day's tasks.</summary>
public static class AgreementTurn
{
    /// <summary>The roles that act next; none when nothing is to be done.</summary>
    /// <param name="standing">Where the agreement stands.</param>
    /// <param name="unsigned">Parties that have not signed it yet.</param>
    /// <param name="isRenewalDue">It is in force, its end is near, and no successor is in the making.</param>
    public static IReadOnlyList<Role> Of(AgreementStanding standing, IEnumerable<Role> unsigned, bool isRenewalDue = false) => standing switch
    {
        AgreementStanding.Active when isRenewalDue => [Role.LeadPoliceContact],
        AgreementStanding.None or AgreementStanding.Draft or AgreementStanding.ReviewDue or AgreementStanding.Expired
            or AgreementStanding.Ended or AgreementStanding.Withdrawn => [Role.LeadPoliceContact],
        AgreementStanding.SchoolReview => [Role.LeadSchoolContact, Role.Principal],
        AgreementStanding.ReadyToSign or AgreementStanding.PartlySigned => [.. unsigned],
        _ => [],
    };
}
