namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>How long ago a contact was confirmed, as one says it.</summary>
internal static class ContactAge
{
    private const int Week = 7;
    private const int MonthsFrom = 84;

    public static string Of(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        <= 0 => "today",
        1 => "yesterday",
        < 2 * Week and var days => $"{days} days ago",
        < MonthsFrom and var days => $"{days / Week} weeks ago",
        < 365 and var days => $"{days / 30} months ago",
        < 730 => "more than a year ago",
        var days => $"more than {days / 365} years ago",
    };
}
