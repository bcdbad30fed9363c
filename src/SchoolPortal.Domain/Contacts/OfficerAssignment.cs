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
/// An officer's dated duty at a school, and thereby their authority there. Dates of one kind never overlap at a school;
/// the database refuses it too.
/// </summary>
public sealed class OfficerAssignment : Entity, IOfSchool
{
    private OfficerAssignment()
    {
    }

    internal OfficerAssignment(Guid schoolId, Officer officer, AssignmentKind kind, DateOnly from, DateOnly? to, string? handoverNote)
    {
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

    /// <summary>True on a day within it.</summary>
    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);

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

/// <summary>The duties of one kind at one school, through time; where the rules of domain §5 are kept.</summary>
/// <param name="schoolId">The school.</param>
/// <param name="kind">The kind.</param>
/// <param name="existing">Every assignment of that kind at that school, past ones too.</param>
public sealed class Duty(Guid schoolId, AssignmentKind kind, IEnumerable<OfficerAssignment> existing)
{
    /// <summary>How many days back a duty may still be set right.</summary>
    public const int DaysToCorrect = 31;

    private readonly List<OfficerAssignment> duties = [.. existing];

    /// <summary>Every duty of this kind that takes a day or more, the first first.</summary>
    public IEnumerable<OfficerAssignment> InOrder => duties.Where(a => a.To is null || a.To >= a.From).OrderBy(a => a.From);

    /// <summary>Who holds it on a day, or null: a gap.</summary>
    public OfficerAssignment? On(DateOnly day) => duties.SingleOrDefault(a => a.Covers(day));

    /// <summary>Refuses a day longer ago than <see cref="DaysToCorrect"/>: what was so long is history.</summary>
    /// <param name="field">Name of the input.</param>
    /// <param name="day">The day entered.</param>
    /// <param name="today">Today.</param>
    public static void MustBeNear(string field, DateOnly day, DateOnly today)
    {
        var earliest = today.AddDays(-DaysToCorrect);
        if (day < earliest)
        {
            throw new RuleBroken(field, $"Enter {NewZealandTime.Show(earliest)} or a later day; what is longer ago stays as it was recorded");
        }
    }

    /// <summary>
    /// Assigns an officer from a day on. Whoever holds the duty on the day before is ended then. Refuses an officer who is
    /// not sworn as Lead Police Contact, one who is not active, the one who holds it already, and a day before which
    /// somebody else is already named to begin.
    /// </summary>
    public OfficerAssignment Assign(Officer officer, DateOnly from, string? handoverNote)
    {
        if (kind != AssignmentKind.SchoolCommunityOfficer && !officer.IsSworn)
        {
            throw new RuleBroken("OfficerId", $"{officer.Name} is not a sworn officer; a {Words.Of(kind)} must be");
        }

        if (!officer.IsActive(from))
        {
            throw new RuleBroken("From", $"{officer.Name} is not on duty with schools on {NewZealandTime.Show(from)}; choose another day or officer");
        }

        var before = On(from);
        if (before?.OfficerId == officer.Id)
        {
            throw new RuleBroken("OfficerId", $"{officer.Name} is already the {Words.Of(kind)} of this school on that day");
        }

        if (InOrder.FirstOrDefault(a => a.From >= from) is { } later)
        {
            throw new RuleBroken("From", $"Somebody is already named from {NewZealandTime.Show(later.From)}; end that first, or choose a later day");
        }

        before?.End(from.AddDays(-1));
        var assigned = new OfficerAssignment(schoolId, officer, kind, from, null, handoverNote);
        duties.Add(assigned);
        return assigned;
    }

    /// <summary>
    /// Ends a duty on its last day, the day before the first to withdraw it. Refuses one that is not here, and to move an
    /// end later: somebody else may hold those days.
    /// </summary>
    public OfficerAssignment End(Guid assignmentId, DateOnly lastDay)
    {
        var ending = duties.Find(a => a.Id == assignmentId)
            ?? throw new RuleBroken("", "This duty is not one of this school; open the school to see who holds it");
        if (ending.To < lastDay)
        {
            throw new RuleBroken("To", $"This duty ends on {NewZealandTime.Show(ending.To.Value)} already; enter an earlier day");
        }

        ending.End(lastDay);
        return ending;
    }
}
