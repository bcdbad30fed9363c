using System.Globalization;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Tests.Forms;

namespace SchoolPortal.Documents.Tests.Forms;

/// <summary>An answer within the rules to every question of a form, with everything in it that a writer could spoil.</summary>
internal static class ValidAnswers
{
    internal static Answers To(FormDefinition form) => form.Fields()
        .Where(place => place.Field.Kind != FieldKind.Fact)
        .Aggregate(Answers.None, (all, place) => all.With(place.Field.Key, To(place.Field)));

    private static Answer To(FieldDefinition field) => field.Kind switch
    {
        FieldKind.LongText => Answer.Of("Ngā mihi ki a koutou\nSecond line, with <b> & “quotes”\n\nAfter a blank line: tēnā koe 𝄞"),
        FieldKind.Several => Answer.OfItems(field.Options.Take(Math.Max(1, Math.Min(field.Limits.Max ?? 2, 2))).Select(option => option.Key)),
        FieldKind.Percentages => Answer.OfRows([field.Options.Select((option, i) => (option.Key, Share: i == 0 ? "60" : i == 1 ? "40" : "0")).ToDictionary(pair => pair.Key, pair => pair.Share)]),
        FieldKind.Table => Answer.OfRows(Enumerable.Range(1, Math.Max(2, field.Limits.Min ?? 0)).Select(row => field.Columns.ToDictionary(
            column => column.Key,
            column => column.Kind == FieldKind.Text ? $"{column.Label} {row} & Ō" : Single(column.Kind, column.Options, FieldLimits.None, 200)))),
        FieldKind.Contact => AnswerGenerator.People[1].ToAnswer(),
        _ => Answer.Of(Single(field.Kind, field.Options, field.Limits, field.MaxLength)),
    };

    private static string Single(FieldKind kind, IReadOnlyList<FieldOption> options, FieldLimits limits, int room) => kind switch
    {
        FieldKind.Number => (limits.Min ?? 12).ToString(CultureInfo.InvariantCulture),
        FieldKind.Date => "2025-03-05",
        FieldKind.YesNo => "yes",
        FieldKind.Choice => options[^1].Key,
        _ => "Ōtāhuhu & <kura> “9”"[..Math.Min(room, 20)].Trim(),
    };
}
