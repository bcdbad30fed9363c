using System.Text.Json;

namespace SchoolPortal.Domain.Forms;

/// <summary>
/// The fixed text of a form as somebody wrote it: introduction and clauses. Questions are not among it: an answer was given
/// to a question in its words, so those are changed in the definition alone.
/// </summary>
/// <param name="Introduction">Paragraphs before the first section.</param>
/// <param name="Text">Clauses by section key; a section without any may be missing.</param>
public sealed record FormWording(IReadOnlyList<string> Introduction, IReadOnlyDictionary<string, IReadOnlyList<string>> Text)
{
    /// <summary>What a form says now.</summary>
    public static FormWording Of(FormDefinition form) => new(
        form.Introduction,
        form.Sections.Where(section => section.Text.Count > 0).ToDictionary(section => section.Key, section => section.Text, StringComparer.Ordinal));

    /// <summary>The form in these words.</summary>
    /// <param name="form">The definition.</param>
    /// <param name="template">The template version that they are from.</param>
    public FormDefinition In(FormDefinition form, Guid template) => form with
    {
        Template = template,
        Introduction = Introduction,
        Sections = [.. form.Sections.Select(section => section with { Text = Text.GetValueOrDefault(section.Key) ?? [] })],
    };

    /// <summary>As JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>From JSON that <see cref="Write"/> made.</summary>
    public static FormWording Read(string json) =>
        JsonSerializer.Deserialize<FormWording>(json, JsonSerializerOptions.Web) ?? throw new FormDefinitionException("The fixed text of a template is empty.");
}

/// <summary>A place whose fixed text differs.</summary>
/// <param name="Place">As people say it: <c>Introduction</c>, or the title of a section.</param>
/// <param name="Before">The earlier text, a line for each paragraph.</param>
/// <param name="After">The later text, likewise.</param>
public sealed record WordingChange(string Place, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    /// <summary>The same, word by word.</summary>
    public IReadOnlyList<TextPiece> Words { get; } = TextDifference.Of(string.Join('\n', Before), string.Join('\n', After));

    /// <summary>What differs between two wordings of a form, from its first page to its last.</summary>
    public static IReadOnlyList<WordingChange> Between(FormDefinition before, FormDefinition after) =>
    [
        .. new[] { new WordingChange("Introduction", before.Introduction, after.Introduction) }
            .Concat(after.Sections.Select(section =>
                new WordingChange(section.Title, before.Section(section.Key)?.Text ?? [], section.Text)))
            .Where(change => !change.Before.SequenceEqual(change.After, StringComparer.Ordinal)),
    ];
}
