using System.ComponentModel.DataAnnotations;

namespace SchoolPortal.Domain.People;

/// <summary>The roles of domain §3.1. Each is held through a dated <see cref="Grant"/> or an officer's assignment.</summary>
public enum Role
{
    /// <summary>Staff and board members of a school.</summary>
    SchoolViewer,

    /// <summary>Keeps own sections of the profile right.</summary>
    SchoolContributor,

    /// <summary>The school's named link to Police.</summary>
    [Display(Name = "Lead School Contact")]
    LeadSchoolContact,

    /// <summary>Tumuaki or acting.</summary>
    Principal,

    /// <summary>Presides over the board.</summary>
    PresidingMember,

    /// <summary>Sworn officer who is a school's link to Police.</summary>
    [Display(Name = "Lead Police Contact")]
    LeadPoliceContact,

    /// <summary>Officer specialising in schools.</summary>
    [Display(Name = "School Community Officer")]
    SchoolCommunityOfficer,

    /// <summary>Youth Aid, community, neighbourhood or iwi liaison officer.</summary>
    SpecialistOfficer,

    /// <summary>Area Youth and Community Supervisor.</summary>
    AreaSupervisor,

    /// <summary>District youth and prevention staff.</summary>
    DistrictCoordinator,

    /// <summary>The national schools team.</summary>
    NationalCoordinator,

    /// <summary>Accounts and reference data.</summary>
    [Display(Name = "system administrator")]
    Administrator,

    /// <summary>Privacy or assurance: reads who saw or changed what.</summary>
    Auditor,
}

/// <summary>The two sides of a partnership, for "whose turn is it".</summary>
public enum Side
{
    /// <summary>The school and its board.</summary>
    School,

    /// <summary>Police.</summary>
    Police,
}

/// <summary>Which roles speak for which side.</summary>
public static class Roles
{
    /// <summary>Every role, in the order of domain §3.1.</summary>
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    /// <summary>The school's and board's roles.</summary>
    public static IReadOnlySet<Role> OfSchool { get; } = new HashSet<Role>
    {
        Role.SchoolViewer, Role.SchoolContributor, Role.LeadSchoolContact, Role.Principal, Role.PresidingMember,
    };

    /// <summary>The side somebody with this role is on.</summary>
    public static Side SideOf(Role role) => OfSchool.Contains(role) ? Side.School : Side.Police;
}
