using System.Globalization;

namespace SchoolPortal.Domain.Forms;

/// <summary>Takes an answer from a question to the one that has its place in the next version of the form.</summary>
internal static class AnswerConversion
{
    /// <summary>What the newer question can take of an answer, and whether that is all of it. Null when it can take nothing.</summary>
    public static (Answer? Answer, bool IsWhole) Convert(FieldDefinition from, FieldDefinition to, Answer answer)
    {
        var taken = from.Kind == to.Kind ? Same(to, answer) : Other(from, to, answer);
        return taken is null or { IsEmpty: true } ? (null, false) : (taken, from.Kind != to.Kind || Size(taken) == Size(answer));
    }

    private static Answer? Same(FieldDefinition to, Answer answer) => to.Kind switch
    {
        FieldKind.Choice => Option(to.Options, answer.Text) is { } option ? Answer.Of(option) : null,
        FieldKind.Several => Chosen(to, answer.Items),
        FieldKind.Percentages => Shares(to, answer),
        FieldKind.Table => Rows(to, answer),
        FieldKind.Number => Number(to, answer.Text),
        FieldKind.Text or FieldKind.LongText => Text(to, answer.Text),
        _ => answer,
    };

    private static Answer? Other(FieldDefinition from, FieldDefinition to, Answer answer) => (from.Kind, to.Kind) switch
    {
        (FieldKind.Fact, _) or (_, FieldKind.Fact) => null,
        (_, FieldKind.LongText) => Text(to, string.Join('\n', AnswerText.Lines(from, answer))),
        (_, FieldKind.Text) => Text(to, string.Join("; ", AnswerText.Lines(from, answer))),
        (FieldKind.Text, FieldKind.Number) => Number(to, answer.Text),
        (FieldKind.Choice or FieldKind.YesNo, FieldKind.Several) => Chosen(to, [answer.Text ?? ""]),
        (FieldKind.YesNo, FieldKind.Choice) => Option(to.Options, answer.Text) is { } option ? Answer.Of(option) : null,
        (FieldKind.Several, FieldKind.Choice) when answer.Items is [var only] => Option(to.Options, only) is { } option ? Answer.Of(option) : null,
        (FieldKind.Choice, FieldKind.YesNo) when answer.Text is "yes" or "no" => answer,
        (FieldKind.Text or FieldKind.LongText, FieldKind.Choice) => TypedText.Option(to.Options, answer.Text) is { } meant ? Answer.Of(meant.Key) : null,
        _ => null,
    };

    private static Answer? Text(FieldDefinition to, string? text) =>
        text is null || text.Length > to.MaxLength || (to.Kind == FieldKind.Text && text.Contains('\n', StringComparison.Ordinal)) ? null : Answer.Of(text);

    private static Answer? Number(FieldDefinition to, string? text) =>
        TypedText.Number(text) is { } number && !(number < to.Limits.Min) && !(number > to.Limits.Max)
            ? Answer.Of(number.ToString(CultureInfo.InvariantCulture))
            : null;

    private static Answer? Chosen(FieldDefinition to, IReadOnlyList<string> chosen)
    {
        var mapped = chosen.Select(key => Option(to.Options, key)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return mapped.Count == 0 || mapped.Count > to.Limits.Max ? null : Answer.OfItems(to.Options.Select(option => option.Key).Where(mapped.Contains));
    }

    // Shares of options that are no longer offered would be missing from the hundred.
    private static Answer? Shares(FieldDefinition to, Answer answer)
    {
        var shares = answer.Rows[0].Select(share => (Key: Option(to.Options, share.Key), share.Value)).ToList();
        return shares.Exists(share => share.Key is null) || shares.DistinctBy(share => share.Key).Count() < shares.Count
            ? null
            : Answer.OfRows([shares.ToDictionary(share => share.Key!, share => share.Value, StringComparer.Ordinal)]);
    }

    private static Answer? Rows(FieldDefinition to, Answer answer) => answer.Rows.Count > to.MaxRows
        ? null
        : Answer.OfRows(answer.Rows.Select(row => Row(to, row)).Where(row => row.Count > 0));

    private static Dictionary<string, string> Row(FieldDefinition to, IReadOnlyDictionary<string, string> row)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in to.Columns)
        {
            if (Cell(column, row.GetValueOrDefault(column.Was ?? column.Key)) is { Length: > 0 } cell)
            {
                cells[column.Key] = cell;
            }
        }

        return cells;
    }

    private static string? Cell(FieldColumn column, string? stored) => column.Kind switch
    {
        _ when string.IsNullOrEmpty(stored) => null,
        FieldKind.Choice => Option(column.Options, stored),
        FieldKind.YesNo => stored is "yes" or "no" ? stored : null,
        FieldKind.Number => TypedText.Number(stored) is null ? null : stored,
        FieldKind.Date => AnswerText.StoredDate(stored) is null ? null : stored,
        _ => stored,
    };

    private static string? Option(IReadOnlyList<FieldOption> options, string? stored) =>
        options.FirstOrDefault(option => (option.Was ?? option.Key) == stored)?.Key;

    private static int Size(Answer answer) =>
        (answer.Text is null ? 0 : 1) + answer.Items.Count + answer.Rows.Sum(row => row.Values.Count(cell => cell.Length > 0));
}
