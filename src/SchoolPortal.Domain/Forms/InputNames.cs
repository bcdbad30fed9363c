using System.Globalization;

namespace SchoolPortal.Domain.Forms;

/// <summary>
/// Names of the inputs that a field has on its page. One input is named by the field's key; percentages have one for
/// each option (<c>key.walk</c>), a table has one for each cell (<c>key.0.name</c>) and the count of rows drawn (<c>key.rows</c>).
/// </summary>
public static class InputNames
{
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
        FieldKind.Percentages => Percentage(field, field.Options[0]),
        FieldKind.Table => Cell(field, 0, field.Columns[0]),
        _ => field.Key,
    };

    /// <summary>Every input that a field can have.</summary>
    public static IEnumerable<string> All(FieldDefinition field) => field.Kind switch
    {
        FieldKind.Fact => [],
        FieldKind.Percentages => field.Options.Select(option => Percentage(field, option)),
        FieldKind.Table => Enumerable.Range(0, field.MaxRows)
            .SelectMany(row => field.Columns.Select(column => Cell(field, row, column)))
            .Append(Rows(field)),
        _ => [field.Key],
    };
}
