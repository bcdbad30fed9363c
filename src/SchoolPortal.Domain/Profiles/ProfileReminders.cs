namespace SchoolPortal.Domain.Profiles;

/// <summary>On which days those who must act are reminded of a year's profile (domain §8).</summary>
public static class ProfileReminders
{
    /// <summary>Days before and after the due date.</summary>
    public static IReadOnlyList<int> Days { get; } = [-21, -7, 0, 14];

    /// <summary>A portal that stood still on the day itself makes up for it within this many days, and not later.</summary>
    public const int MadeUpWithin = 7;

    /// <summary>The reminder whose time it is, in days from the due date; null on all other days.</summary>
    public static int? On(DateOnly today, DateOnly due)
    {
        var since = today.DayNumber - due.DayNumber;
        return Days.Where(day => since >= day && since < day + MadeUpWithin).Select(day => (int?)day).FirstOrDefault();
    }

    /// <summary>What a reminder is the occasion of: "2027 profile, 21 days before".</summary>
    public static string Occasion(int year, int day) => day switch
    {
        0 => $"{year} profile, on the day",
        < 0 => $"{year} profile, {-day} days before",
        _ => $"{year} profile, {day} days after",
    };
}
