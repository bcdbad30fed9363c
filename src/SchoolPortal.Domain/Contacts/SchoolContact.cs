using System.ComponentModel.DataAnnotations;

using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Contacts;

/// <summary>Positions of the school's people (domain §5).</summary>
public enum ContactPosition
{
    /// <summary>Tumuaki; one at a time.</summary>
    Principal,

    /// <summary>Stands in for the principal.</summary>
    DeputyPrincipal,

    /// <summary>The school's link to Police; one at a time.</summary>
    [Display(Name = "Lead School Contact")]
    LeadSchoolContact,

    /// <summary>Stands in for the Lead School Contact.</summary>
    [Display(Name = "relief Lead School Contact")]
    ReliefLeadSchoolContact,

    /// <summary>Presides over the board.</summary>
    PresidingMember,

    /// <summary>Teacher of the school traffic safety team.</summary>
    [Display(Name = "traffic safety team teacher")]
    TrafficTeamTeacher,

    /// <summary>Bus controller.</summary>
    BusController,

    /// <summary>Pastoral lead.</summary>
    PastoralLead,

    /// <summary>Guidance counsellor.</summary>
    GuidanceCounsellor,

    /// <summary>Child protection lead.</summary>
    ChildProtectionLead,

    /// <summary>The office.</summary>
    Office,

    /// <summary>Caretaker or keyholder.</summary>
    [Display(Name = "caretaker or keyholder")]
    Caretaker,

    /// <summary>First emergency contact.</summary>
    [Display(Name = "emergency contact 1")]
    Emergency1,

    /// <summary>Second emergency contact.</summary>
    [Display(Name = "emergency contact 2")]
    Emergency2,
}

/// <summary>Why it is not known whether a contact is still right, though they were asked.</summary>
public enum ContactDoubt
{
    /// <summary>They did not answer.</summary>
    [Display(Name = "did not answer")]
    NoAnswer,

    /// <summary>The e-mail could not be delivered.</summary>
    [Display(Name = "could not be reached")]
    Bounced,

    /// <summary>They say that they no longer are.</summary>
    [Display(Name = "says no longer")]
    SaidNo,
}

/// <summary>How a contact can be reached. At least one way is needed.</summary>
/// <param name="Email">Well formed, at most 254 characters, or null.</param>
/// <param name="Phone">Work phone as stored (+64…), or null.</param>
/// <param name="Mobile">Mobile as stored (+64…), or null; shown to few (domain §14.4).</param>
public sealed record Reach(string? Email, string? Phone, string? Mobile);

/// <summary>One of the school's people, in one position, for a time.</summary>
public sealed class SchoolContact : Entity, IOfSchool
{
    private SchoolContact()
    {
    }

    /// <summary>Names somebody from a day on. Refuses a contact who cannot be reached in any way.</summary>
    public SchoolContact(Guid schoolId, ContactPosition position, string name, Reach reach, bool afterHours, DateOnly from, Guid? personId = null)
    {
        SchoolId = schoolId;
        Position = position;
        From = from;
        ConfirmedOn = from;
        PersonId = personId;
        Change(name, reach, afterHours);
    }

    /// <inheritdoc />
    public Guid SchoolId { get; private set; }

    /// <summary>Their position.</summary>
    public ContactPosition Position { get; private set; }

    /// <summary>1–100 characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Folded name, for search.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>Work e-mail, lower case, or null.</summary>
    public string? Email { get; private set; }

    /// <summary>Work phone, +64…, or null.</summary>
    public string? Phone { get; private set; }

    /// <summary>Mobile, +64…, or null.</summary>
    public string? Mobile { get; private set; }

    /// <summary>May be called outside school hours.</summary>
    public bool AfterHours { get; private set; }

    /// <summary>The day somebody last said that this is still right.</summary>
    public DateOnly ConfirmedOn { get; private set; }

    /// <summary>Why somebody should find out whether it is still right; null while nothing speaks against it.</summary>
    public ContactDoubt? Doubt { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, or null while current.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>The account they sign in with, or null.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>True on a day within their time.</summary>
    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>Positions that only one person holds at a time.</summary>
    public static bool IsSingle(ContactPosition position) => position is not
        (ContactPosition.DeputyPrincipal or ContactPosition.PastoralLead or ContactPosition.GuidanceCounsellor or ContactPosition.Caretaker);

    /// <summary>Positions that only those with a reason may see (domain §3.2).</summary>
    public static bool IsEmergency(ContactPosition position) => position is
        ContactPosition.Emergency1 or ContactPosition.Emergency2 or ContactPosition.Caretaker;

    /// <summary>The role in the portal that belongs to a position; null where none does. Somebody may stand in for these alone.</summary>
    public static Role? RoleOf(ContactPosition position) => position switch
    {
        ContactPosition.Principal => Role.Principal,
        ContactPosition.LeadSchoolContact => Role.LeadSchoolContact,
        _ => null,
    };

    /// <summary>Corrects name and ways to reach; refuses an empty name and no way at all.</summary>
    public void Change(string name, Reach reach, bool afterHours)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new RuleBroken("Name", "Enter the person\u2019s name");
        }

        if (reach is { Email: null, Phone: null, Mobile: null })
        {
            throw new RuleBroken("Email", "Enter at least one way to reach them: e-mail, phone or mobile");
        }

        Name = name.Trim();
        SearchName = Folded.Of(name);
        Email = reach.Email?.ToLowerInvariant();
        Phone = reach.Phone;
        Mobile = reach.Mobile;
        AfterHours = afterHours;
    }

    /// <summary>Somebody says that it is still right.</summary>
    public void Confirm(DateOnly today) => (ConfirmedOn, Doubt) = (today, null);

    /// <summary>They were asked, and it is not known or not so any more; what they said themselves is not overruled by silence.</summary>
    public void PutInDoubt(ContactDoubt doubt) => Doubt = Doubt == ContactDoubt.SaidNo ? Doubt : doubt;

    /// <summary>Ends it on its last day; the day before the first withdraws it before it begins.</summary>
    public void End(DateOnly lastDay)
    {
        if (lastDay < From.AddDays(-1))
        {
            throw new RuleBroken("To", $"This contact began on {NewZealandTime.Show(From)}; enter that day or a later one");
        }

        To = lastDay;
    }

    /// <summary>Not confirmed for longer than a term (domain §5; ten weeks and two of holiday).</summary>
    public bool IsStale(DateOnly today) => IsStale(ConfirmedOn, today);

    /// <summary>The same of a day of confirmation.</summary>
    public static bool IsStale(DateOnly confirmedOn, DateOnly today) => today.DayNumber - confirmedOn.DayNumber > 84;
}
