namespace SchoolPortal.Domain.Forms;

/// <summary>
/// One posted section, read: what could be understood, what was typed (to be shown again letter for letter), and what
/// is the matter. A section with gaps may be saved; one with problems may not. No posted text makes it throw.
/// </summary>
public sealed class SectionInput
{
    private SectionInput(Answers answers, InputValues typed, IReadOnlyList<FieldProblem> problems)
    {
        Answers = answers;
        Typed = typed;
        Problems = problems;
    }

    /// <summary>The answers that could be read; a field with a problem has none.</summary>
    public Answers Answers { get; }

    /// <summary>What stood in every input.</summary>
    public InputValues Typed { get; }

    /// <summary>In the order of the fields.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; }

    /// <summary>True when every answer given is in order, though some may be missing (<see cref="SectionCheck"/>).</summary>
    public bool CanBeSaved => Problems.Count == 0;

    /// <summary>Reads the inputs named by <see cref="InputNames"/>; any other posted name is passed over.</summary>
    /// <param name="section">The section that was shown.</param>
    /// <param name="posted">What was posted under a name; an empty list when nothing was.</param>
    /// <param name="people">Whom a contact field may be answered with.</param>
    /// <param name="today">Today in New Zealand.</param>
    public static SectionInput Read(
        SectionDefinition section,
        Func<string, IReadOnlyList<string>> posted,
        IReadOnlyList<ContactChoice> people,
        DateOnly today)
    {
        var typed = InputValues.Posted(section, posted);
        var answers = Answers.None;
        var problems = new List<FieldProblem>();
        foreach (var field in section.Fields)
        {
            var reader = new FieldReader(field, typed, people, today);
            answers = answers.With(field.Key, reader.Read());
            problems.AddRange(reader.Problems);
        }

        return new SectionInput(answers, typed, problems);
    }
}
