using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Assignments.Import;

/// <summary>A cell that says something it may not.</summary>
internal sealed class CellFault(string? column, string reason) : Exception(reason)
{
    public string? Column { get; } = column;
}

/// <summary>Reads the cells of a row by their headings. A column that the file does not have leaves what is kept as it is.</summary>
internal sealed class RowReader(RegisterFileRow row)
{
    public int Line => row.Line;

    /// <summary>What the cell says, or what is kept where the file has no such column; blank is null.</summary>
    public string? Text(string column, string? kept = null) =>
        row.Cells.TryGetValue(SchoolFact.FoldHeading(column), out var cell) ? (cell.Length == 0 ? null : cell) : kept;

    public string Needed(string column) => Text(column) ?? throw new CellFault(column, "The cell is empty.");

    public bool YesNo(string column, bool kept) => Text(column) is not { } text ? kept
        : TypedText.YesNo(text) ?? throw new CellFault(column, $"\u201c{text}\u201d is neither yes nor no.");

    public DateOnly? Day(string column, DateOnly? kept, DateOnly today) => Text(column, kept is { } day ? NewZealandTime.Show(day) : null) is not { } text ? null
        : TypedText.Date(text, today) ?? throw new CellFault(column, $"\u201c{text}\u201d is not a date.");

    /// <summary>Runs a rule whose refusal belongs to a column.</summary>
    public static T Rule<T>(string? column, Func<T> rule)
    {
        try
        {
            return rule();
        }
        catch (RuleBroken broken)
        {
            throw new CellFault(column ?? broken.Field, broken.Message + ".");
        }
    }
}

/// <summary>Compares every row of a file with a register, and gathers what differs and what is wrong.</summary>
internal static class RegisterComparison
{
    public static RegisterProposal Of(RegisterFile file, Func<RowReader, RegisterChange?> compare)
    {
        var changes = new List<RegisterChange>();
        var faults = new List<UnreadableCell>(file.Faults);
        foreach (var row in file.Rows)
        {
            try
            {
                if (compare(new RowReader(row)) is { } change)
                {
                    changes.Add(change);
                }
            }
            catch (CellFault fault)
            {
                faults.Add(new(row.Line, fault.Column, fault.Message));
            }
        }

        return new(file.Rows.Count + file.Faults.Count, changes, [.. faults.OrderBy(fault => fault.Line)], file.UnusedColumns);
    }

    /// <summary>The fields that differ.</summary>
    public static IReadOnlyList<FactChange> Differing(IReadOnlyList<(string Field, string? Value)>? before, IReadOnlyList<(string Field, string? Value)> after) =>
    [
        .. after.Select((field, i) => new FactChange(field.Field, before?[i].Value, field.Value)).Where(change => change.From != change.To),
    ];
}
