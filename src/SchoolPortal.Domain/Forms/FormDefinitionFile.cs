using System.Text.Json;
using System.Text.Json.Serialization;

namespace SchoolPortal.Domain.Forms;

/// <summary>A definition was refused; the message is a sentence that names the place.</summary>
public sealed class FormDefinitionException(string message, Exception? because = null) : Exception(message, because);

/// <summary>
/// Reads a form definition from its JSON file. What a person may leave out is filled in here (no hint, no options,
/// sensitivity of the section); what is wrong is refused with a <see cref="FormDefinitionException"/>.
/// </summary>
public static class FormDefinitionFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The definition, complete and checked.</summary>
    public static FormDefinition Read(string json)
    {
        FormLine? form;
        try
        {
            form = JsonSerializer.Deserialize<FormLine>(json, Json);
        }
        catch (JsonException broken)
        {
            throw new FormDefinitionException(
                $"The form definition cannot be read at line {broken.LineNumber + 1} ({broken.Path ?? "its start"}): a name, a value, a comma or a bracket there is not as it must be. Compare the place with a definition that is in use.",
                broken);
        }

        var definition = Complete(form ?? throw new FormDefinitionException("The form definition is empty."));
        FormDefinitionCheck.Check(definition);
        return definition;
    }

    private static FormDefinition Complete(FormLine form) =>
        new(form.Key ?? "", form.Version, form.Title ?? "", form.TitleMi, form.Introduction ?? [], [.. (form.Sections ?? []).Select(Complete)])
        {
            Dropped = [.. (form.Dropped ?? []).Select(dropped => new DroppedQuestion(dropped.Key ?? "", dropped.Why ?? ""))],
        };

    private static SectionDefinition Complete(SectionLine section)
    {
        var sensitivity = section.Sensitivity ?? Sensitivity.Partners;
        return new(
            section.Key ?? "",
            section.Title ?? "",
            section.TitleMi,
            section.Help,
            section.Text ?? [],
            sensitivity,
            section.MayBeNothing,
            [.. (section.Fields ?? []).Select(field => Complete(field, sensitivity))])
        {
            ConfirmedEachTerm = section.ConfirmedEachTerm,
        };
    }

    private static FieldDefinition Complete(FieldLine field, Sensitivity ofSection) =>
        new(
            field.Key ?? "",
            field.Label ?? "",
            field.Hint,
            field.Kind ?? throw new FormDefinitionException($"Field {field.Key} has no kind. Give it one of: {string.Join(", ", Enum.GetNames<FieldKind>().Select(JsonNamingPolicy.CamelCase.ConvertName))}."),
            field.Required,
            field.Limits is { } limits ? new FieldLimits(limits.MaxLength, limits.Min, limits.Max, limits.NotAfterToday) : FieldLimits.None,
            Options(field.Options),
            [.. (field.Columns ?? []).Select(Complete)],
            field.Fact,
            Default(field),
            field.Sensitivity ?? ofSection,
            field.Projects)
        {
            CountsStudents = field.CountsStudents,
            Was = field.Was,
        };

    private static FieldColumn Complete(ColumnLine column) =>
        new(column.Key ?? "", column.Label ?? "", column.Kind ?? FieldKind.Text, Options(column.Options))
        {
            CountsStudents = column.CountsStudents,
            Was = column.Was,
        };

    private static Answer? Default(FieldLine field)
    {
        try
        {
            return field.Default is { } value ? AnswersJson.Read(value) : null;
        }
        catch (JsonException broken)
        {
            throw new FormDefinitionException($"Field {field.Key} has a default that is not an answer. {broken.Message}", broken);
        }
    }

    private static IReadOnlyList<FieldOption> Options(IReadOnlyList<OptionLine>? options) =>
        [.. (options ?? []).Select(option => new FieldOption(option.Key ?? "", option.Label ?? "", option.Hint) { Was = option.Was })];

    private sealed record FormLine(
        string? Key, int Version, string? Title, string? TitleMi, IReadOnlyList<string>? Introduction, IReadOnlyList<SectionLine>? Sections,
        IReadOnlyList<DroppedLine>? Dropped);

    private sealed record DroppedLine(string? Key, string? Why);

    private sealed record SectionLine(
        string? Key,
        string? Title,
        string? TitleMi,
        string? Help,
        IReadOnlyList<string>? Text,
        Sensitivity? Sensitivity,
        bool MayBeNothing,
        bool ConfirmedEachTerm,
        IReadOnlyList<FieldLine>? Fields);

    private sealed record FieldLine(
        string? Key,
        string? Was,
        string? Label,
        string? Hint,
        FieldKind? Kind,
        bool Required,
        LimitsLine? Limits,
        IReadOnlyList<OptionLine>? Options,
        IReadOnlyList<ColumnLine>? Columns,
        string? Fact,
        JsonElement? Default,
        Sensitivity? Sensitivity,
        string? Projects,
        bool CountsStudents);

    private sealed record LimitsLine(int? MaxLength, int? Min, int? Max, bool NotAfterToday);

    private sealed record OptionLine(string? Key, string? Was, string? Label, string? Hint);

    private sealed record ColumnLine(string? Key, string? Was, string? Label, FieldKind? Kind, IReadOnlyList<OptionLine>? Options, bool CountsStudents);
}
