namespace SchoolPortal.Domain.Forms;

/// <summary>What becomes of one answer when a file comes back.</summary>
public enum MergeOutcome
{
    /// <summary>Neither side changed it.</summary>
    Unchanged,

    /// <summary>Only the file changed it: proposed.</summary>
    Proposed,

    /// <summary>Only the portal changed it: kept.</summary>
    Kept,

    /// <summary>Both sides changed it to the same.</summary>
    Agreed,

    /// <summary>Both sides changed it, differently: somebody chooses.</summary>
    Conflict,
}

/// <summary>One answer as it was taken away, as it is in the portal now and as it came back; null is no answer.</summary>
/// <param name="Section">Where the question stands.</param>
/// <param name="Field">The question.</param>
/// <param name="Taken">As it was when the file was made.</param>
/// <param name="Portal">As it is now.</param>
/// <param name="Returned">As the file has it.</param>
public sealed record FieldMerge(SectionDefinition Section, FieldDefinition Field, Answer? Taken, Answer? Portal, Answer? Returned)
{
    /// <summary>What becomes of it.</summary>
    public MergeOutcome Outcome { get; } = (Equals(Taken, Portal), Equals(Taken, Returned), Equals(Portal, Returned)) switch
    {
        (true, true, _) => MergeOutcome.Unchanged,
        (true, false, _) => MergeOutcome.Proposed,
        (false, true, _) => MergeOutcome.Kept,
        (_, _, true) => MergeOutcome.Agreed,
        _ => MergeOutcome.Conflict,
    };

    /// <summary>True when the file's answer would change what the portal has.</summary>
    public bool IsOpen => Outcome is MergeOutcome.Proposed or MergeOutcome.Conflict;

    /// <summary>What the portal would change to and from, as people read it.</summary>
    public FieldChange Change => new(Section, Field, AnswerText.Lines(Field, Portal), AnswerText.Lines(Field, Returned));
}

/// <summary>
/// Compares three ways, question by question, so that what two people changed in different places comes together and what
/// they changed in the same place is chosen by somebody. Facts are the portal's own and never merged.
/// </summary>
public static class AnswerMerge
{
    /// <summary>Every question of the sections, in order.</summary>
    public static IReadOnlyList<FieldMerge> Of(IEnumerable<SectionDefinition> sections, Answers taken, Answers portal, Answers returned) =>
    [
        .. from section in sections
           from field in section.Fields
           where field.Kind != FieldKind.Fact
           select new FieldMerge(section, field, taken[field.Key], portal[field.Key], returned[field.Key]),
    ];

    /// <summary>The portal's answers with those of the file laid over them that are to be taken.</summary>
    public static Answers Settle(Answers portal, IEnumerable<FieldMerge> merges, Func<FieldMerge, bool> take) =>
        merges.Where(merge => merge.IsOpen && take(merge))
            .Aggregate(portal, (all, merge) => all.With(merge.Field.Key, merge.Returned));
}
