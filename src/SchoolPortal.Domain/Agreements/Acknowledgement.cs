using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Agreements;

/// <summary>Of what somebody is asked to take note.</summary>
public enum AcknowledgementKind
{
    /// <summary>Somebody new holds a lead position: they read the agreement that others signed (domain §7.2).</summary>
    NewContact,

    /// <summary>A variation of the text is proposed.</summary>
    Variation,

    /// <summary>Notice was given or taken back, or the agreement ended by it.</summary>
    Ending,
}

/// <summary>
/// Something about an agreement that one role at the school is asked to read and to say so. It is a task until they do, and
/// a note in the agreement's history for good.
/// </summary>
public sealed class Acknowledgement : Entity, IOfSchool
{
    /// <summary>Days that people have for it (domain §7.2).</summary>
    public const int Days = 14;

    /// <summary>Longest text, a reason of 1,000 characters included.</summary>
    public const int LongestText = 1200;

    private Acknowledgement()
    {
    }

    private Acknowledgement(Agreement agreement, AcknowledgementKind kind, Role role, Guid aboutId, string text, DateOnly askedOn)
    {
        SchoolId = agreement.SchoolId;
        AgreementId = agreement.Id;
        Kind = kind;
        Role = role;
        AboutId = aboutId;
        Text = text;
        AskedOn = askedOn;
        DueOn = askedOn.AddDays(Days);
    }

    /// <inheritdoc />
    public Guid SchoolId { get; private set; }

    /// <summary>The agreement to read.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>Of what.</summary>
    public AcknowledgementKind Kind { get; private set; }

    /// <summary>Who is asked: whoever holds this role at the school.</summary>
    public Role Role { get; private set; }

    /// <summary>The record it is about: the newcomer's duty or contact, the proposed variation, the agreement itself.</summary>
    public Guid AboutId { get; private set; }

    /// <summary>What happened, as a sentence without its full stop.</summary>
    public string Text { get; private set; } = "";

    /// <summary>From when it is asked.</summary>
    public DateOnly AskedOn { get; private set; }

    /// <summary>Until when.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When it was acknowledged, UTC; null until then.</summary>
    public DateTime? GivenAt { get; private set; }

    /// <summary>Who acknowledged it.</summary>
    public Guid? GivenBy { get; private set; }

    /// <summary>Their name then.</summary>
    public string? GivenByName { get; private set; }

    /// <summary>The day from which nobody is asked any more, because the newcomer's time was over before they answered.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Somebody is still asked.</summary>
    public bool IsOpen => GivenAt is null && ClosedOn is null;

    /// <summary>The roles that are asked about something of a kind. Of a newcomer, the newcomer alone is.</summary>
    public static IReadOnlyList<Role> Asked(AcknowledgementKind kind) => kind switch
    {
        AcknowledgementKind.Ending => Agreement.Parties,
        _ => [Role.Principal, Role.LeadSchoolContact, Role.LeadPoliceContact],
    };

    /// <summary>Asks a newcomer to read the agreement.</summary>
    /// <param name="agreement">The one in force.</param>
    /// <param name="role">What the newcomer is.</param>
    /// <param name="aboutId">Their duty, or their record among the school's contacts.</param>
    /// <param name="name">Their name.</param>
    /// <param name="from">Their first day.</param>
    public static Acknowledgement OfNewcomer(Agreement agreement, Role role, Guid aboutId, string name, DateOnly from)
    {
        var inForce = NewZealandTime.DayOf(agreement.StateSince);
        return new Acknowledgement(
            agreement, AcknowledgementKind.NewContact, role, aboutId, $"{name} is the {Words.Of(role)} from {NewZealandTime.Show(from)}", from > inForce ? from : inForce);
    }

    /// <summary>Tells both sides of a step: everybody asked about this kind but those whose role took it.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="kind">What it is about.</param>
    /// <param name="aboutId">The record it is about.</param>
    /// <param name="text">What happened, and why.</param>
    /// <param name="except">Roles of who took the step.</param>
    /// <param name="today">The day.</param>
    public static IEnumerable<Acknowledgement> OfStep(
        Agreement agreement, AcknowledgementKind kind, Guid aboutId, string text, IReadOnlySet<Role> except, DateOnly today) =>
        Asked(kind).Where(role => !except.Contains(role)).Select(role => new Acknowledgement(agreement, kind, role, aboutId, text, today));

    /// <summary>Somebody who holds the role has read it. Refuses anybody else, and a second time.</summary>
    public void Give(IReadOnlySet<Role> roles, Change change)
    {
        if (!roles.Contains(Role))
        {
            throw new StepNotAllowed($"This is for the {Words.Of(Role)} to acknowledge.");
        }

        if (!IsOpen)
        {
            throw new StepNotAllowed("This has been acknowledged already, or nobody is asked any more.");
        }

        GivenAt = change.At;
        GivenBy = change.Who.PersonId;
        GivenByName = change.Who.Name;
    }

    /// <summary>Nobody is asked any more.</summary>
    public void Close(DateOnly day) => ClosedOn ??= day;
}
