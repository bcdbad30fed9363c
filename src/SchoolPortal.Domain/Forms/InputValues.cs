using System.Globalization;

namespace SchoolPortal.Domain.Forms;

/// <summary>What stands in the inputs of a section, by input name: typed by somebody, or drawn from stored answers.</summary>
public sealed class InputValues
{
    private readonly Dictionary<string, IReadOnlyList<string>> byName = new(StringComparer.Ordinal);

    /// <summary>True when a person typed these, so a page shows them again as they are.</summary>
    public bool WerePosted { get; private init; }

    /// <summary>Names of the inputs that hold something.</summary>
    public IReadOnlyCollection<string> Names => byName.Keys;

    /// <summary>What one input holds, or an empty text.</summary>
    public string this[string name] => All(name) is [var first, ..] ? first : "";

    /// <summary>What all inputs of that name hold (ticked boxes).</summary>
    public IReadOnlyList<string> All(string name) => byName.GetValueOrDefault(name) ?? [];

    /// <summary>The rows of a table that a page drew or that hold something.</summary>
    public int RowsOf(FieldDefinition field)
    {
        var filled = Enumerable.Range(0, field.MaxRows)
            .LastOrDefault(row => field.Columns.Any(column => this[InputNames.Cell(field, row, column)].Length > 0), -1) + 1;
        return Math.Clamp(TypedText.Number(this[InputNames.Rows(field)]) ?? 0, filled, field.MaxRows);
    }

    /// <summary>The inputs of a section as they stand for its stored answers.</summary>
    public static InputValues Of(SectionDefinition section, Answers answers)
    {
        var values = new InputValues();
        foreach (var field in section.Fields)
        {
            if (answers[field.Key] is { } answer)
            {
                values.Put(field, answer);
            }
        }

        return values;
    }

    /// <summary>The inputs of a section exactly as they were posted.</summary>
    internal static InputValues Posted(SectionDefinition section, Func<string, IReadOnlyList<string>> posted)
    {
        var values = new InputValues { WerePosted = true };
        foreach (var name in section.Fields.SelectMany(InputNames.All))
        {
            IReadOnlyList<string> given = [.. (posted(name) ?? []).Select(text => text ?? "")];
            if (given.Count > 0)
            {
                values.byName[name] = given;
            }
        }

        return values;
    }

    private void Put(FieldDefinition field, Answer answer)
    {
        switch (field.Kind)
        {
            case FieldKind.Fact:
                break;
            case FieldKind.Date:
                Put(field.Key, string.Concat(AnswerText.Lines(field, answer)));
                break;
            case FieldKind.Percentages when answer.Rows is [var shares, ..]:
                foreach (var option in field.Options)
                {
                    Put(InputNames.Percentage(field, option), shares.GetValueOrDefault(option.Key));
                }

                break;
            case FieldKind.Table:
                Put(InputNames.Rows(field), answer.Rows.Count.ToString(CultureInfo.InvariantCulture));
                foreach (var (row, column) in Enumerable.Range(0, answer.Rows.Count).SelectMany(row => field.Columns.Select(column => (row, column))))
                {
                    Put(InputNames.Cell(field, row, column), CellInput(column, answer.Rows[row].GetValueOrDefault(column.Key)));
                }

                break;
            case FieldKind.Contact when answer.Rows is [var person, ..]:
                Put(field.Key, person.GetValueOrDefault(ContactChoice.IdKey));
                break;
            case FieldKind.Several:
                byName[field.Key] = answer.Items;
                break;
            default:
                Put(field.Key, answer.Text);
                break;
        }
    }

    private static string? CellInput(FieldColumn column, string? stored) =>
        column.Kind == FieldKind.Date ? AnswerText.Cell(column, stored) : stored;

    private void Put(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            byName[name] = [value];
        }
    }
}
