using System.Globalization;

namespace SchoolPortal.Domain.Forms;

/// <summary>
/// Names of the inputs that a field has on its page. One input is named by the field's key; a date has three
/// (<c>key.day</c>, <c>key.month</c>, <c>key.year</c>), percentages one for each option (<c>key.walk</c>), a table
/// one for each cell (<c>key.0.name</c>) and the count of rows drawn (<c>key.rows</c>).
/// </summary>
public static class InputNames
{
    private static readonly string[] DateParts = ["day", "month", "year"];

    /// <summary>The three inputs of a date, day first.</summary>
    public static IReadOnlyList<string> Date(FieldDefinition field) => [.. DateParts.Select(part => $"{field.Key}.{part}")];

    /// <summary>The input for one option's percentage.</summary>
    public static string Percentage(FieldDefinition field, FieldOption option) => $"{field.Key}.{option.Key}";

    /// <summary>The input of one cell; rows count from 0.</summary>
    public static string Cell(FieldDefinition field, int row, FieldColumn column) =>
        string.Create(CultureInfo.InvariantCulture, $"{field.Key}.{row}.{column.Key}");

    /// <summary>How many rows the page drew.</summary>
    public static string Rows(FieldDefinition field) => $"{field.Key}.rows";

    /// <summary>The input that a message about the whole field links to.</summary>
    public static string First(FieldDefinition field) => field.Kind switch
    {
        FieldKind.Date => Date(field)[0],
        FieldKind.Percentages => Percentage(field, field.Options[0]),
        FieldKind.Table => Cell(field, 0, field.Columns[0]),
        _ => field.Key,
    };

    /// <summary>Every input that a field can have.</summary>
    public static IEnumerable<string> All(FieldDefinition field) => field.Kind switch
    {
        FieldKind.Fact => [],
        FieldKind.Date => [field.Key, .. Date(field)],
        FieldKind.Percentages => field.Options.Select(option => Percentage(field, option)),
        FieldKind.Table => Enumerable.Range(0, field.MaxRows)
            .SelectMany(row => field.Columns.Select(column => Cell(field, row, column)))
            .Append(Rows(field)),
        _ => [field.Key],
    };
}
