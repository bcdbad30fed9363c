using System.Globalization;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Tests.Forms;

/// <summary>Answers to any form, made from its definition: plain ones, hostile ones, long ones.</summary>
internal static class SampleAnswers
{
    /// <summary>Names of the kinds, for test data.</summary>
    internal static IReadOnlyList<string> Kinds { get; } = ["none", "full", "hostile", "long"];

    /// <summary>Text that has broken other writers: markup, control characters, four-byte characters, Hebrew, macrons, lone surrogates.</summary>
    internal const string Hostile = "O'Brien & <sons> ]]> \u0001\u0008\uFFFE \uD83D\uDE0A שרה כהן MĀORI āēīōū \"q\" \uD800 &amp; {x}";

    /// <summary>The same as it should be read again.</summary>
    internal const string HostileRead = "O'Brien & <sons> ]]>  \uD83D\uDE0A שרה כהן MĀORI āēīōū \"q\"  &amp; {x}";

    private static readonly string Long = string.Join(' ', Enumerable.Repeat("Whānau wait by the gate until three.", 120));

    internal static Answers Of(FormDefinition form, string kind) => kind switch
    {
        "none" => Answers.None,
        "full" => Fill(form, "Ka pai te mahi", "First line\nSecond line\n\nFourth line", 2),
        "hostile" => Fill(form, Hostile, Hostile + "\r\n" + Hostile + "\n\tindented", 3),
        "long" => Fill(form, Long[..200], Long, 40),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static Answers Fill(FormDefinition form, string text, string longText, int rows) =>
        form.Fields().Aggregate(Answers.None, (all, place) => all.With(place.Field.Key, Fill(place.Field, text, longText, rows)));

    private static Answer? Fill(FieldDefinition field, string text, string longText, int rows) => field.Kind switch
    {
        FieldKind.Text => Answer.Of(text),
        FieldKind.LongText => Answer.Of(longText),
        FieldKind.Number => Answer.Of("412"),
        FieldKind.Date => Answer.Of("2027-03-05"),
        FieldKind.YesNo => Answer.Of("no"),
        FieldKind.Choice => Answer.Of(field.Options[^1].Key),
        FieldKind.Several => Answer.OfItems(field.Options.Where((_, i) => i % 2 == 0).Select(o => o.Key)),
        FieldKind.Percentages => Answer.OfRows([field.Options.ToDictionary(o => o.Key, o => o == field.Options[0] ? "100" : "0")]),
        FieldKind.Table => Answer.OfRows(Enumerable.Range(1, rows).Select(n => Row(field, text, n))),
        FieldKind.Contact => Answer.OfRows([new Dictionary<string, string> { ["id"] = "7", ["name"] = text, ["position"] = "Deputy principal" }]),
        FieldKind.Fact => null,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Kind, null),
    };

    private static Dictionary<string, string> Row(FieldDefinition field, string text, int number) =>
        field.Columns.ToDictionary(c => c.Key, c => c.Kind switch
        {
            FieldKind.Number => number.ToString(CultureInfo.InvariantCulture),
            FieldKind.Date => "2026-12-01",
            FieldKind.YesNo => "yes",
            FieldKind.Choice => c.Options[0].Key,
            _ => $"{number} {text}",
        });
}
