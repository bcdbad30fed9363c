namespace SchoolPortal.Web.Pages.Templates;

/// <summary>Addresses of the templates that agreements are written in.</summary>
public static class TemplateLinks
{
    public const string List = "/admin/templates";

    /// <summary>The standard template, to be changed in Word.</summary>
    public const string Standard = $"{List}/standard.docx";

    /// <summary>Drafts that are written in an earlier version.</summary>
    public const string Drafts = $"{List}/drafts";

    /// <summary>One version.</summary>
    public static string Version(Guid id) => $"{List}/{id}";

    /// <summary>Its file as it was brought.</summary>
    public static string File(Guid id) => $"{Version(id)}/template.docx";

    /// <summary>A draft written in it, with sample data.</summary>
    public static string Preview(Guid id) => $"{Version(id)}/preview.docx";

    /// <summary>A signed record written in it, with sample data.</summary>
    public static string SignedPreview(Guid id) => $"{Preview(id)}?signed=true";
}
