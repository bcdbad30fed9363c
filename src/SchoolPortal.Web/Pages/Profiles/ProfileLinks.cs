using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Addresses of the profile's pages and downloads.</summary>
public static class ProfileLinks
{
    public static string Years(int school) => $"/schools/{school}/profile";

    public static string Year(int school, int year) => $"/schools/{school}/profile/{year}";

    public static string Section(int school, int year, string key) => $"/schools/{school}/profile/{year}/{key}";

    /// <summary>Every text a section has had.</summary>
    public static string Versions(int school, int year, string key) => $"{Section(school, year, key)}/versions";

    public static string Comments(int school, int year, string key) => $"{Section(school, year, key)}/comments";

    /// <summary>Who keeps a section.</summary>
    public static string Keeper(int school, int year, string key) => $"{Section(school, year, key)}/keeper";

    /// <summary>What was changed after it was confirmed.</summary>
    public static string Amendments(int school, int year) => Section(school, year, "amendments");

    /// <summary>As it stood when it was due.</summary>
    public static string Snapshot(int school, int year) => Section(school, year, "snapshot");

    public static string Check(int school, int year) => Section(school, year, "check");

    public static string Return(int school, int year) => Section(school, year, "return");

    public static string Confirm(int school, int year) => Section(school, year, "confirm");

    /// <summary>Two years beside each other; without years, the newest two.</summary>
    public static string Compare(int school) => $"{Years(school)}/compare";

    public static string Compare(int school, int from, int to) => $"{Compare(school)}?from={from}&to={to}";

    /// <summary>The same two as a Word file with tracked changes.</summary>
    public static string ComparedWord(int school, int from, int to) => $"{Compare(school)}.docx?from={from}&to={to}";

    /// <summary>The profile's numbers over the years.</summary>
    public static string Trends(int school) => $"{Years(school)}/trends";

    public static string Word(int school, int year) => $"/schools/{school}/profile/{year}.docx";

    /// <summary>What one may fill in of it, as a Word file to bring back.</summary>
    public static string WordToFillIn(int school, int year) => Section(school, year, "draft.docx");

    /// <summary>The template that a year's Word file is written in.</summary>
    public static string Template(int school, int year) => TemplateLinks.OfRecord(school, ProfileDrafts.Called, year);

    /// <summary>Brings a file back that was filled in in Word.</summary>
    public static string Returned(int school) => DraftLinks.Returned(school, ProfileDrafts.Called);
}
