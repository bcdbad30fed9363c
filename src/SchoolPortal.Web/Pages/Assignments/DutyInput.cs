using System.ComponentModel.DataAnnotations;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>What is typed to assign an officer, to one school or to several.</summary>
public sealed class DutyInput
{
    public const int LongestNote = 1000;

    [Required(ErrorMessage = "Choose an officer")]
    public Guid? OfficerId { get; set; }

    [Required(ErrorMessage = "Choose what the officer will be to the school")]
    public AssignmentKind? Kind { get; set; }

    [Required(ErrorMessage = "Enter the first day")]
    public string? From { get; set; }

    [StringLength(LongestNote, ErrorMessage = "The handover note must be 1,000 characters or fewer")]
    public string? HandoverNote { get; set; }

    /// <summary>The kinds of duty to choose from.</summary>
    public static IReadOnlyList<FieldOption> Kinds { get; } =
    [
        new(nameof(AssignmentKind.LeadPoliceContact), "Lead Police Contact", "The school\u2019s one link to Police. Must be sworn."),
        new(nameof(AssignmentKind.ReliefLeadPoliceContact), "Relief Lead Police Contact", "Stands in while the Lead Police Contact is away. Must be sworn."),
        new(nameof(AssignmentKind.SchoolCommunityOfficer), "School Community Officer", "Supports the school\u2019s programmes and interventions."),
    ];

    /// <summary>What was typed, read; refuses a first day that is none.</summary>
    public NewDuty Read(DateOnly today) => new(OfficerId!.Value, Kind!.Value, DayOf(From, nameof(From), today), TypedText.Clean(HandoverNote));

    /// <summary>A typed day, or the sentence that it is none.</summary>
    public static DateOnly DayOf(string? typed, string field, DateOnly today) =>
        TypedText.Date(typed, today) ?? throw new RuleBroken(field, $"Enter a date such as {NewZealandTime.Show(today)}");
}
