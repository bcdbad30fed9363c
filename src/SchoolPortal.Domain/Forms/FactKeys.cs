namespace SchoolPortal.Domain.Forms;

/// <summary>A fact that a form shows and nobody types: live while the form is a draft, frozen with its text.</summary>
/// <param name="Text">One or more lines.</param>
/// <param name="Source">Where it comes from and as at when, such as "Schools directory, 25 September 2021", or null.</param>
public sealed record FactValue(string Text, string? Source);

/// <summary>The facts that a form may show. A definition that names another is refused.</summary>
public static class FactKeys
{
    public const string SchoolName = "school.name";
    public const string SchoolNumber = "school.number";
    public const string SchoolType = "school.type";
    public const string SchoolAuthority = "school.authority";
    public const string SchoolGender = "school.gender";
    public const string SchoolAddress = "school.address";
    public const string SchoolPostalAddress = "school.postal-address";
    public const string SchoolPhone = "school.phone";
    public const string SchoolEmail = "school.email";
    public const string SchoolWebsite = "school.website";
    public const string SchoolRoll = "school.roll";
    public const string SchoolLanguage = "school.language";
    public const string SchoolCommunityOfLearning = "school.kahui-ako";
    public const string SchoolTerritorialAuthority = "school.territorial-authority";
    public const string PoliceDistrict = "police.district";
    public const string PoliceArea = "police.area";
    public const string PoliceStation = "police.station";
    public const string LeadPolice = "contact.lead-police";
    public const string LeadPoliceRelief = "contact.lead-police-relief";
    public const string SchoolCommunityOfficer = "contact.sco";
    public const string LeadSchool = "contact.lead-school";
    public const string ReliefSchool = "contact.relief-school";
    public const string Principal = "contact.principal";
    public const string PresidingMember = "contact.presiding";
    public const string EmergencyContacts = "contact.emergency";

    /// <summary>Every key.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SchoolName, SchoolNumber, SchoolType, SchoolAuthority, SchoolGender, SchoolAddress, SchoolPostalAddress,
        SchoolPhone, SchoolEmail, SchoolWebsite, SchoolRoll, SchoolLanguage, SchoolCommunityOfLearning, SchoolTerritorialAuthority,
        PoliceDistrict, PoliceArea, PoliceStation,
        LeadPolice, LeadPoliceRelief, SchoolCommunityOfficer, LeadSchool, ReliefSchool, Principal, PresidingMember, EmergencyContacts,
    ];
}
