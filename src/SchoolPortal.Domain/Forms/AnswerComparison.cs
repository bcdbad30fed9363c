namespace SchoolPortal.Domain.Forms;

/// <summary>One question whose answer differs.</summary>
/// <param name="Section">Where it stands.</param>
/// <param name="Field">The question.</param>
/// <param name="Before">The earlier answer as people read it; no lines when there was none.</param>
/// <param name="After">The later answer, likewise.</param>
public sealed record FieldChange(SectionDefinition Section, FieldDefinition Field, IReadOnlyList<string> Before, IReadOnlyList<string> After);

/// <summary>Says what differs between two sets of answers: two versions, two years, or two people's typing.</summary>
public static class AnswerComparison
{
    /// <summary>The changed answers of one section, in the order of its fields.</summary>
    public static IReadOnlyList<FieldChange> Changes(SectionDefinition section, Answers before, Answers after) =>
    [
        .. from field in section.Fields
           let earlier = before[field.Key]
           let later = after[field.Key]
           where !Equals(earlier, later)
           select new FieldChange(section, field, AnswerText.Lines(field, earlier), AnswerText.Lines(field, later)),
    ];

    /// <summary>The changed answers of a whole form, section by section.</summary>
    public static IReadOnlyList<FieldChange> Changes(FormDefinition form, Answers before, Answers after) =>
        [.. form.Sections.SelectMany(section => Changes(section, before, after))];
}
