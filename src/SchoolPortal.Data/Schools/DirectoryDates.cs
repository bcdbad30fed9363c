using System.Globalization;
using System.Text.RegularExpressions;

namespace SchoolPortal.Data.Schools;

/// <summary>The days for which a file speaks, as far as its name and title rows say.</summary>
/// <param name="AsAt">The day of the directory.</param>
/// <param name="Roll">The day of the roll counts.</param>
internal sealed partial record DirectoryDates(DateOnly? AsAt, DateOnly? Roll)
{
    public static DirectoryDates Find(string titles, string fileName) => new(
        Day(AsAtTitle().Match(titles), "d/M/yyyy", "d MMMM yyyy")
            ?? Day(DayInName().Match(fileName), "dd-MM-yyyy")
            ?? Day(IsoDayInName().Match(fileName), "yyyy-MM-dd")
            ?? Day(MonthInName().Match(fileName), "yyyy-MM"),
        Day(RollTitle().Match(titles), "d MMMM yyyy", "MMMM yyyy"));

    private static DateOnly? Day(Match match, params string[] forms) =>
        DateOnly.TryParseExact(match.Groups["day"].Value, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"Schools - as at (?<day>[0-9/]+|[0-9]{1,2} [A-Z]+ [0-9]{4})", Options, Patience)]
    private static partial Regex AsAtTitle();

    [GeneratedRegex(@"Roll (?:data|information)(?: as at)? (?<day>(?:[0-9]{1,2} )?[A-Z]+ [0-9]{4})", Options, Patience)]
    private static partial Regex RollTitle();

    [GeneratedRegex(@"(?<![0-9])(?<day>[0-9]{2}-[0-9]{2}-[0-9]{4})(?![0-9])", Options, Patience)]
    private static partial Regex DayInName();

    [GeneratedRegex(@"(?<![0-9])(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])", Options, Patience)]
    private static partial Regex IsoDayInName();

    /// <summary>A name such as 2017-07_directory.csv tells the month; its first day stands for it.</summary>
    [GeneratedRegex(@"(?<![0-9-])(?<day>20[0-9]{2}-[0-9]{2})(?![0-9-])", Options, Patience)]
    private static partial Regex MonthInName();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const int Patience = 1000;
}
