namespace SchoolPortal.Domain.Profiles;

/// <summary>What is done about emergency readiness on a day of a term.</summary>
public enum ReadinessTurn
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The school is asked, by a link that needs no sign-in.</summary>
    Ask,

    /// <summary>The school is reminded, if nobody has confirmed.</summary>
    Remind,
}

/// <summary>Once a term a school says that its people and its emergency readiness are still right (domain §12.3).</summary>
public static class TermReadiness
{
    /// <summary>Key of the section that says so, with the people's.</summary>
    public const string Section = "readiness";

    private const int RemindAfter = 14;
    private const int LateAfter = 21;

    /// <summary>What is to be done on a day of the term that began on a day; what was missed is made up for within a week.</summary>
    public static ReadinessTurn On(DateOnly today, DateOnly termStart) => (today.DayNumber - termStart.DayNumber) switch
    {
        >= 0 and < ProfileReminders.MadeUpWithin => ReadinessTurn.Ask,
        >= RemindAfter and < RemindAfter + ProfileReminders.MadeUpWithin => ReadinessTurn.Remind,
        _ => ReadinessTurn.None,
    };

    /// <summary>Three weeks of the term have gone by: the Lead Police Contact asks.</summary>
    public static bool IsLate(DateOnly today, DateOnly termStart) => today.DayNumber - termStart.DayNumber >= LateAfter;
}
