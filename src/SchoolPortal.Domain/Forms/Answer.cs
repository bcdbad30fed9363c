namespace SchoolPortal.Domain.Forms;

/// <summary>
/// One answer in canonical form: a single text, a list of texts (<see cref="FieldKind.Several"/>) or rows
/// (<see cref="FieldKind.Table"/>; one row of option key → digits for <see cref="FieldKind.Percentages"/>;
/// one row of <c>id</c>, <c>name</c>, <c>position</c> for <see cref="FieldKind.Contact"/>). Compared by value.
/// </summary>
public sealed class Answer : IEquatable<Answer>
{
    private Answer(string? text, IReadOnlyList<string> items, IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        Text = text;
        Items = items;
        Rows = rows;
    }

    /// <summary>The single text, or null when the answer has another shape.</summary>
    public string? Text { get; }

    /// <summary>The chosen keys; empty when the answer has another shape.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The rows; empty when the answer has another shape.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; }

    /// <summary>True when nothing is said at all.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Text) && Items.Count == 0 && Rows.All(r => r.Values.All(string.IsNullOrEmpty));

    /// <summary>A single text.</summary>
    public static Answer Of(string text) => new(text, [], []);

    /// <summary>A list of chosen keys.</summary>
    public static Answer OfItems(IEnumerable<string> items) => new(null, [.. items], []);

    /// <summary>Rows of column key → text.</summary>
    public static Answer OfRows(IEnumerable<IReadOnlyDictionary<string, string>> rows) => new(null, [], [.. rows]);

    /// <inheritdoc />
    public bool Equals(Answer? other) =>
        other is not null
        && (Text ?? "") == (other.Text ?? "")
        && Items.SequenceEqual(other.Items)
        && Rows.Count == other.Rows.Count
        && Rows.Zip(other.Rows).All(pair => SameRow(pair.First, pair.Second));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Answer);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(Text ?? "", Items.Count == 0 ? "" : Items[0], Items.Count, Rows.Count);

    private static bool SameRow(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Where(cell => cell.Value.Length > 0).All(cell => b.GetValueOrDefault(cell.Key) == cell.Value)
        && b.Where(cell => cell.Value.Length > 0).All(cell => a.GetValueOrDefault(cell.Key) == cell.Value);
}
