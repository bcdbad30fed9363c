namespace SchoolPortal.Domain.Forms;

/// <summary>
/// "Nothing to report" as a question of its section, yes or no, so that it is taken away in a file, brought back and compared
/// as any answer is. No form asks it by itself: on a page it is a button, in a record the state of the section.
/// </summary>
public static class NothingToReportField
{
    /// <summary>The question.</summary>
    public const string Label = "Nothing to report";

    private const string Yes = "yes";

    /// <summary>Its key; no other question may have it.</summary>
    public static string KeyOf(SectionDefinition section) => $"{section.Key}.nothing";

    /// <summary>The answer that says so, or that says the opposite.</summary>
    public static Answer Say(bool nothing) => Answer.Of(nothing ? Yes : "no");

    /// <summary>True when the answer says that there is nothing to report.</summary>
    public static bool IsYes(Answer? answer) => answer?.Text == Yes;

    /// <summary>The section with the question before its own, where it may be asked.</summary>
    public static SectionDefinition AskedIn(SectionDefinition section) =>
        section.MayBeNothing ? section with { Fields = [Of(section), .. section.Fields] } : section;

    /// <summary>The answers with what is said of each section of which it may be asked.</summary>
    /// <param name="form">The form.</param>
    /// <param name="answers">The answers without it.</param>
    /// <param name="sections">Keys of the sections that have nothing to report.</param>
    public static Answers SaidIn(FormDefinition form, Answers answers, IReadOnlySet<string> sections) =>
        Asked(form).Aggregate(answers, (all, section) => all.With(KeyOf(section), Say(sections.Contains(section.Key))));

    /// <summary>Keys of the sections of which these answers say so.</summary>
    public static IReadOnlySet<string> SectionsOf(FormDefinition form, Answers answers) =>
        Asked(form).Where(section => IsYes(answers[KeyOf(section)])).Select(section => section.Key).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<SectionDefinition> Asked(FormDefinition form) => form.Sections.Where(section => section.MayBeNothing);

    private static FieldDefinition Of(SectionDefinition section) => new(
        KeyOf(section), Label, null, FieldKind.YesNo, Required: false, FieldLimits.None, [], [], null, null, section.Sensitivity, null);
}
