using DocumentFormat.OpenXml.Wordprocessing;

using SchoolPortal.Documents.Forms;

namespace SchoolPortal.Documents.Public;

/// <summary>The looks of hand-outs: those of all forms, with lists and diagrams.</summary>
internal static class HandOutStyles
{
    /// <summary>The list of dots; numbered lists come after it, one each, so that each begins at one.</summary>
    internal const int Dots = 1;

    private const string White = "FFFFFF";

    internal static Styles Build()
    {
        var styles = LetterheadStyles.Build();
        styles.Append(
            LetterheadStyles.Paragraph("ListBullet", "List Bullet", LetterheadStyles.Spaced(0, 60)),
            LetterheadStyles.Paragraph("ListNumber", "List Number", LetterheadStyles.Spaced(0, 60)),
            LetterheadStyles.Paragraph("DiagramName", "Diagram Name", Centred(60, 0), LetterheadStyles.Letters(22, White, bold: true)),
            LetterheadStyles.Paragraph("DiagramText", "Diagram Text", Centred(0, 60), LetterheadStyles.Letters(20, White)),
            LetterheadStyles.Paragraph("DiagramArrow", "Diagram Arrow", Centred(60, 60), LetterheadStyles.Letters(28, "123A5E", bold: true)),
            LetterheadStyles.Character("Emphasis", "Emphasis", new StyleRunProperties { Italic = new Italic() }),
            LetterheadStyles.Character("Hyperlink", "Hyperlink", new StyleRunProperties { Color = new Color { Val = "0B5A94" }, Underline = new Underline { Val = UnderlineValues.Single } }));
        return styles;
    }

    /// <summary>Dots, and as many numbered lists as are wanted.</summary>
    internal static Numbering Lists(int numbered)
    {
        var numbering = new Numbering();
        numbering.Append(Enumerable.Range(Dots, numbered + 1).Select(list => new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = list == Dots ? NumberFormatValues.Bullet : NumberFormatValues.Decimal },
                new LevelText { Val = list == Dots ? "•" : "%1." },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(LetterheadStyles.Hanging(360)))
            { LevelIndex = 0 })
        { AbstractNumberId = list }));
        numbering.Append(Enumerable.Range(Dots, numbered + 1).Select(list => new NumberingInstance(new AbstractNumId { Val = list }) { NumberID = list }));
        return numbering;
    }

    private static StyleParagraphProperties Centred(int before, int after)
    {
        var layout = LetterheadStyles.KeptWithNext(before, after);
        layout.Justification = new Justification { Val = JustificationValues.Center };
        return layout;
    }
}
