namespace SchoolPortal.Web.Pages.FormVersions;

/// <summary>Addresses of the versions of the profile's questions.</summary>
public static class FormVersionLinks
{
    public const string List = "/admin/forms";

    /// <summary>One version that was brought in.</summary>
    public static string Version(Guid id) => $"{List}/{id}";

    /// <summary>The file of one that was brought in.</summary>
    public static string File(Guid id) => $"{List}/{id}/questions.json";

    /// <summary>The file of the version in use, to be changed.</summary>
    public const string InUse = $"{List}/in-use.json";
}
