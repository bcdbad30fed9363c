using System.Globalization;

namespace SchoolPortal.Domain;

/// <summary>Times are kept in UTC and shown in Pacific/Auckland, as New Zealanders write them (domain §16).</summary>
public static class NewZealandTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");

    /// <summary>Culture of everything shown.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-NZ");

    /// <summary>The day it is in New Zealand at this instant.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>Today in New Zealand.</summary>
    public static DateOnly Today(this TimeProvider clock) => DayOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>This instant, UTC.</summary>
    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    /// <summary>The instant, UTC, at which this day begins in New Zealand.</summary>
    public static DateTime StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>The instant, UTC, at which clocks in New Zealand show this time of this day.</summary>
    public static DateTime At(DateOnly day, TimeOnly time) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(time, DateTimeKind.Unspecified), Zone);

    /// <summary>What clocks in New Zealand show at this instant.</summary>
    public static TimeOnly ClockOf(DateTime utc) => TimeOnly.FromDateTime(Local(utc));

    /// <summary><c>5 March 2027</c>.</summary>
    public static string Show(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <summary><c>5 March 2027, 2:30pm</c>.</summary>
    public static string Show(DateTime utc) => $"{Show(DayOf(utc))}, {Time(utc)}";

    /// <summary><c>2:30pm</c>, or <c>9am</c> on the hour.</summary>
    public static string Time(DateTime utc)
    {
        var local = Local(utc);
        var half = local.Hour < 12 ? "am" : "pm";
        return local.ToString(local.Minute == 0 ? "%h" : "h:mm", CultureInfo.InvariantCulture) + half;
    }

    private static DateTime Local(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
}
