namespace SchoolPortal.Domain.Forms;

/// <summary>What becomes of a question in the next version of its form.</summary>
public enum QuestionFate
{
    /// <summary>Asked under the same key, whatever its words.</summary>
    Kept,

    /// <summary>Asked under another key, perhaps in another section.</summary>
    Renamed,

    /// <summary>Asked for another kind of answer.</summary>
    KindChanged,

    /// <summary>Several questions take its place.</summary>
    Split,

    /// <summary>No longer asked.</summary>
    Dropped,

    /// <summary>Asked for the first time.</summary>
    Added,
}

/// <summary>A question and what becomes of it.</summary>
/// <param name="Fate">What.</param>
/// <param name="From">The question in the version before; null for one asked for the first time.</param>
/// <param name="To">The questions that take its place, in the order of the form; none for one that is dropped.</param>
/// <param name="Why">Why it is dropped, or null.</param>
public sealed record QuestionChange(QuestionFate Fate, FieldDefinition? From, IReadOnlyList<FieldDefinition> To, string? Why = null);

/// <summary>Answers in the newer version of a form, and those that its questions could not take whole, each with the section it is shown in.</summary>
/// <param name="Answers">By the newer version's keys.</param>
/// <param name="Earlier">By section key.</param>
public sealed record CarriedAnswers(Answers Answers, ILookup<string, EarlierAnswer> Earlier)
{
    /// <summary>Answers given under the version that is asked for: nothing had to be carried.</summary>
    public static CarriedAnswers AsTheyAre(Answers answers) => new(answers, Array.Empty<(string, EarlierAnswer)>().ToLookup(each => each.Item1, each => each.Item2));
}

/// <summary>
/// One version of a form and the next: which question takes the place of which, and so where each answer goes. No answer
/// disappears: it is carried, or kept as an <see cref="EarlierAnswer"/>; a version that says of a question neither is refused.
/// </summary>
public sealed class FormSuccession
{
    private readonly ILookup<string, FieldDefinition> successors;
    private readonly Dictionary<string, SectionDefinition> sectionOf;

    /// <summary>Lays two versions beside each other.</summary>
    /// <param name="from">The version before.</param>
    /// <param name="to">The next.</param>
    public FormSuccession(FormDefinition from, FormDefinition to)
    {
        From = from;
        To = to;
        successors = to.Fields().Select(place => place.Field).ToLookup(field => field.Was ?? field.Key, StringComparer.Ordinal);
        sectionOf = to.Fields().ToDictionary(place => place.Field.Key, place => place.Section, StringComparer.Ordinal);
    }

    /// <summary>The version before.</summary>
    public FormDefinition From { get; }

    /// <summary>The next.</summary>
    public FormDefinition To { get; }

    /// <summary>What becomes of each question of the version before, then what is asked for the first time, each in the order of its form.</summary>
    public IReadOnlyList<QuestionChange> Changes() =>
    [
        .. Asked(From).Select(place => ChangeOf(place.Field)),
        .. Asked(To).Where(place => IsNew(place.Field)).Select(place => new QuestionChange(QuestionFate.Added, null, [place.Field])),
    ];

    /// <summary>True for a question that takes no other's place.</summary>
    public bool IsNew(FieldDefinition asked) => asked.Kind != FieldKind.Fact && !From.Fields().Any(place => place.Field.Key == (asked.Was ?? asked.Key));

    /// <summary>Key of the one question that takes the place of a question; null when none does, or several do.</summary>
    public string? KeyAfter(string key) => successors[key].ToList() is [var only] ? only.Key : null;

    /// <summary>True for a question that another section asked before.</summary>
    public bool ComesFromElsewhere(FieldDefinition asked) =>
        From.Fields().FirstOrDefault(place => place.Field.Key == (asked.Was ?? asked.Key)).Section is { } before && before.Key != sectionOf[asked.Key].Key;

    /// <summary>Where each answer goes.</summary>
    public CarriedAnswers Carry(Answers answers)
    {
        var carried = Answers.None;
        var earlier = new List<(string Section, EarlierAnswer Answer)>();
        foreach (var (section, field) in Asked(From).Where(place => answers[place.Field.Key] is not null))
        {
            var answer = answers[field.Key]!;
            var next = successors[field.Key].ToList();
            var isWhole = false;

            // Nobody can tell which part of the answer to a split question belongs where.
            if (next is [var only])
            {
                (var taken, isWhole) = AnswerConversion.Convert(field, only, answer);
                carried = carried.With(only.Key, taken);
            }

            if (!isWhole)
            {
                var shown = next.Select(each => sectionOf[each.Key].Key).DefaultIfEmpty(SectionAfter(section).Key).Distinct(StringComparer.Ordinal);
                earlier.AddRange(shown.Select(key => (key, EarlierOf(field, answer))));
            }
        }

        return new CarriedAnswers(carried, earlier.ToLookup(each => each.Section, each => each.Answer, StringComparer.Ordinal));
    }

    /// <summary>Where answers go that were carried to the version before already.</summary>
    public CarriedAnswers Carry(CarriedAnswers before)
    {
        var carried = Carry(before.Answers);
        var earlier = before.Earlier.SelectMany(section => section.Select(answer => (Key: (To.Section(section.Key) ?? To.Sections[0]).Key, Answer: answer)));
        return carried with
        {
            Earlier = earlier.Concat(carried.Earlier.SelectMany(section => section.Select(answer => (section.Key, Answer: answer))))
                .ToLookup(each => each.Key, each => each.Answer, StringComparer.Ordinal),
        };
    }

    /// <summary>Everything that must be said or mended before the next version may be used, as sentences; none when nothing is.</summary>
    public IReadOnlyList<string> Problems() => [.. ProblemsOfForm(), .. Asked(From).SelectMany(place => ProblemsOf(place.Section, place.Field)), .. ProblemsOfWas()];

    private static IEnumerable<(SectionDefinition Section, FieldDefinition Field)> Asked(FormDefinition form) =>
        form.Fields().Where(place => place.Field.Kind != FieldKind.Fact);

    private QuestionChange ChangeOf(FieldDefinition field)
    {
        IReadOnlyList<FieldDefinition> next = [.. successors[field.Key]];
        return new QuestionChange(
            next switch
            {
                [] => QuestionFate.Dropped,
                [var only] when only.Kind != field.Kind => QuestionFate.KindChanged,
                [var only] when only.Key != field.Key => QuestionFate.Renamed,
                [_] => QuestionFate.Kept,
                _ => QuestionFate.Split,
            },
            field,
            next,
            Dropped(field)?.Why);
    }

    private EarlierAnswer EarlierOf(FieldDefinition field, Answer answer) => new(
        From.Version, field.Key, field.Label, AnswerText.Lines(field, answer), Dropped(field)?.Why, field.Sensitivity == Sensitivity.Restricted,
        field.CountsStudents || field.Columns.Any(column => column.CountsStudents));

    private DroppedQuestion? Dropped(FieldDefinition field) => To.Dropped.FirstOrDefault(dropped => dropped.Key == field.Key);

    // What is no longer asked is read where its section goes on; where that is gone too, with the first.
    private SectionDefinition SectionAfter(SectionDefinition section) =>
        To.Section(section.Key) ?? To.Sections[0];

    private IEnumerable<string> ProblemsOfForm()
    {
        if (To.Key != From.Key)
        {
            yield return $"Its key is “{To.Key}”, but the form in use is “{From.Key}”. Leave the key as it is.";
        }

        if (To.Version != From.Version + 1)
        {
            yield return $"Its version is {To.Version}, but the one in use is {From.Version}. Set “version” to {From.Version + 1}.";
        }
    }

    private IEnumerable<string> ProblemsOf(SectionDefinition section, FieldDefinition field)
    {
        var place = $"“{field.Label}” ({field.Key}, {section.Title})";
        var next = successors[field.Key].ToList();
        if (next.Count == 0 && Dropped(field) is null)
        {
            yield return $"{place} is gone, and nothing says what becomes of its answers. Name its key as “was” of the question that takes its place, or under “dropped” with the reason.";
        }

        if (next.Count == 0 && Dropped(field) is { Why.Length: 0 })
        {
            yield return $"{place} is dropped without a reason. Say why under “dropped”: those who answered it read that.";
        }

        if (next.Count > 0 && Dropped(field) is not null)
        {
            yield return $"{place} is named under “dropped”, but {next[0].Key} takes its place. Take one of the two away.";
        }

        if (field.Projects is { } projection && next.All(each => each.Projects != projection || each.Kind != field.Kind))
        {
            yield return $"{place} is read by the portal’s own rules as {projection}. Ask it on, for the same kind of answer, with “projects”: “{projection}”.";
        }

        foreach (var wider in next.Where(each => each.Sensitivity < field.Sensitivity))
        {
            yield return $"{place} is restricted, but {wider.Key}, which takes its place, is not: what was told in confidence would be shown to more people. Restrict it, or ask it anew under another key.";
        }

        foreach (var wider in next.Where(each => field.CountsStudents && !each.CountsStudents))
        {
            yield return $"{place} counts students, but {wider.Key}, which takes its place, does not say so: small numbers would be shown to more people. Set “countsStudents” there too.";
        }
    }

    private IEnumerable<string> ProblemsOfWas()
    {
        foreach (var (_, field) in Asked(To).Where(place => place.Field.Was is not null))
        {
            if (IsNew(field))
            {
                yield return $"“{field.Label}” ({field.Key}) says that it was {field.Was}, but version {From.Version} asks no such question. Correct “was”, or leave it out for a new question.";
            }
            else if (From.Fields().Any(place => place.Field.Key == field.Key))
            {
                yield return $"“{field.Label}” ({field.Key}) says that it was {field.Was}, but {field.Key} is a question of version {From.Version} too. Give it another key.";
            }
        }

        foreach (var dropped in To.Dropped.Where(dropped => From.Fields().All(place => place.Field.Key != dropped.Key)))
        {
            yield return $"“{dropped.Key}” is named under “dropped”, but version {From.Version} asks no such question. Correct the key, or take it away.";
        }
    }
}
