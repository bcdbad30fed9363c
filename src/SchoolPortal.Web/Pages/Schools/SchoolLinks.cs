using Microsoft.AspNetCore.Http.Extensions;

using SchoolPortal.Web.Pages.Profiles;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>Addresses of the pages about schools.</summary>
public static class SchoolLinks
{
    public const string List = "/schools";

    public const string Csv = "/schools.csv";

    /// <summary>The list with nothing but one gap on.</summary>
    public static string ListOf(string gap) => $"{List}?{SchoolListAddress.ShowKey}={gap}";

    public static string School(int number) => $"/schools/{number}";

    public static string History(int number) => $"/schools/{number}/history";

    /// <summary>What somebody needs to know who walks in, on one sheet.</summary>
    public static string Card(int number) => $"/schools/{number}/card";

    /// <summary>The same as a Word file.</summary>
    public static string CardWord(int number) => $"{Card(number)}.docx";

    /// <summary>Where somebody says that the directory is wrong.</summary>
    public static string Facts(int number) => $"/schools/{number}/facts";

    /// <summary>The same for one fact.</summary>
    public static string Fact(int number, string key) => $"{Facts(number)}?fact={key}";

    public static string Place(int number) => $"/schools/{number}/place";

    /// <summary>The list's file with the same search, filters and order.</summary>
    public static string CsvOf(HttpRequest list) => Csv + new QueryBuilder(list.Query).ToQueryString();

    /// <summary>Where officers are assigned to one school.</summary>
    public static string Assign(int number) => $"/schools/{number}/assign";

    /// <summary>Where one officer is assigned to several schools, <c>?school=…&amp;school=…</c>.</summary>
    public const string AssignSeveral = "/assignments/assign";

    public static string Agreement(int number) => $"/schools/{number}/agreement";

    public static string AgreementWord(int number) => $"/schools/{number}/agreement.docx";

    /// <summary>All years of the profile; where this year's is opened.</summary>
    public static string Profiles(int number) => ProfileLinks.Years(number);

    public static string Profile(int number, int year) => ProfileLinks.Year(number, year);

    public static string ProfileWord(int number, int year) => ProfileLinks.Word(number, year);
}
