using System.Text.RegularExpressions;

namespace SchoolPortal.Domain.Forms;

/// <summary>Refuses a definition that could not be drawn, stored or found again in a Word file.</summary>
internal static partial class FormDefinitionCheck
{
    // A Word bookmark has at most 40 characters, two of them "q_".
    private const int LongestKey = 38;

    private static readonly FieldKind[] WithOptions = [FieldKind.Choice, FieldKind.Several, FieldKind.Percentages];

    private static readonly FieldKind[] InCells =
        [FieldKind.Text, FieldKind.Number, FieldKind.Date, FieldKind.YesNo, FieldKind.Choice];

    public static void Check(FormDefinition form)
    {
        Refuse(!Word().IsMatch(form.Key), $"Form “{form.Key}”", "its key must be lower-case letters, digits and hyphens");
        Refuse(form.Version < 1, $"Form {form.Key}", "its version must be 1 or more");
        Refuse(form.Title.Length == 0, $"Form {form.Key}", "it has no title");
        Refuse(form.Sections.Count == 0, $"Form {form.Key}", "it has no sections");
        RefuseDoubles(form.Sections.Select(section => section.Key), $"Form {form.Key}", "section key");

        // Bookmarks know no dots and hyphens, so keys must differ by more than those.
        RefuseDoubles(form.Fields().Select(place => place.Field.Key.Replace('.', '-')), $"Form {form.Key}", "field key");
        RefuseDoubles(form.Fields().Select(place => place.Field.Projects).OfType<string>(), $"Form {form.Key}", "projected column");
        foreach (var section in form.Sections)
        {
            Check(form, section);
        }
    }

    private static void Check(FormDefinition form, SectionDefinition section)
    {
        var place = $"Form {form.Key}, section “{section.Key}”";
        Refuse(!Word().IsMatch(section.Key), place, "its key must be lower-case letters, digits and hyphens");
        Refuse(section.Title.Length == 0, place, "it has no title");
        Refuse(section.Fields.Count == 0 && section.Text.Count == 0, place, "it has neither fields nor text");
        foreach (var field in section.Fields)
        {
            Check(section, field, $"{place}, field “{field.Key}”");
        }
    }

    private static void Check(SectionDefinition section, FieldDefinition field, string place)
    {
        Refuse(!FieldKey().IsMatch(field.Key), place, "its key must be section.name in lower-case letters, digits and hyphens");
        Refuse(!field.Key.StartsWith(section.Key + ".", StringComparison.Ordinal), place, $"its key must start with “{section.Key}.”");
        Refuse(field.Key.Length > LongestKey, place, $"its key must have {LongestKey} characters or fewer");
        Refuse(field.Key == NothingToReportField.KeyOf(section), place, "its key is kept for saying that there is nothing to report");
        Refuse(field.Label.Length == 0, place, "it has no label");
        Refuse(field.Sensitivity < section.Sensitivity, place, "it is less restricted than its section");
        CheckOptions(field.Options, WithOptions.Contains(field.Kind), place);

        Refuse(field.Columns.Count > 0 != (field.Kind == FieldKind.Table), place, "a table needs columns, and only a table has them");
        RefuseDoubles(field.Columns.Select(column => column.Key), place, "column key");
        foreach (var column in field.Columns)
        {
            var columnPlace = $"{place}, column “{column.Key}”";
            Refuse(!Word().IsMatch(column.Key), columnPlace, "its key must be lower-case letters, digits and hyphens");
            Refuse(column.Label.Length == 0, columnPlace, "it has no label");
            Refuse(!InCells.Contains(column.Kind), columnPlace, $"a cell cannot be of kind {column.Kind}");
            CheckOptions(column.Options, column.Kind == FieldKind.Choice, columnPlace);
            Refuse(column.CountsStudents && column.Kind != FieldKind.Number, columnPlace, "only a number counts students");
        }

        Refuse(field.Fact is not null != (field.Kind == FieldKind.Fact), place, "a fact needs the name of its value, and only a fact has one");
        Refuse(field.Fact is { } fact && !FactKeys.All.Contains(fact), place, $"the portal knows no fact “{field.Fact}”");
        Refuse(field.CountsStudents && field.Kind != FieldKind.Number, place, "only a number counts students");
        Refuse(field.Limits.Min > field.Limits.Max, place, "its smallest value is above its largest");
        Refuse(field.Default is { } start && AnswerText.Lines(field, start).Count == 0, place, "its default does not fit its kind");
    }

    private static void CheckOptions(IReadOnlyList<FieldOption> options, bool expected, string place)
    {
        Refuse(options.Count > 0 != expected, place, expected ? "it offers nothing to choose: its options are missing" : "it has options, but nothing is chosen there");
        RefuseDoubles(options.Select(option => option.Key), place, "option key");
        foreach (var option in options)
        {
            Refuse(!Word().IsMatch(option.Key), place, $"option key “{option.Key}” must be lower-case letters, digits and hyphens");
            Refuse(option.Label.Length == 0, place, $"option “{option.Key}” has no label");
        }
    }

    private static void RefuseDoubles(IEnumerable<string> keys, string place, string what)
    {
        var twice = keys.GroupBy(key => key, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        Refuse(twice is not null, place, $"{what} “{twice?.Key}” is used twice");
    }

    private static void Refuse(bool isWrong, string place, string reason)
    {
        if (isWrong)
        {
            throw new FormDefinitionException($"{place}: {reason}.");
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[a-z0-9-]+\.[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FieldKey();
}
