using System.ComponentModel.DataAnnotations;

using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Contacts;

/// <summary>What an officer is to a school.</summary>
public enum AssignmentKind
{
    /// <summary>The school's link to Police; one at a time.</summary>
    [Display(Name = "Lead Police Contact")]
    LeadPoliceContact,

    /// <summary>Stands in for the Lead Police Contact.</summary>
    [Display(Name = "relief Lead Police Contact")]
    ReliefLeadPoliceContact,

    /// <summary>School Community Officer.</summary>
    [Display(Name = "School Community Officer")]
    SchoolCommunityOfficer,
}

/// <summary>
/// An officer's dated duty at a school, and thereby their authority there. Dates of one kind never overlap at a school, but
/// for whoever stands in for the holder during a leave; the database refuses it too.
/// </summary>
public sealed class OfficerAssignment : Entity, IOfSchool
{
    private OfficerAssignment()
    {
    }

    internal OfficerAssignment(Guid schoolId, Officer officer, AssignmentKind kind, DateOnly from, DateOnly? to, string? handoverNote, Guid? leaveId = null)
    {
        LeaveId = leaveId;
        SchoolId = schoolId;
        OfficerId = officer.Id;
        Kind = kind;
        From = from;
        To = to;
        HandoverNote = string.IsNullOrWhiteSpace(handoverNote) ? null : handoverNote.Trim();
    }

    /// <inheritdoc />
    public Guid SchoolId { get; private set; }

    /// <summary>Who.</summary>
    public Guid OfficerId { get; private set; }

    /// <summary>As what.</summary>
    public AssignmentKind Kind { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, or null while it has no end.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>What the newcomer should know; no student is named.</summary>
    public string? HandoverNote { get; private set; }

    /// <summary>The leave for which the officer stands in; null for a duty in their own right.</summary>
    public Guid? LeaveId { get; private set; }

    /// <summary>True on a day within it.</summary>
    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>True when it takes one of these days; no last day is no end.</summary>
    public bool Meets(DateOnly from, DateOnly? to) => (To is null || From <= To) && (to is null || From <= to) && (To is null || from <= To);

    /// <summary>Ends it on its last day; the day before the first withdraws it before it begins.</summary>
    public void End(DateOnly lastDay)
    {
        if (lastDay < From.AddDays(-1))
        {
            throw new RuleBroken("To", $"This duty began on {NewZealandTime.Show(From)}; enter that day or a later one");
        }

        To = lastDay;
    }

    /// <summary>The role this kind of duty gives.</summary>
    public static Role RoleOf(AssignmentKind kind) =>
        kind == AssignmentKind.SchoolCommunityOfficer ? Role.SchoolCommunityOfficer : Role.LeadPoliceContact;
}
