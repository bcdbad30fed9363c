using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Domain.Notices;

/// <summary>
/// When the portal lets people be: from 7pm to 7am, on weekends, in the school holidays and on days on which all schools are
/// closed. Only what is urgent leaves then.
/// </summary>
public static class QuietHours
{
    /// <summary>They end on a school day.</summary>
    public static TimeOnly End { get; } = new(7, 0);

    /// <summary>They begin again on a school day.</summary>
    public static TimeOnly Start { get; } = new(19, 0);

    /// <summary>The first instant from this one on, UTC, at which a notice may leave.</summary>
    public static DateTime Over(DateTime utc, SchoolCalendar calendar)
    {
        var (day, time) = (NewZealandTime.DayOf(utc), NewZealandTime.ClockOf(utc));
        if (!calendar.IsSchoolDay(day) || time >= Start)
        {
            return NewZealandTime.At(calendar.SchoolDaysAfter(day, 1), End);
        }

        return time < End ? NewZealandTime.At(day, End) : utc;
    }
}
