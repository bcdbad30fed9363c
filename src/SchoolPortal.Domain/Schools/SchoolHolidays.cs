namespace SchoolPortal.Domain.Schools;

/// <summary>
/// Days within the terms on which every school of the country is closed: the national public holidays, and Easter Tuesday.
/// A province's anniversary is no such day.
/// </summary>
public static class SchoolHolidays
{
    // Schedule 1 of Te Kāhui o Matariki Public Holiday Act 2022, from 2022 on.
    private static readonly (int Month, int Day)[] Matariki =
    [
        (6, 24), (7, 14), (6, 28), (6, 20), (7, 10), (6, 25), (7, 14), (7, 6), (6, 21), (7, 11), (7, 2), (6, 24), (7, 7), (6, 29),
        (7, 18), (7, 10), (6, 25), (7, 15), (7, 6), (7, 19), (7, 11), (7, 3), (6, 24), (7, 7), (6, 29), (7, 19), (7, 3), (6, 25),
        (7, 15), (6, 30), (6, 21),
    ];

    /// <summary>Every such day of a year, as observed: those that fall on a weekend are kept on the Monday.</summary>
    public static IReadOnlySet<DateOnly> Of(int year)
    {
        var easter = EasterSunday(year);
        HashSet<DateOnly> days =
        [
            Observed(new DateOnly(year, 2, 6)),
            easter.AddDays(-2),
            easter.AddDays(1),
            easter.AddDays(2),
            Observed(new DateOnly(year, 4, 25)),
            Monday(1, new DateOnly(year, 6, 1)),
            Monday(4, new DateOnly(year, 10, 1)),
        ];
        if (year >= 2022 && year - 2022 < Matariki.Length)
        {
            var (month, day) = Matariki[year - 2022];
            days.Add(new DateOnly(year, month, day));
        }

        return days;
    }

    private static DateOnly Observed(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static DateOnly Monday(int which, DateOnly firstOfMonth) =>
        firstOfMonth.AddDays(((8 - (int)firstOfMonth.DayOfWeek) % 7) + ((which - 1) * 7));

    // The Gregorian computus of Meeus, Jones and Butcher.
    private static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, inCentury) = (year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var marchDays = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, marchDays / 31, (marchDays % 31) + 1);
    }
}
