using SchoolPortal.Domain;

namespace SchoolPortal.Web.Demo;

/// <summary>The days of the demonstration's history, counted back from the day it is set up, so that it never looks old.</summary>
internal sealed record DemoDays(DateOnly Today)
{
    /// <summary>The first day of everybody's account: before anything that they have done.</summary>
    public DateOnly Beginning => Today.AddYears(-4);

    /// <summary>A working day this many days ago, or the one before it when that was a weekend.</summary>
    public DateOnly Ago(int days) => WorkingDay(Today.AddDays(-days));

    /// <summary>An instant in the morning or afternoon of that day, UTC; different deeds fall on different minutes.</summary>
    public static DateTime At(DateOnly day, string deed) =>
        NewZealandTime.StartOf(day).AddMinutes((9 * 60) + new DemoDice(day.DayNumber).Roll(deed, 7 * 60));

    private static DateOnly WorkingDay(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };
}

/// <summary>Chance that falls the same way each time, so that two demonstrations are alike.</summary>
/// <param name="Seed">Such as a school's number.</param>
internal readonly record struct DemoDice(int Seed)
{
    /// <summary>From 0 to one less than the number of sides.</summary>
    public int Roll(string about, int sides)
    {
        var mixed = 2166136261u ^ (uint)Seed;
        foreach (var letter in about)
        {
            mixed = (mixed ^ letter) * 16777619u;
        }

        mixed ^= mixed >> 15;
        mixed *= 2246822519u;
        mixed ^= mixed >> 13;
        return (int)(mixed % (uint)sides);
    }

    /// <summary>One of these.</summary>
    public T Pick<T>(string about, IReadOnlyList<T> of) => of[Roll(about, of.Count)];

    /// <summary>True in so many cases of a hundred.</summary>
    public bool Falls(string about, int percent) => Roll(about, 100) < percent;
}
