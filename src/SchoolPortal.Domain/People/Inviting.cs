using static SchoolPortal.Domain.People.Role;

namespace SchoolPortal.Domain.People;

/// <summary>
/// Who may ask others into which roles, as one table (domain §3.2). The inviter's own role must reach the place. An officer's
/// duties at schools come from assignments, so nobody is invited to be a Lead Police Contact or School Community Officer.
/// </summary>
public static class Inviting
{
    private static readonly HashSet<Role> School = [SchoolViewer, SchoolContributor, LeadSchoolContact, Principal, PresidingMember];

    private static readonly Dictionary<Role, HashSet<Role>> Directly = new()
    {
        [LeadSchoolContact] = [SchoolViewer, SchoolContributor],
        [Principal] = [SchoolViewer, SchoolContributor, LeadSchoolContact, PresidingMember],
        [AreaSupervisor] = [.. School, SpecialistOfficer],
        [DistrictCoordinator] = [.. School, SpecialistOfficer, AreaSupervisor],
        [NationalCoordinator] = [.. School, SpecialistOfficer, AreaSupervisor, DistrictCoordinator],
        [Administrator] = [.. School, SpecialistOfficer, AreaSupervisor, DistrictCoordinator, NationalCoordinator, Administrator, Auditor],
    };

    private static readonly Dictionary<Role, HashSet<Role>> AsProposal = new() { [LeadPoliceContact] = School };

    /// <summary>The roles that somebody holding these roles may invite to, without asking anybody.</summary>
    public static IReadOnlySet<Role> DirectlyBy(IEnumerable<Role> held) => Of(Directly, held);

    /// <summary>The roles that they may propose, for somebody else to approve.</summary>
    public static IReadOnlySet<Role> AsProposalBy(IEnumerable<Role> held) => Of(AsProposal, held);

    /// <summary>May this person invite to a role at a place without asking?</summary>
    public static bool MayInvite(this Actor actor, Role role, Place place) => DirectlyBy(actor.RolesAt(place)).Contains(role);

    /// <summary>May they at least propose it?</summary>
    public static bool MayPropose(this Actor actor, Role role, Place place) => actor.MayInvite(role, place) || AsProposalBy(actor.RolesAt(place)).Contains(role);

    private static HashSet<Role> Of(Dictionary<Role, HashSet<Role>> table, IEnumerable<Role> held) =>
        [.. held.SelectMany(role => table.GetValueOrDefault(role, []))];
}
