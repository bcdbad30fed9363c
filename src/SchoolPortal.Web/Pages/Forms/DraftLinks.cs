namespace SchoolPortal.Web.Pages.Forms;

/// <summary>Addresses of Word files that are brought back.</summary>
public static class DraftLinks
{
    /// <summary>Brings a draft back that was changed in Word.</summary>
    /// <param name="school">The school's number.</param>
    /// <param name="noun">What the record is called (<see cref="FormDrafts.Noun"/>).</param>
    public static string Returned(int school, string noun) => $"/schools/{school}/{noun}/returned";

    /// <summary>What a returned file would change.</summary>
    public static string Returned(int school, string noun, Guid file) => $"{Returned(school, noun)}/{file}";
}
