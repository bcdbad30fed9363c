using System.Globalization;

namespace SchoolPortal.Domain.Forms;

/// <summary>A count of students under five could point to one of them, so views wider than the school do not tell it (domain §14.1).</summary>
public static class SmallCounts
{
    /// <summary>What is told instead.</summary>
    public const string Hidden = "Fewer than 5";

    private const int Small = 5;

    /// <summary>A count of students as text, or <see cref="Hidden"/> where it is small; what is no count stays as it is.</summary>
    public static string Tell(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < Small ? Hidden : text;

    /// <summary>The answers with <see cref="Hidden"/> for each small count of students.</summary>
    public static Answers Hide(IEnumerable<FieldDefinition> fields, Answers answers) =>
        fields.Aggregate(answers, (all, field) => all.With(field.Key, Hide(field, all[field.Key])));

    /// <summary>The answer to a question, with <see cref="Hidden"/> for each small count of students.</summary>
    public static Answer? Hide(FieldDefinition field, Answer? answer) => answer switch
    {
        { Text: { } text } when field.CountsStudents => Answer.Of(Tell(text)),
        { Rows.Count: > 0 } when field.Columns.Any(column => column.CountsStudents) => Answer.OfRows(answer.Rows.Select(row => Told(field, row))),
        _ => answer,
    };

    private static Dictionary<string, string> Told(FieldDefinition field, IReadOnlyDictionary<string, string> row) =>
        row.ToDictionary(cell => cell.Key, cell => field.Columns.Any(c => c.Key == cell.Key && c.CountsStudents) ? Tell(cell.Value) : cell.Value, StringComparer.Ordinal);
}
