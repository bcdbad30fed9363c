using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Tests.Forms;

/// <summary>A small form that has every kind of field.</summary>
internal static class SampleForm
{
    private static readonly IReadOnlyList<FieldOption> Modes = [new("walk", "Walk", null), new("bus", "Bus & train", null), new("car", "Car", null)];

    internal static FormDefinition Definition { get; } = new(
        "sample-form",
        3,
        "Sample Form",
        "Puka Tauira",
        ["What this form is for."],
        [
            new("about", "About the school", "Mō te kura", "Check what the portal knows.", ["First clause.", "Second clause, with “quotes” & more."], Sensitivity.Partners, false,
            [
                Field("about.name", "School", FieldKind.Fact) with { Fact = "school.name" },
                Field("about.motto", "Motto", FieldKind.Text) with { Required = true, Hint = "One line." },
                Field("about.story", "Local story", FieldKind.LongText),
                Field("about.roll", "Students", FieldKind.Number),
                Field("about.opened-on", "Opened", FieldKind.Date),
                Field("about.boarding", "Boarding", FieldKind.YesNo) with { Sensitivity = Sensitivity.Restricted },
            ]),
            new("travel", "Getting to school", null, null, [], Sensitivity.Partners, true,
            [
                Field("travel.main", "Main way", FieldKind.Choice) with { Options = Modes },
                Field("travel.all", "All ways", FieldKind.Several) with { Options = Modes },
                Field("travel.routes", "Bus routes", FieldKind.Table) with
                {
                    Columns =
                    [
                        new("route", "Route", FieldKind.Text, []),
                        new("since", "Since", FieldKind.Date, []),
                        new("full", "Full", FieldKind.YesNo, []),
                        new("kind", "Kind", FieldKind.Choice, Modes),
                    ],
                },
                Field("travel.shares", "Shares", FieldKind.Percentages) with { Options = Modes },
            ]),
            new("people", "People", "Ngā tāngata", null, [], Sensitivity.Restricted, false,
            [
                Field("people.controller", "Bus controller", FieldKind.Contact),
                Field("people.mobile", "Mobile", FieldKind.Text) with { Sensitivity = Sensitivity.Restricted },
            ]),
        ]);

    internal static IReadOnlyDictionary<string, FactValue> Facts { get; } = FactKeys.All.ToDictionary(
        key => key,
        key => key == FactKeys.SchoolName ? new FactValue("Ōtāhuhu Primary School", "Schools directory, 25 September 2021") : new FactValue($"Text of {key}\nand its second line", null));

    internal static FormIdentity Identity { get; } = new(1404, "Ōtāhuhu Primary School", "Version 3", "3f2a91bc00112233445566778899aabbccddeeff00112233445566778899aabb");

    internal static DateOnly Date { get; } = new(2027, 3, 5);

    internal static IReadOnlyList<SignatureBlock> Signatures { get; } =
    [
        new("Principal", "Hēmi Ngāta", "Principal", "5 March 2027, 2:30pm", "I sign for the school & its board."),
        new("Area supervisor", null, null, null, null),
    ];

    internal static FormContent Content(DocumentStanding standing, Answers answers) => Content(Definition, standing, answers);

    internal static FormContent Content(FormDefinition form, DocumentStanding standing, Answers answers) => standing == DocumentStanding.Blank
        ? FormContent.BlankOf(form) with { Answers = answers }
        : new(form, answers, Facts, Identity, standing, Signatures, Date, new HashSet<string>());

    private static FieldDefinition Field(string key, string label, FieldKind kind) =>
        new(key, label, null, kind, false, FieldLimits.None, [], [], null, null, Sensitivity.Partners, null);
}
