using System.ComponentModel.DataAnnotations;

using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Visits;

/// <summary>What a visit is for (domain §5).</summary>
public enum VisitPurpose
{
    /// <summary>To know each other.</summary>
    Relationship,

    /// <summary>To plan the year.</summary>
    Planning,

    /// <summary>To look back on what was planned.</summary>
    Review,

    /// <summary>A lesson in class.</summary>
    ClassSession,

    /// <summary>Training or check of a school traffic safety team.</summary>
    [Display(Name = "school traffic safety team")]
    TrafficTeam,

    /// <summary>Work with the staff.</summary>
    StaffWorkshop,

    /// <summary>An evening for parents.</summary>
    ParentEvening,

    /// <summary>A meeting with the board.</summary>
    [Display(Name = "board meeting")]
    Board,

    /// <summary>Assembly.</summary>
    Assembly,

    /// <summary>Planning for emergencies.</summary>
    EmergencyPlanning,

    /// <summary>After Police had responded to something.</summary>
    ResponseFollowUp,
}

/// <summary>What is told of a visit.</summary>
/// <param name="On">The day.</param>
/// <param name="Officers">Which officers came, as people say it.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Minutes">How long.</param>
/// <param name="Met">Whom they met: positions, never names.</param>
/// <param name="Notes">What was talked about, or null; no student is named.</param>
public sealed record VisitTold(DateOnly On, string Officers, VisitPurpose Purpose, int Minutes, IReadOnlyCollection<ContactPosition> Met, string? Notes);

/// <summary>Officers were at a school, or will be tomorrow.</summary>
public sealed class Visit : Entity, IOfSchool
{
    /// <summary>Days that a visit may lie ahead.</summary>
    public const int DaysAhead = 1;

    /// <summary>Shortest visit in minutes.</summary>
    public const int LeastMinutes = 5;

    /// <summary>Longest visit in minutes.</summary>
    public const int MostMinutes = 480;

    /// <summary>Longest notes.</summary>
    public const int LongestNotes = 1000;

    /// <summary>Longest line of officers.</summary>
    public const int LongestOfficers = 200;

    private Visit()
    {
    }

    /// <summary>Enters a visit. Refuses what <see cref="Correct"/> refuses.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="days">The days on which the school can have been visited.</param>
    /// <param name="told">What is told of it.</param>
    /// <param name="by">Who enters it.</param>
    public Visit(Guid schoolId, VisitDays days, VisitTold told, Actor by)
    {
        SchoolId = schoolId;
        EnteredById = by.PersonId;
        EnteredBy = by.Name;
        Tell(days, told);
    }

    /// <inheritdoc />
    public Guid SchoolId { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Which officers came.</summary>
    public string Officers { get; private set; } = "";

    /// <summary>What for.</summary>
    public VisitPurpose Purpose { get; private set; }

    /// <summary>How long.</summary>
    public int Minutes { get; private set; }

    /// <summary>Positions of the people they met, separated by blanks.</summary>
    public string Met { get; private set; } = "";

    /// <summary>What was talked about, or null.</summary>
    public string? Notes { get; private set; }

    /// <summary>The person who entered it, and alone may correct it.</summary>
    public Guid EnteredById { get; private set; }

    /// <summary>Their name.</summary>
    public string EnteredBy { get; private set; } = "";

    /// <summary>It was entered by mistake: it did not happen here.</summary>
    public bool IsTakenBack { get; private set; }

    /// <summary>The positions in <see cref="Met"/>.</summary>
    public IReadOnlyList<ContactPosition> MetPositions => PositionsIn(Met);

    /// <summary>Positions as they are stored, read.</summary>
    public static IReadOnlyList<ContactPosition> PositionsIn(string met) => [.. met.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ContactPosition>)];

    /// <summary>
    /// Sets right what was told. Refuses somebody else's visit; a day too far ahead, before the school opened or after it closed;
    /// no officer; fewer than <see cref="LeastMinutes"/> or more than <see cref="MostMinutes"/> minutes; texts too long.
    /// </summary>
    public void Correct(VisitDays days, VisitTold told, Actor by)
    {
        MustBeOf(by);
        Tell(days, told);
    }

    /// <summary>Says that it did not happen here; it stays on record and counts no more. Refuses somebody else's visit.</summary>
    public void TakeBack(Actor by)
    {
        MustBeOf(by);
        IsTakenBack = true;
    }

    private void MustBeOf(Actor by)
    {
        if (by.PersonId != EnteredById || IsTakenBack)
        {
            throw new RuleBroken("", IsTakenBack ? "This visit was taken back; enter it again if it did happen" : $"{EnteredBy} entered this visit; ask them to correct it");
        }
    }

    private void Tell(VisitDays days, VisitTold told)
    {
        days.MustTake("On", told.On);
        var officers = told.Officers.Trim();
        if (officers.Length is 0 or > LongestOfficers)
        {
            throw new RuleBroken("Officers", $"Enter who came, in {LongestOfficers} characters or fewer");
        }

        if (told.Minutes is < LeastMinutes or > MostMinutes)
        {
            throw new RuleBroken("Minutes", $"Enter how long it took: {LeastMinutes} to {MostMinutes} minutes");
        }

        if (told.Notes?.Length > LongestNotes)
        {
            throw new RuleBroken("Notes", $"The notes must be {LongestNotes.ToString("N0", NewZealandTime.Culture)} characters or fewer");
        }

        (On, Officers, Purpose, Minutes) = (told.On, officers, told.Purpose, told.Minutes);
        Met = string.Join(' ', told.Met.Distinct().Order());
        Notes = string.IsNullOrWhiteSpace(told.Notes) ? null : told.Notes.Trim();
    }
}

/// <summary>The days on which a school can have been visited.</summary>
/// <param name="Today">Today.</param>
/// <param name="Opened">The day it opened, if the directory says.</param>
/// <param name="Closed">The day it closed, if it did.</param>
public sealed record VisitDays(DateOnly Today, DateOnly? Opened, DateOnly? Closed)
{
    /// <summary>Refuses a day that is not among them.</summary>
    public void MustTake(string field, DateOnly day)
    {
        if (day > Today.AddDays(Visit.DaysAhead))
        {
            throw new RuleBroken(field, "Enter a day up to tomorrow; what lies further ahead is a plan, not a visit");
        }

        if (day < Opened)
        {
            throw new RuleBroken(field, $"The school opened on {NewZealandTime.Show(Opened.Value)}; enter that day or a later one");
        }

        if (day > Closed)
        {
            throw new RuleBroken(field, $"The school closed on {NewZealandTime.Show(Closed.Value)}; enter that day or an earlier one");
        }
    }
}
