using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// What stands in answer cells, put into the inputs of the question's page: so a Word file is read by the same rules, and
/// refused in the same sentences, as what is typed there.
/// </summary>
/// <param name="people">Whom a contact question may be answered with; those named when the draft was taken come first.</param>
/// <param name="today">Today in New Zealand.</param>
internal sealed class CellAnswers(IReadOnlyList<ContactChoice> people, DateOnly today)
{
    /// <summary>The answer of a question that has one cell, and what is the matter with it.</summary>
    internal (Answer? Answer, IReadOnlyList<string> Problems) Read(FieldDefinition field, string cell)
    {
        var inputs = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var problems = new List<string>();
        var text = WithoutPrompt(cell);
        switch (field.Kind)
        {
            case FieldKind.Several:
                inputs[field.Key] = Ticked(field, text, problems);
                break;
            case FieldKind.Percentages:
                Shares(field, text, inputs, problems);
                break;
            case FieldKind.Contact when Person(text) is { } person:
                return (person.ToAnswer(), []);
            default:
                inputs[field.Key] = [text];
                break;
        }

        return problems.Count > 0 ? (null, problems) : Judge(field, inputs);
    }

    /// <summary>The answer of a table from its items' cells, and what is the matter with it.</summary>
    internal (Answer? Answer, IReadOnlyList<string> Problems) Read(FieldDefinition field, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        List<string[]> filled = [.. rows.Select(row => row.Select(WithoutPrompt).ToArray()).Where(row => row.Any(cell => TypedText.CleanLine(cell).Length > 0))];
        if (filled.Count > field.MaxRows)
        {
            return (null, [$"“{field.Label}” takes up to {field.MaxRows} rows; the file has {filled.Count}."]);
        }

        var inputs = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        for (var row = 0; row < filled.Count; row++)
        {
            for (var column = 0; column < field.Columns.Count; column++)
            {
                inputs[InputNames.Cell(field, row, field.Columns[column])] = [filled[row][column]];
            }
        }

        return Judge(field, inputs);
    }

    /// <summary>True when a cell holds nothing but words that stand where nothing has been answered.</summary>
    internal static string WithoutPrompt(string cell)
    {
        var text = TypedText.Clean(cell);
        return Prompts.All.Contains(text) ? "" : text;
    }

    private (Answer? Answer, IReadOnlyList<string> Problems) Judge(FieldDefinition field, Dictionary<string, IReadOnlyList<string>> inputs)
    {
        var alone = new SectionDefinition("", "", null, null, [], Sensitivity.Partners, false, [field]);
        var read = SectionInput.Read(alone, name => inputs.GetValueOrDefault(name) ?? [], people, today);
        return (read.Answers[field.Key], [.. read.Problems.Select(problem => problem.Sentence)]);
    }

    /// <summary>A line for each option: a box and its label. A line without a box is not ticked; where no line has one, nobody can tell.</summary>
    private static List<string> Ticked(FieldDefinition field, string text, List<string> problems)
    {
        var ticked = new List<string>();
        var lines = LinesOf(text);
        var boxes = 0;
        foreach (var line in lines)
        {
            var option = field.Options.Where(option => EndsWith(line, option.Label)).MaxBy(option => option.Label.Length);
            var box = option is null ? "" : line[..^option.Label.Length].Trim();
            boxes += box.Length > 0 ? 1 : 0;
            if (option is null || (box.Length > 0 && TypedText.YesNo(box) is null))
            {
                problems.Add($"“{line}” under “{field.Label}” is not one of the lines with boxes of this form.");
            }
            else if (TypedText.YesNo(box) == true)
            {
                ticked.Add(option.Key);
            }
        }

        if (lines.Count > 0 && boxes == 0 && problems.Count == 0)
        {
            problems.Add($"The boxes of “{field.Label}” are gone, so the portal cannot tell which are ticked.");
        }

        return ticked;
    }

    /// <summary>A line for each option: its label, a colon and its share.</summary>
    private static void Shares(FieldDefinition field, string text, Dictionary<string, IReadOnlyList<string>> inputs, List<string> problems)
    {
        foreach (var line in LinesOf(text))
        {
            var option = field.Options.Where(option => line.StartsWith(option.Label, StringComparison.OrdinalIgnoreCase)).MaxBy(option => option.Label.Length);
            var share = option is null ? "" : line[option.Label.Length..].Trim(' ', ':', '%');
            if (option is null || !inputs.TryAdd(InputNames.Percentage(field, option), [WithoutPrompt(share)]))
            {
                problems.Add($"“{line}” under “{field.Label}” is not one of the lines of this form.");
            }
        }
    }

    private ContactChoice? Person(string text)
    {
        var wanted = Folded.Of(text);
        return wanted.Length == 0 ? null
            : people.FirstOrDefault(person => Folded.Of(AnswerText.Person(person)) == wanted)
            ?? people.Where(person => Folded.Of(person.Name) == wanted).DistinctBy(person => person.Id).ToList() switch
            {
                [var only] => only,
                _ => null,
            };
    }

    private static bool EndsWith(string line, string label) => line.EndsWith(label, StringComparison.OrdinalIgnoreCase);

    private static List<string> LinesOf(string text) =>
        [.. text.Split('\n').Select(TypedText.CleanLine).Where(line => line.Length > 0)];
}
