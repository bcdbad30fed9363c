using System.Globalization;
using System.Text.RegularExpressions;

namespace SchoolPortal.Domain.Forms;

/// <summary>
/// Looks in free text for what could point to one student (domain §5 and §14): a number as long as a national student
/// number, a birth date, or a phone number that may be a family's. It warns and never blocks: a room booking may look the same.
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

    /// <summary>The same for a text that stands by itself, such as a comment.</summary>
    public static IReadOnlyList<string> Warnings(string text, DateOnly today) => [.. Suspicions(text, today).Select(suspicion => $"Your text holds {suspicion}")];

    private static IEnumerable<FieldProblem> Warnings(FieldDefinition field, Answer? answer, DateOnly today)
    {
        foreach (var (input, text) in Texts(field, answer))
        {
            foreach (var suspicion in Suspicions(text, today))
            {
                yield return new FieldProblem(field.Key, input, $"“{field.Label}” holds {suspicion}");
            }
        }
    }

    private static IEnumerable<string> Suspicions(string text, DateOnly today)
    {
        if (StudentNumber().Match(text) is { Success: true } number)
        {
            yield return $"the number {number.Value}, which could be a student’s number. If it is, take it out.";
        }

        if (PhoneNumber().Match(text) is { Success: true } phone)
        {
            yield return $"the phone number {phone.Value.Trim()}. Numbers of staff are kept with the school’s contacts; if it is a student’s or a family’s, take it out.";
        }

        if (BirthDate(text, today) is { } date)
        {
            yield return $"the date {date}, which could be a birth date. If it is, take it out.";
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

    [GeneratedRegex(@"(?<![\d+])(\+64|0)[ -]?[2-9][0-9]?([ -]?[0-9]{2,4}){2,3}(?![0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PhoneNumber();

    // A number that begins with 0 is a telephone number, not a student's.
    [GeneratedRegex(@"(?<![\d+])[1-9][0-9]{8,9}(?![0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StudentNumber();

    [GeneratedRegex(@"\b(born|d\.?o\.?b\.?|birth|birthday)\b[^0-9\n]{0,20}(?<date>[0-9]{1,2}[ /.-]([0-9]{1,2}|[A-Za-z]{3,9})[ /.-]([0-9]{4}|[0-9]{2}))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BirthWord();

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,2}([/.-][0-9]{1,2}[/.-]| (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6} )[0-9]{4}(?![0-9])", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyDate();
}
