using System.ComponentModel.DataAnnotations;

namespace SchoolPortal.Domain.Contacts;

/// <summary>What is missing among a school's people (domain §5).</summary>
public enum ContactGap
{
    /// <summary>Nobody is named as principal.</summary>
    [Display(Name = "no principal is named")]
    NoPrincipal,

    /// <summary>Nobody is named as Lead School Contact.</summary>
    [Display(Name = "no Lead School Contact is named")]
    NoLeadSchoolContact,

    /// <summary>Fewer than two emergency contacts.</summary>
    [Display(Name = "fewer than two emergency contacts are named")]
    FewEmergencyContacts,
}

/// <summary>Who holds which position at a school, through time; where the rules of domain §5 are kept.</summary>
/// <param name="schoolId">The school.</param>
/// <param name="existing">Every contact of the school, past ones too; to name somebody, those of the position are enough.</param>
public sealed class SchoolPositions(Guid schoolId, IEnumerable<SchoolContact> existing)
{
    private readonly List<SchoolContact> contacts = [.. existing];

    /// <summary>Those who hold a position on a day, in the order of positions, then of names.</summary>
    public IEnumerable<SchoolContact> On(DateOnly day) =>
        contacts.Where(c => c.Covers(day)).OrderBy(c => c.Position).ThenBy(c => c.SearchName, StringComparer.Ordinal);

    /// <summary>Those whose time is over or was withdrawn, the latest first.</summary>
    public IEnumerable<SchoolContact> Before(DateOnly day) =>
        contacts.Where(c => c.To < day).OrderByDescending(c => c.To).ThenBy(c => c.Position);

    /// <summary>Those who are named to begin later.</summary>
    public IEnumerable<SchoolContact> After(DateOnly day) =>
        contacts.Where(c => c.From > day && (c.To is null || c.To >= c.From)).OrderBy(c => c.From).ThenBy(c => c.Position);

    /// <summary>
    /// Names somebody from a day on. Where only one person holds the position, whoever holds it is ended on the day before.
    /// Refuses a day on which or after which somebody else is named to begin.
    /// </summary>
    public SchoolContact Name(ContactPosition position, string name, Reach reach, bool afterHours, DateOnly from)
    {
        if (SchoolContact.IsSingle(position))
        {
            var held = contacts.Where(c => c.Position == position && (c.To is null || c.To >= c.From)).ToList();
            if (held.Where(c => c.From >= from).MinBy(c => c.From) is { } later)
            {
                throw new RuleBroken(
                    "From", $"{later.Name} is named as {Words.Of(position)} from {NewZealandTime.Show(later.From)}; enter a later day, or end that first");
            }

            held.Find(c => c.Covers(from))?.End(from.AddDays(-1));
        }

        var named = new SchoolContact(schoolId, position, name, reach, afterHours, from);
        contacts.Add(named);
        return named;
    }

    /// <summary>What is missing on a day.</summary>
    public IEnumerable<ContactGap> Gaps(DateOnly day)
    {
        var positions = On(day).Select(c => c.Position).ToList();
        if (!positions.Contains(ContactPosition.Principal))
        {
            yield return ContactGap.NoPrincipal;
        }

        if (!positions.Contains(ContactPosition.LeadSchoolContact))
        {
            yield return ContactGap.NoLeadSchoolContact;
        }

        if (positions.Count(p => p is ContactPosition.Emergency1 or ContactPosition.Emergency2) < 2)
        {
            yield return ContactGap.FewEmergencyContacts;
        }
    }
}
