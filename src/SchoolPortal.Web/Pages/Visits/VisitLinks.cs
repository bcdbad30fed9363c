namespace SchoolPortal.Web.Pages.Visits;

/// <summary>Addresses of visits.</summary>
public static class VisitLinks
{
    /// <summary>The visits of a school, and where one is entered.</summary>
    public static string List(int number) => $"/schools/{number}/visits";

    /// <summary>Corrects one.</summary>
    public static string Correct(int number, Guid visit) => $"{List(number)}/{visit}";
}
