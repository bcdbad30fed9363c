using System.ComponentModel.DataAnnotations;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Visits;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Visits;

/// <summary>What is typed of a visit.</summary>
public class VisitInput
{
    [Required(ErrorMessage = "Enter the day of the visit")]
    public string? On { get; set; }

    [Required(ErrorMessage = "Enter who came")]
    [StringLength(Visit.LongestOfficers, ErrorMessage = "Who came must be 200 characters or fewer")]
    public string? Officers { get; set; }

    [Required(ErrorMessage = "Choose what the visit was for")]
    public VisitPurpose? Purpose { get; set; }

    [Required(ErrorMessage = "Enter how many minutes it took")]
    public string? Minutes { get; set; }

    /// <summary>Positions of those whom they met.</summary>
    public string[] Met { get; set; } = [];

    [StringLength(Visit.LongestNotes, ErrorMessage = "The notes must be 1,000 characters or fewer")]
    public string? Notes { get; set; }

    public static IEnumerable<FieldOption> Purposes => Enum.GetValues<VisitPurpose>().Select(p => new FieldOption(p.ToString(), Words.Capital(p)));

    /// <summary>Emergency contacts are people in another position.</summary>
    public static IEnumerable<FieldOption> Positions =>
        Enum.GetValues<ContactPosition>().Where(p => !SchoolContact.IsEmergency(p)).Select(p => new FieldOption(p.ToString(), Words.Capital(p)));

    /// <summary>What was typed, read; refuses what is no day, no number and no position.</summary>
    public VisitTold Read(DateOnly today) => new(
        TypedText.Date(On, today) ?? throw new RuleBroken(nameof(On), $"Enter a date such as {NewZealandTime.Show(today)}"),
        TypedText.CleanLine(Officers),
        Purpose!.Value,
        TypedText.Number(Minutes) ?? throw new RuleBroken(nameof(Minutes), "Enter the minutes as a number, such as 45"),
        [.. Met.Select(met => Enum.TryParse<ContactPosition>(met, out var position) && Enum.IsDefined(position) ? position : throw new RuleBroken(nameof(Met), "Choose positions from the list"))],
        TypedText.Clean(Notes));
}
