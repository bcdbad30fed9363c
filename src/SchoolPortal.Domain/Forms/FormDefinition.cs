namespace SchoolPortal.Domain.Forms;

/// <summary>
/// A form as data: what its page, its Word file, its comparison and its export are drawn from.
/// One versioned JSON file per form; the agreement's 17 sections and the profile's 14 are two such files.
/// </summary>
/// <param name="Key">Name in addresses and in Word files, such as <c>school-profile</c>.</param>
/// <param name="Version">1 and up. An answer set stays pinned to the version it was given under.</param>
/// <param name="Title">English title.</param>
/// <param name="TitleMi">Title in te reo Māori, or null.</param>
/// <param name="Introduction">Plain paragraphs shown before the first section.</param>
/// <param name="Sections">In the order people meet them.</param>
public sealed record FormDefinition(
    string Key,
    int Version,
    string Title,
    string? TitleMi,
    IReadOnlyList<string> Introduction,
    IReadOnlyList<SectionDefinition> Sections)
{
    /// <summary>The template version whose words its fixed text is in; null for the words that are shipped.</summary>
    public Guid? Template { get; init; }

    /// <summary>Questions of the version before that are no longer asked.</summary>
    public IReadOnlyList<DroppedQuestion> Dropped { get; init; } = [];

    /// <summary>The section with this key, or null.</summary>
    public SectionDefinition? Section(string key) => Sections.FirstOrDefault(s => s.Key == key);

    /// <summary>Every field with its section, in order.</summary>
    public IEnumerable<(SectionDefinition Section, FieldDefinition Field)> Fields() =>
        Sections.SelectMany(s => s.Fields.Select(f => (s, f)));

    /// <summary>What a new form starts with: the defaults its fields name.</summary>
    public Answers StartingAnswers() =>
        Fields().Aggregate(Answers.None, (all, place) => all.With(place.Field.Key, place.Field.Default));

    /// <summary>The form as it is for somebody who may not see what is restricted.</summary>
    public FormDefinition WithoutRestricted() =>
        this with { Sections = [.. Sections.Select(section => section.WithoutRestricted()).OfType<SectionDefinition>()] };

    /// <summary>Keys of the sections and fields that are restricted.</summary>
    public IEnumerable<string> RestrictedKeys() => Sections.Where(section => section.Sensitivity == Sensitivity.Restricted).Select(section => section.Key)
        .Concat(Fields().Where(place => place.Field.Sensitivity == Sensitivity.Restricted).Select(place => place.Field.Key));

    /// <summary>1-based place of a section in the form, as people are told ("section 11 of 14").</summary>
    public int NumberOf(SectionDefinition section)
    {
        for (var i = 0; i < Sections.Count; i++)
        {
            if (Sections[i].Key == section.Key)
            {
                return i + 1;
            }
        }

        throw new ArgumentException($"Form {Key} has no section {section.Key}.", nameof(section));
    }
}

/// <summary>A question of the version before that is no longer asked; what was answered is kept as an earlier answer.</summary>
/// <param name="Key">Its key there.</param>
/// <param name="Why">Why, for those who answered it.</param>
public sealed record DroppedQuestion(string Key, string Why);

/// <summary>One section of a form: one page, one heading in Word, one row of the task list.</summary>
/// <param name="Key">ASCII, lower case, hyphens; part of the address <c>…/profile/2026/{key}</c>.</param>
/// <param name="Title">English title.</param>
/// <param name="TitleMi">Title in te reo Māori, or null.</param>
/// <param name="Help">Plain help for the person filling it in, or null.</param>
/// <param name="Text">Standard clauses: printed as they stand, part of what is signed, not answers.</param>
/// <param name="Sensitivity">Who may read it at all (domain §14).</param>
/// <param name="MayBeNothing">True when "Nothing to report" is a complete answer (profile §8).</param>
/// <param name="Fields">In order.</param>
public sealed record SectionDefinition(
    string Key,
    string Title,
    string? TitleMi,
    string? Help,
    IReadOnlyList<string> Text,
    Sensitivity Sensitivity,
    bool MayBeNothing,
    IReadOnlyList<FieldDefinition> Fields)
{
    /// <summary>True when it falls stale after each term and is then confirmed anew (profile §8).</summary>
    public bool ConfirmedEachTerm { get; init; }

    /// <summary>The field with this key, or null.</summary>
    public FieldDefinition? Field(string key) => Fields.FirstOrDefault(f => f.Key == key);

    /// <summary>The section as it is for somebody who may not see what is restricted; null when that is all of it.</summary>
    public SectionDefinition? WithoutRestricted() =>
        Sensitivity == Sensitivity.Restricted
            ? null
            : this with { Fields = [.. Fields.Where(field => field.Sensitivity != Sensitivity.Restricted)] };
}

/// <summary>One question.</summary>
/// <param name="Key">ASCII <c>section.name</c>, unique in the form, at most 38 characters (it becomes a Word bookmark <c>q_…</c>).</param>
/// <param name="Label">The question, in English.</param>
/// <param name="Hint">How to answer, or null.</param>
/// <param name="Kind">What an answer looks like.</param>
/// <param name="Required">A complete section needs it.</param>
/// <param name="Limits">Length of text, size of numbers, count of choices or rows, bounds of dates.</param>
/// <param name="Options">For <see cref="FieldKind.Choice"/>, <see cref="FieldKind.Several"/> and <see cref="FieldKind.Percentages"/>.</param>
/// <param name="Columns">For <see cref="FieldKind.Table"/>.</param>
/// <param name="Fact">For <see cref="FieldKind.Fact"/>: which live value is shown, such as <c>school.name</c>; frozen when the text is frozen.</param>
/// <param name="Default">Answer that a new form starts with, or null.</param>
/// <param name="Sensitivity">Never wider than its section's.</param>
/// <param name="Projects">Name of the typed column this answer is copied into when saved, or null (rules, lists and reports read it).</param>
public sealed record FieldDefinition(
    string Key,
    string Label,
    string? Hint,
    FieldKind Kind,
    bool Required,
    FieldLimits Limits,
    IReadOnlyList<FieldOption> Options,
    IReadOnlyList<FieldColumn> Columns,
    string? Fact,
    Answer? Default,
    Sensitivity Sensitivity,
    string? Projects)
{
    /// <summary>
    /// Key of the question in the version before that this one takes the place of, when it is another: renamed, moved to
    /// another section, or one of several that it was split into.
    /// </summary>
    public string? Was { get; init; }

    /// <summary>Most characters that a text answer may have.</summary>
    public int MaxLength => Limits.MaxLength ?? (Kind == FieldKind.LongText ? 1000 : FieldColumn.MaxLength);

    /// <summary>Most rows that a table may have.</summary>
    public int MaxRows => Limits.Max ?? 40;

    /// <summary>The number is one of students: a small one could point to one of them, so not everybody is told it (domain §14.1).</summary>
    public bool CountsStudents { get; init; }

    /// <summary>True when people type the answer in their own words, so a student could be named by mistake.</summary>
    public bool IsFreeText => Kind is FieldKind.Text or FieldKind.LongText;
}

/// <summary>What an answer looks like.</summary>
public enum FieldKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>A whole number, stored as invariant digits.</summary>
    Number,

    /// <summary>A day, stored as <c>2027-03-05</c>, shown as 5 March 2027.</summary>
    Date,

    /// <summary>Stored as <c>yes</c> or <c>no</c>.</summary>
    YesNo,

    /// <summary>One option, stored by its key.</summary>
    Choice,

    /// <summary>Any number of options, stored by their keys.</summary>
    Several,

    /// <summary>A whole percentage for each option; all of them together make 100.</summary>
    Percentages,

    /// <summary>Rows of short texts.</summary>
    Table,

    /// <summary>One of the school's people, stored as the contact's id and the name and position shown then.</summary>
    Contact,

    /// <summary>A fact the portal knows: shown live, never typed, frozen with the text.</summary>
    Fact,
}

/// <summary>Who may read (domain §14), widest first.</summary>
public enum Sensitivity
{
    /// <summary>The school, its assigned Police and the area.</summary>
    Partners,

    /// <summary>Named roles only; each view is logged.</summary>
    Restricted,
}

/// <summary>Bounds of an answer. Null means the kind's own default (text 200, long text 1,000 characters, 40 table rows).</summary>
/// <param name="MaxLength">Characters.</param>
/// <param name="Min">Smallest number, or fewest choices or rows.</param>
/// <param name="Max">Largest number, or most choices or rows.</param>
/// <param name="NotAfterToday">A date must not lie in the future.</param>
public sealed record FieldLimits(int? MaxLength, int? Min, int? Max, bool NotAfterToday)
{
    /// <summary>No bounds beyond the kind's own.</summary>
    public static FieldLimits None { get; } = new(null, null, null, false);
}

/// <summary>One thing to choose.</summary>
/// <param name="Key">Stored.</param>
/// <param name="Label">Shown.</param>
/// <param name="Hint">More about it, or null.</param>
public sealed record FieldOption(string Key, string Label, string? Hint)
{
    /// <summary>Its key in the version before, when it had another one there.</summary>
    public string? Was { get; init; }
}

/// <summary>One column of a table field.</summary>
/// <param name="Key">Stored.</param>
/// <param name="Label">Shown as the column's header.</param>
/// <param name="Kind">Text, Number, Date, YesNo or Choice.</param>
/// <param name="Options">For Choice.</param>
public sealed record FieldColumn(string Key, string Label, FieldKind Kind, IReadOnlyList<FieldOption> Options)
{
    /// <summary>Most characters in one cell.</summary>
    public const int MaxLength = 200;

    /// <inheritdoc cref="FieldDefinition.CountsStudents"/>
    public bool CountsStudents { get; init; }

    /// <summary>Its key in the version before, when it had another one there.</summary>
    public string? Was { get; init; }
}
