using System.Globalization;

using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Testing;

/// <summary>An answer to every question, each with its question's key in it where it can have one, and what a browser posts for it.</summary>
public static class SampleAnswers
{
    public static Answers Of(SectionDefinition section, IReadOnlyList<ContactChoice> people) =>
        section.Fields.Aggregate(Answers.None, (all, field) => all.With(field.Key, Of(field, people)));

    public static IEnumerable<KeyValuePair<string, string?>> Typed(SectionDefinition section, Answers answers)
    {
        var values = InputValues.Of(section, answers);
        return values.Names.SelectMany(name => values.All(name).Select(text => new KeyValuePair<string, string?>(name, text)));
    }

    private static Answer? Of(FieldDefinition field, IReadOnlyList<ContactChoice> people) => field.Kind switch
    {
        FieldKind.Text => Answer.Of(Short(field)),
        FieldKind.LongText => Answer.Of($"Pātai {field.Key}\nand a second line"),
        FieldKind.Number => Answer.Of(((field.Limits.Min ?? 0) + 7).ToString(CultureInfo.InvariantCulture)),
        FieldKind.Date => Answer.Of("2026-05-14"),
        FieldKind.YesNo => Answer.Of("yes"),
        FieldKind.Choice => Answer.Of(field.Options[0].Key),
        FieldKind.Several => Answer.OfItems(field.Options.Take(2).Select(option => option.Key)),
        FieldKind.Percentages => Answer.OfRows([field.Options.ToDictionary(o => o.Key, o => o == field.Options[0] ? "100" : "0")]),
        FieldKind.Table => Answer.OfRows([field.Columns.ToDictionary(c => c.Key, c => Cell(field, c))]),
        FieldKind.Contact => people[0].ToAnswer(),
        _ => null,
    };

    private static string Short(FieldDefinition field) => field.MaxLength < 30 ? "8.45am" : $"Kupu {field.Key}";

    private static string Cell(FieldDefinition field, FieldColumn column) => column.Kind switch
    {
        FieldKind.Number => "12",
        FieldKind.Date => "2026-05-14",
        FieldKind.YesNo => "yes",
        FieldKind.Choice => column.Options[0].Key,
        _ => $"{field.Key} {column.Key}",
    };
}
