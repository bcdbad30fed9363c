namespace SchoolPortal.Web.Pages.Public;

/// <summary>Addresses of the pages that are open to everybody.</summary>
public static class PublicLinks
{
    public const string Partnership = "/partnership";

    public const string HandOuts = "/handouts";

    public const string Register = "/register";

    public const string FindYourOfficer = "/find-your-officer";

    public const string Feed = "/feed.atom";

    public const string SiteMap = "/sitemap.xml";

    /// <summary>A content page.</summary>
    public static string Page(string key) => $"/{key}";

    /// <summary>A hand-out.</summary>
    public static string HandOut(string name) => $"{HandOuts}/{name}";

    /// <summary>A hand-out as a file.</summary>
    /// <param name="name">Which.</param>
    /// <param name="extension">Without a dot.</param>
    public static string HandOutFile(string name, string extension) => $"{HandOut(name)}.{extension}";

    /// <summary>A diagram of a content page by itself.</summary>
    /// <param name="key">Key of the page.</param>
    /// <param name="number">1 for the first.</param>
    public static string Diagram(string key, int number) => $"/{key}/diagram-{number}.svg";
}
