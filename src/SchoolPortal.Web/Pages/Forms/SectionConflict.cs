using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>
/// Two people's answers to one section, side by side: what was saved since this person opened it, and what they typed.
/// Nothing is lost: they choose answer by answer, or all of one side.
/// </summary>
/// <param name="Section">The section as this person sees it.</param>
/// <param name="Theirs">What is saved.</param>
/// <param name="Mine">What was typed.</param>
/// <param name="TheirName">Who saved it.</param>
/// <param name="TheirToken">The saved section's token: what the choice is made against.</param>
public sealed record SectionConflict(SectionDefinition Section, Answers Theirs, Answers Mine, string TheirName, Guid TheirToken)
{
    public const string KeepMine = "mine";
    public const string KeepTheirs = "theirs";

    /// <summary>The questions answered differently; before is theirs, after is mine.</summary>
    public IReadOnlyList<FieldChange> Changes { get; } = AnswerComparison.Changes(Section, Theirs.Of(Section), Mine.Of(Section));

    /// <summary>Name of the radio buttons for one question.</summary>
    public static string ChoiceName(FieldDefinition field) => $"keep.{field.Key}";

    /// <summary>A problem for each question for which neither side is chosen.</summary>
    public IEnumerable<FieldProblem> Undecided(Func<FieldDefinition, string?> choice) => Changes
        .Select(change => change.Field)
        .Where(field => choice(field) is not (KeepMine or KeepTheirs))
        .Select(field => new FieldProblem(field.Key, ChoiceName(field), $"Choose which answer to keep for “{field.Label}”."));

    /// <summary>The answers chosen.</summary>
    public Answers Settle(Func<FieldDefinition, string?> choice) => Changes
        .Where(change => choice(change.Field) == KeepTheirs)
        .Aggregate(Mine, (all, change) => all.With(change.Field.Key, Theirs[change.Field.Key]));
}

/// <summary>What <c>_SectionConflict</c> draws, inside the form of the section.</summary>
/// <param name="Conflict">Both texts.</param>
/// <param name="ChoiceOf">The side chosen so far for a question, or null.</param>
public sealed record ConflictChoice(SectionConflict Conflict, Func<FieldDefinition, string?> ChoiceOf);
