namespace SchoolPortal.Web.Pages.Shared;

/// <summary>What every page says about this portal as a whole. One for the program, set when it starts.</summary>
public sealed class PortalFacts
{
    /// <summary>Where the facts about schools come from: source, date and licence, as the footer prints them.</summary>
    public string Attribution { get; set; } = "School facts: Ministry of Education Schools Directory, 25 September 2021, CC BY 4.0";

    /// <summary>The licence under which anybody may use the public register's own figures; the agency that runs the portal decides it.</summary>
    public string RegisterLicence { get; set; } = "Creative Commons Attribution 4.0 International (CC BY 4.0)";

    /// <summary>Whether the people, agreements and profiles are invented; every page then says so.</summary>
    public bool IsDemonstration { get; set; }

    /// <summary>The address people write to for help.</summary>
    public string HelpAddress { get; set; } = "help@demo.schoolportal.example";

    /// <summary>Where letters reach those who run the portal, a line each; null while the operator has not said.</summary>
    public string? PostalAddress { get; set; }

    /// <summary>Where they can be found, a line each; null while the operator has not said.</summary>
    public string? StreetAddress { get; set; }

    /// <summary>Where they can be rung; null while the operator has not said.</summary>
    public string? Phone { get; set; }

    /// <summary>The address for those who find a fault in the portal's security.</summary>
    public string SecurityAddress { get; set; } = "security@demo.schoolportal.example";
}
