using static SchoolPortal.Domain.People.Role;

namespace SchoolPortal.Domain.People;

/// <summary>Things one may be allowed to do. Lifecycle steps are not among them: their tables say who.</summary>
public enum Operation
{
    /// <summary>See that a school is there, its facts and where its documents stand.</summary>
    ViewSchool,

    /// <summary>Change Police-side fields: area, station, notes.</summary>
    EditSchoolPlace,

    /// <summary>Say that the directory is wrong about a school, and take that back.</summary>
    CorrectFacts,

    /// <summary>See who the school's people are.</summary>
    ViewContacts,

    /// <summary>Name, change, confirm and end the school's people.</summary>
    EditContacts,

    /// <summary>See emergency and after-hours contacts and mobiles.</summary>
    ViewEmergencyContacts,

    /// <summary>Assign officers to schools.</summary>
    AssignOfficers,

    /// <summary>See the register of officers and their schools.</summary>
    ViewAssignments,

    /// <summary>Read when officers were at the school and what for.</summary>
    ViewVisits,

    /// <summary>Enter a visit, and correct what one entered.</summary>
    EnterVisit,

    /// <summary>Read agreements.</summary>
    ViewAgreement,

    /// <summary>Begin a new agreement.</summary>
    StartAgreement,

    /// <summary>Change a draft agreement.</summary>
    EditAgreement,

    /// <summary>Read the school profile.</summary>
    ViewProfile,

    /// <summary>Open a profile year.</summary>
    OpenProfile,

    /// <summary>Fill in every section of the profile.</summary>
    EditProfile,

    /// <summary>Fill in the sections one keeps.</summary>
    EditOwnSections,

    /// <summary>Read restricted parts (domain §14.2).</summary>
    ViewRestricted,

    /// <summary>Let somebody stand in for one's own role.</summary>
    NameStandIn,

    /// <summary>Read a school's history of changes.</summary>
    ViewHistory,

    /// <summary>Bring in, check and publish the templates and the questions of forms.</summary>
    ManageTemplates,

    /// <summary>Name districts and areas, and bring stations and officers from a file.</summary>
    KeepPoliceRegister,

    /// <summary>Write and publish the public pages and hand-outs.</summary>
    EditContent,

    /// <summary>Load the Ministry's directory.</summary>
    ImportDirectory,

    /// <summary>Ask others into the portal, or propose to; into which roles says <see cref="Inviting"/>.</summary>
    InvitePeople,

    /// <summary>Keep accounts and grants.</summary>
    ManagePeople,

    /// <summary>Follow how the schools' profiles of a year come in, and nudge those that are behind.</summary>
    FollowProfiles,

    /// <summary>See what the portal has sent or could not send; try again and withdraw.</summary>
    ManageNotices,

    /// <summary>Read the audit log of the whole portal.</summary>
    ViewAudit,
}

/// <summary>The permission matrix of domain §3.2 as one table; <c>docs/permissions.md</c> is made from it.</summary>
public static class Permissions
{
    private static readonly Dictionary<Operation, HashSet<Role>> Table = new()
    {
        [Operation.ViewSchool] = [SchoolViewer, SchoolContributor, LeadSchoolContact, Principal, PresidingMember, LeadPoliceContact, SchoolCommunityOfficer, SpecialistOfficer, AreaSupervisor, DistrictCoordinator, NationalCoordinator, Administrator],
        [Operation.EditSchoolPlace] = [LeadPoliceContact, AreaSupervisor, NationalCoordinator, Administrator],
        [Operation.CorrectFacts] = [LeadSchoolContact, Principal, LeadPoliceContact, AreaSupervisor, NationalCoordinator, Administrator],
        [Operation.ViewContacts] = [SchoolViewer, SchoolContributor, LeadSchoolContact, Principal, PresidingMember, LeadPoliceContact, SchoolCommunityOfficer, SpecialistOfficer, AreaSupervisor, DistrictCoordinator, NationalCoordinator, Administrator],
        [Operation.EditContacts] = [LeadSchoolContact, Principal, Administrator],
        [Operation.ViewEmergencyContacts] = [LeadSchoolContact, Principal, LeadPoliceContact, SchoolCommunityOfficer, SpecialistOfficer, AreaSupervisor],
        [Operation.AssignOfficers] = [AreaSupervisor, DistrictCoordinator, NationalCoordinator, Administrator],
        [Operation.ViewAssignments] = [LeadPoliceContact, SchoolCommunityOfficer, SpecialistOfficer, AreaSupervisor, DistrictCoordinator, NationalCoordinator, Administrator],
        [Operation.ViewVisits] = [SchoolViewer, SchoolContributor, LeadSchoolContact, Principal, PresidingMember, LeadPoliceContact, SchoolCommunityOfficer, SpecialistOfficer, AreaSupervisor, DistrictCoordinator, NationalCoordinator],
        [Operation.EnterVisit] = [LeadPoliceContact, SchoolCommunityOfficer, SpecialistOfficer, AreaSupervisor],
        [Operation.ViewAgreement] = [SchoolViewer, SchoolContributor, LeadSchoolContact, Principal, PresidingMember, LeadPoliceContact, SchoolCommunityOfficer, SpecialistOfficer, AreaSupervisor, DistrictCoordinator, NationalCoordinator],
        [Operation.StartAgreement] = [LeadPoliceContact],
        [Operation.EditAgreement] = [LeadSchoolContact, Principal, LeadPoliceContact],
        [Operation.ViewProfile] = [SchoolContributor, LeadSchoolContact, Principal, PresidingMember, LeadPoliceContact, SchoolCommunityOfficer, AreaSupervisor],
        [Operation.OpenProfile] = [LeadSchoolContact, Principal, LeadPoliceContact],
        [Operation.EditProfile] = [LeadSchoolContact, Principal],
        [Operation.EditOwnSections] = [SchoolContributor],
        [Operation.ViewRestricted] = [LeadSchoolContact, Principal, LeadPoliceContact, AreaSupervisor],
        [Operation.NameStandIn] = [LeadSchoolContact, Principal, PresidingMember, AreaSupervisor],
        [Operation.ViewHistory] = [LeadSchoolContact, Principal, PresidingMember, LeadPoliceContact, AreaSupervisor, DistrictCoordinator, NationalCoordinator, Administrator],
        [Operation.ManageTemplates] = [NationalCoordinator],
        [Operation.KeepPoliceRegister] = [NationalCoordinator, Administrator],
        [Operation.EditContent] = [NationalCoordinator],
        [Operation.ImportDirectory] = [NationalCoordinator, Administrator],
        [Operation.InvitePeople] = [LeadSchoolContact, Principal, LeadPoliceContact, AreaSupervisor, DistrictCoordinator, NationalCoordinator, Administrator],
        [Operation.ManagePeople] = [Administrator],
        [Operation.FollowProfiles] = [LeadPoliceContact, AreaSupervisor, DistrictCoordinator, NationalCoordinator],
        [Operation.ManageNotices] = [NationalCoordinator, Administrator],
        [Operation.ViewAudit] = [NationalCoordinator, Administrator, Auditor],
    };

    /// <summary>It only reads.</summary>
    public static bool IsReading(Operation operation) => operation is
        Operation.ViewSchool or Operation.ViewContacts or Operation.ViewEmergencyContacts or Operation.ViewAssignments or Operation.ViewVisits or Operation.ViewAgreement
        or Operation.ViewProfile or Operation.ViewRestricted or Operation.ViewHistory;

    /// <summary>The roles that may do this.</summary>
    public static IReadOnlySet<Role> RolesFor(Operation operation) => Table[operation];
}
