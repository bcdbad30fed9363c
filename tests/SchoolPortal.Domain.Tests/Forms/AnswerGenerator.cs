using System.Globalization;
using CsCheck;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Domain.Tests.Forms;

/// <summary>Makes answers that fit a field, for properties over every field of both shipped forms.</summary>
internal static class AnswerGenerator
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    public static readonly IReadOnlyList<ContactChoice> People =
    [
        new("0199a1", "Aroha Ngata", "Principal"),
        new("0199a2", "Siobhán O’Brien", "Deputy principal"),
    ];

    private static readonly Gen<string> Word = Gen.OneOfConst("Ōtāhuhu", "kura", "O’Brien & sons", "<b>", "50%", "é", "yes; no", "“quoted”", "𝄞", "12");

    private static readonly Gen<string> Line = Word.Array[1, 6].Select(words => string.Join(' ', words));

    /// <summary>An answer in stored form.</summary>
    public static Gen<Answer> Of(FieldDefinition field) => field.Kind switch
    {
        FieldKind.LongText => Line.Array[1, 4].Select(lines => Answer.Of(string.Join('\n', lines))),
        FieldKind.Several => Gen.Shuffle(field.Options.Select(option => option.Key).ToArray(), 1, Math.Min(field.Limits.Max ?? int.MaxValue, field.Options.Count))
            .Select(keys => Answer.OfItems(field.Options.Select(option => option.Key).Where(keys.Contains))),
        FieldKind.Percentages => Percentages(field),
        FieldKind.Table => Gen.Select(Gen.Int[1, Math.Min(field.MaxRows, 5)], Gen.Int).SelectMany(seed => Row(field).Array[seed.Item1]).Select(Answer.OfRows),
        FieldKind.Contact => Gen.OneOfConst(People.ToArray()).Select(person => person.ToAnswer()),
        _ => Single(field.Kind, field.Options, field.Limits).Select(Answer.Of),
    };

    /// <summary>Answers to some or all of a section's questions.</summary>
    public static Gen<Answers> Of(SectionDefinition section) =>
        section.Fields.Where(field => field.Kind != FieldKind.Fact).Aggregate(
            Gen.Const(Answers.None),
            (all, field) => Gen.Select(all, Of(field).Null(), (answers, answer) => answers.With(field.Key, answer)));

    private static Gen<Answer> Percentages(FieldDefinition field) =>
        Gen.Int[0, 100].Array[field.Options.Count - 1].Select(cuts =>
        {
            var ends = cuts.Order().Append(100).ToArray();
            var shares = field.Options.Select((option, i) => (option.Key, Share: ends[i] - (i == 0 ? 0 : ends[i - 1])));
            return Answer.OfRows([shares.ToDictionary(share => share.Key, share => share.Share.ToString(CultureInfo.InvariantCulture))]);
        });

    private static Gen<IReadOnlyDictionary<string, string>> Row(FieldDefinition field) =>
        field.Columns.Aggregate(
            Gen.Const<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>()),
            (row, column) => Gen.Select(row, Single(column.Kind, column.Options, FieldLimits.None), (cells, cell) =>
                (IReadOnlyDictionary<string, string>)new Dictionary<string, string>(cells) { [column.Key] = cell }));

    private static Gen<string> Single(FieldKind kind, IReadOnlyList<FieldOption> options, FieldLimits limits) => kind switch
    {
        FieldKind.Number => Gen.Int[limits.Min ?? 0, limits.Max ?? 9999].Select(number => number.ToString(CultureInfo.InvariantCulture)),
        FieldKind.Date => Gen.Int[0, 40_000].Select(days => new DateOnly(1910, 1, 1).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        FieldKind.YesNo => Gen.OneOfConst("yes", "no"),
        FieldKind.Choice => Gen.OneOfConst(options.Select(option => option.Key).ToArray()),
        _ => Line.Where(line => line.Length <= (limits.MaxLength ?? 200)).Select(line => line.Length <= 20 || limits.MaxLength is null or > 60 ? line : "kura"),
    };
}
