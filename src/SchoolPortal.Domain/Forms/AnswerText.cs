using System.Globalization;

namespace SchoolPortal.Domain.Forms;

/// <summary>
/// Answers as people read them, on a page, in Word and in a comparison alike: labels for options, "Yes",
/// <c>5 March 2027</c>, "Walk: 40%".
/// </summary>
public static class AnswerText
{
    private static readonly FieldOption[] YesAndNo = [new("yes", "Yes", null), new("no", "No", null)];

    /// <summary>The answer line by line; no lines when there is none. A table gives one line for each row.</summary>
    public static IReadOnlyList<string> Lines(FieldDefinition field, Answer? answer) => answer switch
    {
        null or { IsEmpty: true } => [],
        _ => field.Kind switch
        {
            FieldKind.LongText => answer.Text?.Split('\n') ?? [],
            FieldKind.Several => [.. answer.Items.Select(item => Label(field.Options, item))],
            FieldKind.Percentages => [.. answer.Rows.SelectMany(row => Shares(field, row))],
            FieldKind.Table => [.. answer.Rows.Select(row => RowLine(field, row))],
            FieldKind.Contact => ContactChoice.From(answer) is { } person ? [Person(person)] : [],
            _ => answer.Text is { } text ? [Text(field.Kind, field.Options, text)] : [],
        },
    };

    /// <summary>One cell of a table as people read it.</summary>
    public static string Cell(FieldColumn column, string? stored) =>
        string.IsNullOrEmpty(stored) ? "" : Text(column.Kind, column.Options, stored);

    /// <summary>What a choice offers: the field's own options, or yes and no.</summary>
    public static IReadOnlyList<FieldOption> Options(FieldKind kind, IReadOnlyList<FieldOption> own) =>
        kind == FieldKind.YesNo ? YesAndNo : own;

    /// <summary>A person as an option and as an answer: "Aroha Ngata, deputy principal".</summary>
    public static string Person(ContactChoice person) =>
        person.Position.Length == 0 ? person.Name : $"{person.Name}, {person.Position}";

    /// <summary>A day stored as <c>2027-03-05</c>, or null when the text is not one.</summary>
    internal static DateOnly? StoredDate(string? stored) =>
        DateOnly.TryParseExact(stored, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string Text(FieldKind kind, IReadOnlyList<FieldOption> options, string stored) => kind switch
    {
        FieldKind.Date => StoredDate(stored) is { } date ? NewZealandTime.Show(date) : stored,
        FieldKind.YesNo or FieldKind.Choice => Label(Options(kind, options), stored),
        _ => stored,
    };

    private static string Label(IReadOnlyList<FieldOption> options, string key) =>
        options.FirstOrDefault(option => option.Key == key)?.Label ?? key;

    private static IEnumerable<string> Shares(FieldDefinition field, IReadOnlyDictionary<string, string> row) =>
        field.Options.Where(option => row.ContainsKey(option.Key)).Select(option => $"{option.Label}: {row[option.Key]}%");

    private static string RowLine(FieldDefinition field, IReadOnlyDictionary<string, string> row) =>
        string.Join("; ", field.Columns
            .Where(column => !string.IsNullOrEmpty(row.GetValueOrDefault(column.Key)))
            .Select(column => $"{column.Label}: {Cell(column, row[column.Key])}"));
}
