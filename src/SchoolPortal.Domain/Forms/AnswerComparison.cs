namespace SchoolPortal.Domain.Forms;

/// <summary>One question whose answer differs.</summary>
/// <param name="Section">Where it stands.</param>
/// <param name="Field">The question.</param>
/// <param name="Before">The earlier answer as people read it; no lines when there was none.</param>
/// <param name="After">The later answer, likewise.</param>
public sealed record FieldChange(SectionDefinition Section, FieldDefinition Field, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    /// <summary>The same, word by word.</summary>
    public IReadOnlyList<TextPiece> Words { get; } = TextDifference.Of(string.Join('\n', Before), string.Join('\n', After));
}

/// <summary>A form as it was answered at one time.</summary>
/// <param name="Form">The definition it was answered under.</param>
/// <param name="Answers">What was answered.</param>
/// <param name="Facts">The facts it showed; none for a form that belongs to nobody.</param>
public sealed record FormRecord(FormDefinition Form, Answers Answers, IReadOnlyDictionary<string, FactValue> Facts)
{
    /// <summary>Keys of the sections for which "Nothing to report" was the answer.</summary>
    public IReadOnlySet<string> NothingToReport { get; init; } = new HashSet<string>();

    /// <summary>The answer or fact as people read it; no lines when there is none, or no such question.</summary>
    public IReadOnlyList<string> Lines(string key) => Form.Fields().FirstOrDefault(place => place.Field.Key == key).Field switch
    {
        null => [],
        { Kind: FieldKind.Fact, Fact: { } fact } => Facts.GetValueOrDefault(fact)?.Text is { Length: > 0 } text ? text.Split('\n') : [],
        var field => AnswerText.Lines(field, Answers[key]),
    };

    /// <summary>The standard text, with this record's answers to what the form leaves to each school: they deviate from nothing.</summary>
    public FormRecord Standard() => this with
    {
        Answers = Form.Fields().Where(place => place.Field.Default is not null)
            .Aggregate(Answers, (all, place) => all.With(place.Field.Key, place.Field.Default)),
    };

    /// <summary>The questions whose answer is not the standard one.</summary>
    public IReadOnlyList<FieldChange> Deviations() => AnswerComparison.Changes(Standard(), this);
}

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

    /// <summary>
    /// The changed answers and facts between two records of one form, which may have been given under two versions of its
    /// definition: the later one's sections and fields in order, then what only the earlier one asked.
    /// </summary>
    public static IReadOnlyList<FieldChange> Changes(FormRecord before, FormRecord after)
    {
        var asked = after.Form.Fields().Select(place => place.Field.Key).ToHashSet(StringComparer.Ordinal);
        var gone = before.Form.Fields().Where(place => !asked.Contains(place.Field.Key));
        return
        [
            .. from place in after.Form.Fields().Concat(gone)
               let earlier = before.Lines(place.Field.Key)
               let later = after.Lines(place.Field.Key)
               where !earlier.SequenceEqual(later, StringComparer.Ordinal)
               select new FieldChange(place.Section, place.Field, earlier, later),
        ];
    }
}
