using System.Globalization;

namespace SchoolPortal.Domain.Forms;

/// <summary>Reads one field of a posted section: its answer as far as it can be read, and what is the matter.</summary>
internal sealed class FieldReader(FieldDefinition field, InputValues typed, IReadOnlyList<ContactChoice> people, DateOnly today)
{
    private const string DateExample = "such as 14/5/2026 or 14 May 2026";

    private readonly List<FieldProblem> problems = [];

    public IReadOnlyList<FieldProblem> Problems => problems;

    /// <summary>The answer, or null when nothing is given or it cannot be read.</summary>
    public Answer? Read() => field.Kind switch
    {
        FieldKind.Several => Several(),
        FieldKind.Percentages => Percentages(),
        FieldKind.Table => Table(),
        FieldKind.Contact => Contact(),
        FieldKind.Fact => null,
        _ => Single(),
    };

    private Answer? Single() =>
        Value(field.Kind, field.Options, typed[field.Key], field.Limits, field.MaxLength, field.Key, $"“{field.Label}”") is { Length: > 0 } value
            ? Answer.Of(value)
            : null;

    private Answer? Several()
    {
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in typed.All(field.Key).Where(text => TypedText.CleanLine(text).Length > 0))
        {
            if (TypedText.Option(field.Options, text) is { } option)
            {
                chosen.Add(option.Key);
            }
            else
            {
                Say(field.Key, NotOffered($"“{field.Label}”", text));
            }
        }

        if (field.Limits.Max is { } most && chosen.Count > most)
        {
            Say(field.Key, $"“{field.Label}” takes up to {most} choices; you have ticked {chosen.Count}. Untick {chosen.Count - most}.");
        }

        return Unless(Answer.OfItems(field.Options.Select(option => option.Key).Where(chosen.Contains)));
    }

    private Answer? Percentages()
    {
        var shares = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in field.Options)
        {
            var input = InputNames.Percentage(field, option);
            var place = $"“{option.Label}” under “{field.Label}”";
            var text = TypedText.CleanLine(typed[input]).TrimEnd('%');
            if (WholeNumber(text, new FieldLimits(null, 0, 100, false), input, place) is { Length: > 0 } share)
            {
                shares[option.Key] = share;
            }
        }

        var total = shares.Values.Sum(share => int.Parse(share, CultureInfo.InvariantCulture));
        if (problems.Count == 0 && shares.Count > 0 && total != 100)
        {
            Say(InputNames.First(field), $"“{field.Label}” must add up to 100%; what you entered adds up to {total}%. Change one or more of the numbers.");
        }

        return shares.Count == 0 ? null : Unless(Answer.OfRows([shares]));
    }

    private Answer? Table()
    {
        var rows = new List<IReadOnlyDictionary<string, string>>();
        for (var row = 0; row < field.MaxRows; row++)
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var column in field.Columns)
            {
                var input = InputNames.Cell(field, row, column);
                var place = $"“{column.Label}” in row {row + 1} of “{field.Label}”";
                if (Value(column.Kind, column.Options, typed[input], CellLimits(column), FieldColumn.MaxLength, input, place) is { Length: > 0 } cell)
                {
                    cells[column.Key] = cell;
                }
            }

            if (cells.Count > 0)
            {
                rows.Add(cells);
            }
        }

        return rows.Count == 0 ? null : Unless(Answer.OfRows(rows));
    }

    private static FieldLimits CellLimits(FieldColumn column) =>
        column.Kind == FieldKind.Number ? new FieldLimits(null, 0, null, false) : FieldLimits.None;

    private Answer? Contact()
    {
        var id = TypedText.CleanLine(typed[field.Key]);
        if (id.Length == 0)
        {
            return null;
        }

        if (people.FirstOrDefault(person => person.Id == id) is { } person)
        {
            return person.ToAnswer();
        }

        Say(field.Key, $"“{field.Label}” must be one of the school’s people. Choose a person from the list, or add them to the school’s contacts first.");
        return null;
    }

    /// <summary>One text of any single kind in stored form; empty when nothing is given or it cannot be read.</summary>
    private string Value(FieldKind kind, IReadOnlyList<FieldOption> options, string text, FieldLimits limits, int maxLength, string input, string place)
    {
        var clean = kind == FieldKind.LongText ? TypedText.Clean(text) : TypedText.CleanLine(text);
        if (clean.Length == 0)
        {
            return "";
        }

        switch (kind)
        {
            case FieldKind.Number:
                return WholeNumber(clean, limits, input, place);
            case FieldKind.Date:
                return Date(clean, limits, input, place);
            case FieldKind.YesNo:
                return TypedText.YesNo(clean) switch
                {
                    true => "yes",
                    false => "no",
                    null => Say(input, $"{place} must be yes or no."),
                };
            case FieldKind.Choice:
                return TypedText.Option(options, clean)?.Key ?? Say(input, NotOffered(place, clean));
            default:
                return clean.Length <= maxLength
                    ? clean
                    : Say(input, $"{place} must be {Count(maxLength)} characters or fewer; you have {Count(clean.Length)}.");
        }
    }

    private string WholeNumber(string text, FieldLimits limits, string input, string place)
    {
        if (TypedText.CleanLine(text).Length == 0)
        {
            return "";
        }

        if (TypedText.Number(text) is not { } number)
        {
            return Say(input, $"{place} must be a whole number, such as 12; “{Short(text)}” is not one.");
        }

        return (limits.Min, limits.Max) switch
        {
            ({ } min, { } max) when number < min || number > max => Say(input, $"{place} must be between {Count(min)} and {Count(max)}."),
            ({ } min, null) when number < min => Say(input, $"{place} must be {Count(min)} or more."),
            (null, { } max) when number > max => Say(input, $"{place} must be {Count(max)} or less."),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }

    private string Date(string text, FieldLimits limits, string input, string place)
    {
        if (TypedText.Date(text, today) is not { } date)
        {
            return Say(input, $"{place} must be a real date, {DateExample}; “{Short(text)}” is not one.");
        }

        return limits.NotAfterToday && date > today
            ? Say(input, $"{place} must be today or earlier.")
            : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private Answer? Unless(Answer answer) => problems.Count > 0 || answer.IsEmpty ? null : answer;

    private string Say(string input, string sentence)
    {
        problems.Add(new FieldProblem(field.Key, input, sentence));
        return "";
    }

    private static string NotOffered(string place, string text) =>
        $"{place} must be one of the choices listed; “{Short(TypedText.CleanLine(text))}” is not among them.";

    private static string Short(string text)
    {
        var line = TypedText.CleanLine(text);
        return line.Length <= 40 ? line : TypedText.CleanLine(line[..39]) + "…";
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
