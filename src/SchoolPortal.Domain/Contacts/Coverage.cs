using System.ComponentModel.DataAnnotations;

namespace SchoolPortal.Domain.Contacts;

/// <summary>What keeps a school from being covered on a day; several at once.</summary>
[Flags]
public enum CoverageGaps
{
    /// <summary>Nothing is missing.</summary>
    None = 0,

    /// <summary>Nobody is Lead Police Contact.</summary>
    [Display(Name = "no Lead Police Contact")]
    NoLead = 1,

    /// <summary>The Lead Police Contact is on leave and nobody stands in.</summary>
    [Display(Name = "Lead Police Contact away, nobody stands in")]
    LeadAway = 2,

    /// <summary>Nobody is Lead School Contact.</summary>
    [Display(Name = "no Lead School Contact")]
    NoLeadSchool = 4,

    /// <summary>Nobody is relief Lead Police Contact.</summary>
    [Display(Name = "no relief")]
    NoRelief = 8,

    /// <summary>Fewer than two emergency contacts.</summary>
    [Display(Name = "fewer than two emergency contacts")]
    FewEmergencyContacts = 16,

    /// <summary>A contact was not confirmed for more than a term.</summary>
    [Display(Name = "contacts not confirmed for a term")]
    StaleContacts = 32,

    /// <summary>No officer was ever there, as far as the portal knows.</summary>
    [Display(Name = "never visited")]
    NeverVisited = 64,

    /// <summary>The last visit was neither in this term nor in the one before.</summary>
    [Display(Name = "not visited for a term")]
    NotVisitedForTerm = 128,
}

/// <summary>When officers were last at a school, as far as coverage goes.</summary>
/// <param name="Last">The last visit up to the day, or null.</param>
/// <param name="TermAgo">A visit before this day was neither in this term nor in the one before.</param>
public sealed record VisitedDays(DateOnly? Last, DateOnly TermAgo)
{
    /// <summary>What is missing.</summary>
    public CoverageGaps Gap => Last is null ? CoverageGaps.NeverVisited : Last < TermAgo ? CoverageGaps.NotVisitedForTerm : CoverageGaps.None;
}

/// <summary>A dated duty, as far as coverage goes.</summary>
public sealed record DutyDays(Guid OfficerId, AssignmentKind Kind, DateOnly From, DateOnly? To)
{
    /// <summary>The days of an assignment.</summary>
    public static DutyDays Of(OfficerAssignment duty) => new(duty.OfficerId, duty.Kind, duty.From, duty.To);

    /// <summary>True on a day within it.</summary>
    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>A dated position at a school, as far as coverage goes.</summary>
/// <param name="Position">The position.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, or null while it has no end.</param>
/// <param name="ConfirmedOn">The day it was last confirmed, or null where nobody knows when it had been: then it is not called stale.</param>
public sealed record PositionDays(ContactPosition Position, DateOnly From, DateOnly? To, DateOnly? ConfirmedOn)
{
    /// <summary>True on a day within it.</summary>
    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>Who leads a school for Police on a day, who stands in, and what is missing: the one answer that page, file and past days give.</summary>
/// <param name="Lead">The Lead Police Contact, or null.</param>
/// <param name="Relief">Who stands in, or null.</param>
/// <param name="Gaps">What is missing.</param>
public sealed record Coverage(Guid? Lead, Guid? Relief, CoverageGaps Gaps)
{
    /// <summary>Emergency contacts that each school needs (domain §5).</summary>
    public const int EmergencyContacts = 2;

    /// <summary>Gaps of visits: a school may be covered and not be visited.</summary>
    public const CoverageGaps OfVisits = CoverageGaps.NeverVisited | CoverageGaps.NotVisitedForTerm;

    /// <summary>Somebody answers for every duty and position; whether anybody was there is another question.</summary>
    public bool IsCovered => (Gaps & ~OfVisits) == CoverageGaps.None;

    /// <summary>Every gap by itself, the most pressing first.</summary>
    public static IReadOnlyList<CoverageGaps> Each { get; } = [.. Enum.GetValues<CoverageGaps>().Where(gap => gap != CoverageGaps.None)];

    /// <summary>How a school is covered on a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="duties">Duties of officers at the school, of any days.</param>
    /// <param name="positions">The school's people, of any days.</param>
    /// <param name="isAway">Whether an officer is on leave on that day.</param>
    /// <param name="visited">When officers were last there.</param>
    public static Coverage On(DateOnly day, IEnumerable<DutyDays> duties, IEnumerable<PositionDays> positions, Predicate<Guid> isAway, VisitedDays visited)
    {
        Guid? lead = null;
        Guid? relief = null;
        foreach (var duty in duties)
        {
            if (duty.Covers(day))
            {
                lead = duty.Kind == AssignmentKind.LeadPoliceContact ? duty.OfficerId : lead;
                relief = duty.Kind == AssignmentKind.ReliefLeadPoliceContact && (relief is not { } other || isAway(other)) ? duty.OfficerId : relief;
            }
        }

        var gaps = lead is not { } leads ? CoverageGaps.NoLead
            : isAway(leads) && (relief is not { } standsIn || isAway(standsIn)) ? CoverageGaps.LeadAway
            : CoverageGaps.None;
        gaps |= relief is null ? CoverageGaps.NoRelief : CoverageGaps.None;
        return new Coverage(lead, relief, gaps | Missing(day, positions) | visited.Gap);
    }

    private static CoverageGaps Missing(DateOnly day, IEnumerable<PositionDays> positions)
    {
        var gaps = CoverageGaps.NoLeadSchool;
        var emergency = 0;
        foreach (var held in positions)
        {
            if (!held.Covers(day))
            {
                continue;
            }

            gaps &= held.Position == ContactPosition.LeadSchoolContact ? ~CoverageGaps.NoLeadSchool : ~CoverageGaps.None;
            gaps |= held.ConfirmedOn is { } confirmed && SchoolContact.IsStale(confirmed, day) ? CoverageGaps.StaleContacts : CoverageGaps.None;
            emergency += held.Position is ContactPosition.Emergency1 or ContactPosition.Emergency2 ? 1 : 0;
        }

        return emergency < EmergencyContacts ? gaps | CoverageGaps.FewEmergencyContacts : gaps;
    }
}
