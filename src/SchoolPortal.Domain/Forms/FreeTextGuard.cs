using System.Globalization;
using System.Text.RegularExpressions;

namespace SchoolPortal.Domain.Forms;

/// <summary>
/// Looks in free text for what could point to one student (domain §5 and §14): a number as long as a national student
/// number, or a birth date. It warns and never blocks: a room booking may look the same.
/// </summary>
public static partial class FreeTextGuard
{
    /// <summary>Stands under every box for free text.</summary>
    public const string Hint = "Do not name students or describe a case.";

    private const int OldestStudent = 21;
    private const int YoungestStudent = 4;

    /// <summary>One warning for each field and kind of suspicion, in the order of the fields.</summary>
    public static IReadOnlyList<FieldProblem> Warnings(SectionDefinition section, Answers answers, DateOnly today) =>
        [.. section.Fields.SelectMany(field => Warnings(field, answers[field.Key], today))];

    private static IEnumerable<FieldProblem> Warnings(FieldDefinition field, Answer? answer, DateOnly today)
    {
        foreach (var (input, text) in Texts(field, answer))
        {
            if (StudentNumber().Match(text) is { Success: true } number)
            {
                yield return new FieldProblem(field.Key, input, $"“{field.Label}” holds the number {number.Value}, which could be a student’s number. If it is, take it out.");
            }

            if (BirthDate(text, today) is { } date)
            {
                yield return new FieldProblem(field.Key, input, $"“{field.Label}” holds the date {date}, which could be a birth date. If it is, take it out.");
            }
        }
    }

    private static IEnumerable<(string Input, string Text)> Texts(FieldDefinition field, Answer? answer)
    {
        if (field.IsFreeText && answer?.Text is { } text)
        {
            yield return (field.Key, text);
        }

        for (var row = 0; field.Kind == FieldKind.Table && row < answer?.Rows.Count; row++)
        {
            foreach (var column in field.Columns.Where(column => column.Kind == FieldKind.Text))
            {
                yield return (InputNames.Cell(field, row, column), answer.Rows[row].GetValueOrDefault(column.Key, ""));
            }
        }
    }

    private static string? BirthDate(string text, DateOnly today) =>
        BirthWord().Match(text) is { Success: true } said
            ? said.Groups["date"].Value
            : AnyDate().Matches(text)
                .Select(match => match.Value)
                .FirstOrDefault(date => int.Parse(date[^4..], CultureInfo.InvariantCulture) is var year
                    && year >= today.Year - OldestStudent
                    && year <= today.Year - YoungestStudent);

    // A number that begins with 0 is a telephone number, not a student's.
    [GeneratedRegex(@"(?<![\d+])[1-9][0-9]{8,9}(?![0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StudentNumber();

    [GeneratedRegex(@"\b(born|d\.?o\.?b\.?|birth|birthday)\b[^0-9\n]{0,20}(?<date>[0-9]{1,2}[ /.-]([0-9]{1,2}|[A-Za-z]{3,9})[ /.-]([0-9]{4}|[0-9]{2}))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BirthWord();

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}(?![0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyDate();
}
