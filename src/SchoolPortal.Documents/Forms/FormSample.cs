using System.Globalization;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>A form filled in with made-up answers, to see what a template looks like with something in it.</summary>
public static class FormSample
{
    private const string Words = "Sample answer: whānau and kura talk it over";

    /// <summary>A draft, not signed by anybody.</summary>
    /// <param name="template">What it is written into.</param>
    /// <param name="signedBy">Who would sign it, in order.</param>
    public static FormContent Of(FormTemplate template, IEnumerable<string> signedBy) => new(
        template.Form,
        template.Form.Fields().Aggregate(Answers.None, (all, place) => all.With(place.Field.Key, AnswerTo(place.Field))),
        FactKeys.All.ToDictionary(key => key, FactOf, StringComparer.Ordinal),
        new FormIdentity(9999, "Te Kura Tauira (sample school)", "Version 1", null),
        DocumentStanding.Draft,
        [.. signedBy.Select(role => new SignatureBlock(role, null, null, null, null))],
        Date: null,
        new HashSet<string>())
    {
        Template = template,
    };

    /// <summary>The same, signed by all.</summary>
    public static FormContent Signed(FormContent sample) => sample with
    {
        Standing = DocumentStanding.FullySigned,
        Date = new DateOnly(2027, 3, 5),
        Signatures = [.. sample.Signatures.Select(signature => signature with { Name = "Aroha Tauira", Position = signature.Role, When = "5 March 2027, 2:30pm", Statement = "Sample of the statement that is signed." })],
    };

    private static FactValue FactOf(string key) => key switch
    {
        FactKeys.SchoolName => new("Te Kura Tauira (sample school)", "Schools directory"),
        FactKeys.SchoolNumber => new("9999", null),
        _ => new("Sample of what the portal knows", null),
    };

    private static Answer? AnswerTo(FieldDefinition field) => field.Kind switch
    {
        FieldKind.LongText => Answer.Of($"{Cut(Words, field.MaxLength / 2)}\n{Cut("A second line", field.MaxLength / 3)}"),
        FieldKind.Several => Answer.OfItems(field.Options.Take(Math.Min(field.Limits.Max ?? 2, 2)).Select(option => option.Key)),
        FieldKind.Percentages => Answer.OfRows([field.Options.Select((option, i) => (option.Key, Share: i == 0 ? "100" : "0")).ToDictionary(pair => pair.Key, pair => pair.Share)]),
        FieldKind.Table => Answer.OfRows(Enumerable.Range(1, Math.Min(2, field.MaxRows)).Select(_ =>
            field.Columns.ToDictionary(column => column.Key, column => Single(column.Kind, column.Options, FieldLimits.None, FieldColumn.MaxLength)))),
        FieldKind.Contact => new ContactChoice("sample", "Aroha Tauira", "sample position").ToAnswer(),
        FieldKind.Fact => null,
        _ => Answer.Of(Single(field.Kind, field.Options, field.Limits, field.MaxLength)),
    };

    private static string Single(FieldKind kind, IReadOnlyList<FieldOption> options, FieldLimits limits, int room) => kind switch
    {
        FieldKind.Number => (limits.Min ?? limits.Max ?? 12).ToString(CultureInfo.InvariantCulture),
        FieldKind.Date => "2027-03-05",
        FieldKind.YesNo => "yes",
        FieldKind.Choice => options[0].Key,
        _ => Cut(Words, room),
    };

    private static string Cut(string text, int room) => text.Length <= room ? text : text[..room];
}
