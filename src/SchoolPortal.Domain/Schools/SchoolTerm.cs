namespace SchoolPortal.Domain.Schools;

/// <summary>One of the four terms of a school year. Reference data; schools may differ at both ends of the year.</summary>
public sealed class SchoolTerm : Entity
{
    private SchoolTerm()
    {
    }

    /// <summary>A term from its first to its last possible day.</summary>
    public SchoolTerm(int year, int number, DateOnly start, DateOnly end)
    {
        if (end <= start)
        {
            throw new RuleBroken("End", $"Term {number} of {year} must end after it begins");
        }

        Year = year;
        Number = number;
        Start = start;
        End = end;
    }

    /// <summary>Calendar year.</summary>
    public int Year { get; private set; }

    /// <summary>1–4.</summary>
    public int Number { get; private set; }

    /// <summary>First day (for term 1 the earliest that schools may choose).</summary>
    public DateOnly Start { get; private set; }

    /// <summary>Last day (for term 4 the latest that schools may choose).</summary>
    public DateOnly End { get; private set; }
}

/// <summary>Where a day lies among the terms.</summary>
public sealed class SchoolCalendar(IEnumerable<SchoolTerm> terms)
{
    private readonly IReadOnlyList<SchoolTerm> terms = [.. terms.OrderBy(t => t.Start)];

    /// <summary>"Term 4, week 7", "holidays before term 2", or null for a year whose terms nobody entered.</summary>
    public string? Describe(DateOnly day)
    {
        var term = terms.LastOrDefault(t => t.Start <= day && day <= t.End);
        if (term is not null)
        {
            return $"Term {term.Number}, week {((day.DayNumber - MondayOf(term.Start).DayNumber) / 7) + 1}";
        }

        var next = terms.FirstOrDefault(t => t.Start > day);
        return next is null || !terms.Any(t => t.End < day) ? null : $"Holidays before term {next.Number}";
    }

    /// <summary>When a year's profile is due: the last school day of March (domain §8), else its last weekday.</summary>
    public DateOnly ProfileDue(int year)
    {
        var day = new DateOnly(year, 3, 31);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || SchoolHolidays.Of(year).Contains(day) || (KnowsTermOne(year) && !InTerm(day)))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>
    /// The day on which this many school days have passed after a day: weekdays within the terms, without the holidays that
    /// all schools keep. A year whose terms nobody entered is taken to run as the last one known, 52 weeks later.
    /// </summary>
    public DateOnly SchoolDaysAfter(DateOnly day, int count)
    {
        var last = day;
        for (var left = count; left > 0;)
        {
            last = last.AddDays(1);
            left -= IsSchoolDay(last) ? 1 : 0;
        }

        return last;
    }

    /// <summary>
    /// The last day of the newest term that was over before a day, or null when none is known. A year whose terms nobody
    /// entered is taken to run as the last one known, 52 weeks later.
    /// </summary>
    public DateOnly? LastTermEndBefore(DateOnly day)
    {
        var ends = terms.Select(t => t.End).ToList();
        for (var yearBefore = terms.TakeWhile(t => t.Year < terms[^1].Year).Count(); ends.Count > 0 && ends[^1] < day; yearBefore++)
        {
            ends.Add(ends[yearBefore].AddDays(364));
        }

        return ends.Where(end => end < day).Select(end => (DateOnly?)end).LastOrDefault();
    }

    /// <summary>On a day, what was last done before this day was done neither in this term nor in the one before.</summary>
    public DateOnly TermAgo(DateOnly day) =>
        LastTermEndBefore(day) is { } last && LastTermEndBefore(last) is { } before ? before.AddDays(1) : DateOnly.MinValue;

    /// <summary>On a day, what was last found right before this instant (UTC) is stale where it is confirmed each term (domain §8).</summary>
    public DateTime StaleBefore(DateOnly day) =>
        LastTermEndBefore(day) is { } end ? NewZealandTime.StartOf(end.AddDays(1)) : DateTime.MinValue;

    /// <summary>
    /// A weekday within a term that is no holiday of all schools. A year whose terms nobody entered is taken to run as the
    /// last one known, 52 weeks later.
    /// </summary>
    public bool IsSchoolDay(DateOnly day)
    {
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || SchoolHolidays.Of(day.Year).Contains(day))
        {
            return false;
        }

        return terms.Count == 0 || InTerm(day.AddDays(-Ahead(day)));
    }

    /// <summary>
    /// The term that a day lies in, by its number and first day; null in the holidays. A year whose terms nobody entered is
    /// taken to run as the last one known, 52 weeks later.
    /// </summary>
    public (int Number, DateOnly Start)? TermOn(DateOnly day)
    {
        var ahead = Ahead(day);
        var known = day.AddDays(-ahead);
        return terms.LastOrDefault(t => t.Start <= known && known <= t.End) is { } term ? (term.Number, term.Start.AddDays(ahead)) : null;
    }

    /// <summary>Days, whole years of 52 weeks, by which a day lies after the last year known.</summary>
    private int Ahead(DateOnly day)
    {
        var ahead = 0;
        while (terms.Count > 0 && day.AddDays(-ahead).Year > terms[^1].Year)
        {
            ahead += 364;
        }

        return ahead;
    }

    private bool KnowsTermOne(int year) => terms.Any(t => t.Year == year && t.Number == 1 && t.Start <= new DateOnly(year, 3, 1));

    private bool InTerm(DateOnly day) => terms.Any(t => t.Start <= day && day <= t.End);

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
