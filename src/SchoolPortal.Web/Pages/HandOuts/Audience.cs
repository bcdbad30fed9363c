using System.ComponentModel.DataAnnotations;

namespace SchoolPortal.Web.Pages.HandOuts;

/// <summary>For whom a school's hand-out is made; the later the value, the less it tells.</summary>
public enum Audience
{
    /// <summary>Those who work at the school.</summary>
    [Display(Name = "a staff meeting")]
    Staff,

    /// <summary>The school's board.</summary>
    [Display(Name = "the board")]
    Board,

    /// <summary>Parents and whānau: nobody's own phone number or e-mail address, and no officer's name.</summary>
    [Display(Name = "parents and whānau")]
    Parents,
}

/// <summary>Addresses of a school's own hand-outs.</summary>
public static class SchoolHandOutLinks
{
    /// <summary>The choice of them.</summary>
    public static string Page(int school) => $"/schools/{school}/handouts";

    /// <summary>One of them as a file.</summary>
    /// <param name="school">The school's number.</param>
    /// <param name="audience">For whom.</param>
    /// <param name="extension">Without a dot.</param>
    public static string File(int school, Audience audience, string extension) => $"{Page(school)}/{audience.ToString().ToLowerInvariant()}.{extension}";

    /// <summary>The year's report to the board.</summary>
    public static string Report(int school) => $"/schools/{school}/partnership-report.docx";
}
