namespace SchoolPortal.Web.Pages.Content;

/// <summary>Addresses where the content of public pages is kept.</summary>
public static class ContentLinks
{
    public const string List = "/admin/content";

    /// <summary>Names the page in an address.</summary>
    public const string Key = "key";

    /// <summary>The versions of one page.</summary>
    public static string Versions(string key) => $"{List}/versions?{Key}={Uri.EscapeDataString(key)}";

    /// <summary>One version: where a draft is written.</summary>
    public static string Version(Guid id) => $"{List}/{id}";
}
