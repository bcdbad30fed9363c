using System.Globalization;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Domain.Profiles;

/// <summary>Numbers that are read together: those of one section, or the shares of one question.</summary>
/// <param name="Caption">The section's title, or the question.</param>
/// <param name="Lines">One for each number; none of them is without any answer.</param>
public sealed record TrendTable(string Caption, IReadOnlyList<TrendLine> Lines);

/// <summary>One number over the years.</summary>
/// <param name="Label">The question, or the option whose share it is.</param>
/// <param name="Points">One for each year, oldest first.</param>
/// <param name="Whole">What it is a share of, 100; null for a number that is no share.</param>
public sealed record TrendLine(string Label, IReadOnlyList<TrendPoint> Points, int? Whole)
{
    /// <summary>Where it went last: <c>Up 4 since 2025</c>; empty while fewer than two years have a number.</summary>
    public string Course => Points.Where(point => point.Number is not null).TakeLast(2).ToList() is not [var before, var last] ? ""
        : (last.Number - before.Number) switch
        {
            > 0 and var more => $"Up {more} since {before.Year}",
            < 0 and var less => $"Down {-less} since {before.Year}",
            _ => $"Same as in {before.Year}",
        };
}

/// <summary>One number in one year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Number">Null when it was not asked, not answered or may not be told.</param>
/// <param name="Text">As people read it: <c>12</c>, <c>40%</c>, <c>Fewer than 5</c>; empty when there is no answer.</param>
public sealed record TrendPoint(int Year, int? Number, string Text);

/// <summary>What the numbers of a school's profile did over the years.</summary>
public static class ProfileTrends
{
    // The year of a policy's review is a number too, but not one that rises and falls.
    private const int EarliestCalendarYear = 1900;

    /// <summary>A section that asks for a number that rises and falls.</summary>
    public static bool HasNumbers(SectionDefinition section) => section.Fields.Any(IsQuantity);

    /// <summary>
    /// Every number asked in any of the years, in the order and words of the newest form that asks it. A year whose form did
    /// not ask it so has no answer to it.
    /// </summary>
    /// <param name="years">Oldest first.</param>
    public static IReadOnlyList<TrendTable> Of(IReadOnlyList<(int Year, FormRecord Record)> years) =>
    [
        .. from asked in years.Reverse().SelectMany(year => year.Record.Form.Fields()).Where(asked => IsQuantity(asked.Field)).DistinctBy(asked => asked.Field.Key)
           let isShared = asked.Field.Kind == FieldKind.Percentages
           from line in LinesOf(asked.Field, years)
           where line.Points.Any(point => point.Text.Length > 0)
           group line by isShared ? asked.Field.Label : asked.Section.Title into table
           select new TrendTable(table.Key, [.. table]),
    ];

    private static bool IsQuantity(FieldDefinition field) =>
        field.Kind == FieldKind.Percentages || (field.Kind == FieldKind.Number && field.Limits.Min is not >= EarliestCalendarYear);

    private static IEnumerable<TrendLine> LinesOf(FieldDefinition field, IReadOnlyList<(int Year, FormRecord Record)> years)
    {
        return field.Kind == FieldKind.Percentages
            ? field.Options.Select(option => Line(option.Label, "%", 100, answer => answer.Rows is [var shares, ..] ? shares.GetValueOrDefault(option.Key) : null))
            : [Line(field.Label, "", null, answer => answer.Text)];

        TrendLine Line(string label, string unit, int? whole, Func<Answer, string?> read) => new(
            label,
            [.. years.Select(year => PointOf(year.Year, AnswerOf(field, year.Record) is { } answer ? read(answer) : null, unit))],
            whole);
    }

    private static Answer? AnswerOf(FieldDefinition field, FormRecord record) =>
        record.Form.Fields().Any(asked => asked.Field.Key == field.Key && asked.Field.Kind == field.Kind) ? record.Answers[field.Key] : null;

    private static TrendPoint PointOf(int year, string? stored, string unit) =>
        int.TryParse(stored, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new TrendPoint(year, number, $"{number.ToString(CultureInfo.InvariantCulture)}{unit}")
            : new TrendPoint(year, null, stored ?? "");
}
