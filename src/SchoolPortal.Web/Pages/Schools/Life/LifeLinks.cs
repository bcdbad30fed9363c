namespace SchoolPortal.Web.Pages.Schools.Life;

/// <summary>Addresses of what happens in the life of a school.</summary>
public static class LifeLinks
{
    /// <summary>Not below the school's own address, which leads to its successor once it is merged.</summary>
    public static string Of(int number) => $"/admin/school-life/{number}";
}
