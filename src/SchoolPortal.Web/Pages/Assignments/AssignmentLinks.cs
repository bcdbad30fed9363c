using SchoolPortal.Domain.Contacts;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Addresses of officers and their duties.</summary>
public static class AssignmentLinks
{
    /// <summary>The register of officers.</summary>
    public const string Register = "/assignments";

    /// <summary>Adds an officer.</summary>
    public const string Add = "/assignments/officers/add";

    /// <summary>Assigns one officer to several schools; <c>?school=1404&amp;school=1405</c>.</summary>
    public const string Bulk = "/assignments/assign";

    /// <summary>Schools without a Lead Police Contact.</summary>
    public const string SchoolsWithoutLead = "/schools?show=no-lead";

    /// <summary>One officer.</summary>
    public static string Officer(Guid id) => $"/assignments/officers/{id}";

    /// <summary>Changes an officer.</summary>
    public static string Change(Guid id) => $"/assignments/officers/{id}/change";

    /// <summary>How a bulk assignment went.</summary>
    public static string Result(Guid batch) => $"/assignments/assign/{batch}";

    /// <summary>The school itself.</summary>
    public static string School(int number) => $"/schools/{number}";

    /// <summary>Assigns an officer to a school.</summary>
    public static string Assign(int number) => $"/schools/{number}/assign";

    /// <summary>The same, for one kind of duty.</summary>
    public static string Assign(int number, AssignmentKind kind) => $"/schools/{number}/assign?kind={kind}";

    /// <summary>Ends a duty at a school.</summary>
    public static string End(int number, Guid assignment) => $"/schools/{number}/assign/end?duty={assignment}";
}
