using System.ComponentModel.DataAnnotations;

namespace SchoolPortal.Domain.Schools;

/// <summary>
/// What the Ministry's directory says of one school, in tidy values: a blank is null, never a code such as 99 or 1900-01-01.
/// A fact has a name, a label and a way to be read and shown in SchoolFact.All.
/// </summary>
public sealed class SchoolFacts
{
    [MaxLength(120)] public string Name { get; set; } = "";

    /// <summary>Whether the directory lists the school as open or as planned.</summary>
    public DirectoryStatus Listed { get; set; } = DirectoryStatus.Open;
    public DateOnly? ProposedOpening { get; set; }
    public DateOnly? DateOpened { get; set; }

    [MaxLength(40)] public string? Telephone { get; set; }
    [MaxLength(40)] public string? Fax { get; set; }
    /// <summary>The office's address as published. Nothing may send to it unasked (Unsolicited Electronic Messages Act 2007).</summary>
    [MaxLength(120)] public string? Email { get; set; }
    [MaxLength(120)] public string? PrincipalName { get; set; }
    [MaxLength(300)] public string? Website { get; set; }

    [MaxLength(120)] public string? Street { get; set; }
    [MaxLength(80)] public string? Suburb { get; set; }
    [MaxLength(80)] public string? City { get; set; }
    [MaxLength(120)] public string? PostalLine { get; set; }
    [MaxLength(80)] public string? PostalSuburb { get; set; }
    [MaxLength(80)] public string? PostalCity { get; set; }
    /// <summary>Four digits, leading zeros kept.</summary>
    [MaxLength(4)] public string? Postcode { get; set; }
    /// <summary>Degrees south are negative (WGS84).</summary>
    public double? Latitude { get; set; }
    /// <summary>Degrees (WGS84); the Chatham Islands lie at −176, across the date line.</summary>
    public double? Longitude { get; set; }

    public SchoolType? Type { get; set; }
    [MaxLength(80)] public string? Definition { get; set; }
    public SchoolAuthority? Authority { get; set; }
    public CoEducation? CoEducation { get; set; }
    public SchoolDonations? Donations { get; set; }
    [MaxLength(80)] public string? LanguageOfInstruction { get; set; }
    public bool? Boarding { get; set; }
    public bool? EnrolmentScheme { get; set; }
    public bool? CohortEntry { get; set; }
    [MaxLength(12)] public string? ColId { get; set; }
    /// <summary>Kāhui Ako (community of learning).</summary>
    [MaxLength(120)] public string? ColName { get; set; }
    /// <summary>Peak body of a kaupapa Māori school.</summary>
    [MaxLength(120)] public string? KmePeakBody { get; set; }

    [MaxLength(80)] public string? TerritorialAuthority { get; set; }
    [MaxLength(80)] public string? RegionalCouncil { get; set; }
    [MaxLength(80)] public string? Ward { get; set; }
    [MaxLength(80)] public string? EducationRegion { get; set; }
    [MaxLength(80)] public string? LocalOffice { get; set; }
    [MaxLength(80)] public string? Takiwa { get; set; }
    [MaxLength(80)] public string? GeneralElectorate { get; set; }
    [MaxLength(80)] public string? MaoriElectorate { get; set; }
    [MaxLength(80)] public string? AreaUnit { get; set; }
    [MaxLength(12)] public string? Sa2Code { get; set; }
    [MaxLength(80)] public string? Sa2Name { get; set; }
    [MaxLength(40)] public string? UrbanRural { get; set; }
    public double? IsolationIndex { get; set; }

    /// <summary>1 to 10; ended in 2023 and never converted to or from the equity index.</summary>
    public int? Decile { get; set; }
    /// <summary>Equity index, 344 to 569; normally blank for a private school.</summary>
    public int? Eqi { get; set; }
    public DateOnly? RollDate { get; set; }
    public int? RollTotal { get; set; }
    /// <summary>In later vintages a pupil may count in several groups, so the groups may add up to more than the total.</summary>
    public int? RollEuropean { get; set; }
    public int? RollMaori { get; set; }
    public int? RollPacific { get; set; }
    public int? RollAsian { get; set; }
    public int? RollMelaa { get; set; }
    public int? RollOther { get; set; }
    public int? RollInternational { get; set; }

    public SchoolFacts Copy() => (SchoolFacts)MemberwiseClone();
}
