namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Addresses of the profile's pages and downloads.</summary>
public static class ProfileLinks
{
    public static string Years(int school) => $"/schools/{school}/profile";

    public static string Year(int school, int year) => $"/schools/{school}/profile/{year}";

    public static string Section(int school, int year, string key) => $"/schools/{school}/profile/{year}/{key}";

    public static string Check(int school, int year) => Section(school, year, "check");

    public static string Return(int school, int year) => Section(school, year, "return");

    public static string Confirm(int school, int year) => Section(school, year, "confirm");

    public static string Word(int school, int year) => $"/schools/{school}/profile/{year}.docx";
}
