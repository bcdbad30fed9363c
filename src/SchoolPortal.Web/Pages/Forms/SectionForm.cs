using SchoolPortal.Domain.Forms;
using Option = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>
/// A section to be filled in, as <c>_SectionFields</c> draws it inside the page's own form. It knows no route; faults come
/// from the page's model state (<see cref="PostedSection.AddProblems"/>).
/// </summary>
/// <remarks>
/// On GET: <c>SectionForm.Of(section, answers, people)</c>. On POST: <see cref="PostedSection.Read"/>; when
/// <see cref="PostedSection.MoreRowsFor"/> names a table or there are problems, draw <c>new SectionForm(section, read.Typed)</c>
/// again, else save <see cref="Answers.WithSection"/>.
/// </remarks>
/// <param name="Section">What is asked; already without what this person may not see.</param>
/// <param name="Values">What stands in the inputs: stored answers, or what was just typed.</param>
public sealed record SectionForm(SectionDefinition Section, InputValues Values)
{
    /// <summary>Said wherever something restricted is asked or shown.</summary>
    public const string Restricted =
        "Restricted: seen by the principal and Lead School Contact, the Lead Police Contact and the area supervisor, and by whoever signs it. Each view is recorded.";

    private const int MostRadios = 7;
    private const int BlankRows = 3;

    /// <summary>Whom a contact question may be answered with.</summary>
    public IReadOnlyList<ContactChoice> People { get; init; } = [];

    /// <summary>Live facts by key; one that is not here shows as not recorded.</summary>
    public IReadOnlyDictionary<string, FactValue> Facts { get; init; } = new Dictionary<string, FactValue>(StringComparer.Ordinal);

    /// <summary>Last year's answers, shown under each question, or none.</summary>
    public Answers LastYear { get; init; } = Answers.None;

    /// <summary>What to look at again without being held up (<see cref="FreeTextGuard"/>).</summary>
    public IReadOnlyList<FieldProblem> Warnings { get; init; } = [];

    /// <summary>Key of the table for which more rows were asked (<see cref="PostedSection.MoreRowsFor"/>), or null.</summary>
    public string? MoreRowsFor { get; init; }

    /// <summary>The stored answers, ready to be changed.</summary>
    public static SectionForm Of(SectionDefinition section, Answers answers, IReadOnlyList<ContactChoice> people) =>
        new(section, InputValues.Of(section, answers)) { People = PostedSection.WithStored(section, answers, people) };

    /// <summary>Everything that helps with one question, in one hint.</summary>
    public string? HintFor(FieldDefinition field)
    {
        string?[] parts =
        [
            field.Hint,
            field.Sensitivity > Section.Sensitivity ? Restricted : null,
            field.Kind == FieldKind.Contact && People.Count == 0 ? "The school has no contacts yet." : null,
            field.Kind == FieldKind.Contact ? "If the person is not listed, add them to the school’s contacts first." : null,
            field.Kind == FieldKind.Date ? "For example, 14/5/2026 or 14 May 2026." : null,
            LastYearOf(field),
            field.Kind == FieldKind.Text || (field.Kind == FieldKind.Table && field.Columns.Any(column => column.Kind == FieldKind.Text)) ? FreeTextGuard.Hint : null,
        ];
        var hint = string.Join(' ', parts.OfType<string>());
        return hint.Length == 0 ? null : hint;
    }

    /// <summary>Few choices that must be answered stand open; others fold into a list, where an answer can be taken back.</summary>
    public static bool IsRadio(FieldDefinition field) => field.Required && ChoicesOf(field).Count() <= MostRadios;

    /// <summary>What a choice or a list of people offers.</summary>
    public IEnumerable<Option> OptionsFor(FieldDefinition field) =>
        field.Kind == FieldKind.Contact
            ? People.Select(person => new Option(person.Id, AnswerText.Person(person)))
            : ChoicesOf(field);

    /// <summary>What a cell of a table offers.</summary>
    public static IEnumerable<FieldOption> OptionsFor(FieldColumn column) => AnswerText.Options(column.Kind, column.Options);

    /// <summary>Rows to draw: those filled in and some blank ones, up to the field's most.</summary>
    public int RowsFor(FieldDefinition field)
    {
        var drawn = Values.RowsOf(field);
        var isEnough = Values.WerePosted && drawn > 0 && MoreRowsFor != field.Key;
        return Math.Min(field.MaxRows, isEnough ? drawn : drawn + BlankRows);
    }

    private string? LastYearOf(FieldDefinition field)
    {
        if (LastYear[field.Key] is not { } earlier)
        {
            return null;
        }

        var inputs = InputValues.Of(Section, LastYear);
        var isSame = InputNames.All(field).All(name => inputs.All(name).SequenceEqual(Values.All(name).Where(text => text.Length > 0)));
        return isSame ? "The same as last year." : $"Last year: “{string.Join("; ", AnswerText.Lines(field, earlier))}”.";
    }

    private static IEnumerable<Option> ChoicesOf(FieldDefinition field) =>
        AnswerText.Options(field.Kind, field.Options).Select(option => new Option(option.Key, option.Label, option.Hint));
}
