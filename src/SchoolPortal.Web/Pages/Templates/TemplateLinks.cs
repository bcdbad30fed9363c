namespace SchoolPortal.Web.Pages.Templates;

/// <summary>Addresses of the templates that forms are written in.</summary>
public static class TemplateLinks
{
    public const string List = "/admin/templates";

    /// <summary>Names the form in an address.</summary>
    public const string FormKey = "form";

    /// <summary>The versions of one form's template.</summary>
    public static string ListOf(string form) => $"{List}?{FormKey}={form}";

    /// <summary>The standard template of a form, to be changed in Word.</summary>
    public static string StandardOf(string form) => $"{List}/standard.docx?{FormKey}={form}";

    /// <summary>Drafts of a form that are written in an earlier version.</summary>
    public static string DraftsOf(string form) => $"{List}/drafts?{FormKey}={form}";

    /// <summary>One version.</summary>
    public static string Version(Guid id) => $"{List}/{id}";

    /// <summary>Its file as it was brought.</summary>
    public static string File(Guid id) => $"{Version(id)}/template.docx";

    /// <summary>A draft written in it, with sample data.</summary>
    public static string Preview(Guid id) => $"{Version(id)}/preview.docx";

    /// <summary>A signed record written in it, with sample data.</summary>
    public static string SignedPreview(Guid id) => $"{Preview(id)}?signed=true";

    /// <summary>What one school's record is written in, and what differs in the template in use.</summary>
    /// <param name="school">The school's number.</param>
    /// <param name="noun">What the record is called.</param>
    /// <param name="number">Which of the school's.</param>
    public static string OfRecord(int school, string noun, int number) => $"/schools/{school}/templates/{noun}/{number}";
}
