using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// The looks of every form: the portal's colours, Calibri, real headings. Sizes are in half points, distances in
/// twentieths of a point, as Word has them.
/// </summary>
internal static class LetterheadStyles
{
    internal const string Font = "Calibri";

    /// <summary>One centimetre: where the text of headings and clauses begins, after their number.</summary>
    internal const int Indent = 567;

    private const int TickIndent = 270;

    private const string Brand = "123A5E";
    private const string Ink = "16202A";
    private const string Quiet = "4A5863";
    private const string Prompt = "66727B";
    private const string Line = "CCD6DD";
    private const string StrongLine = "9FB6C6";
    private const string Surface = "EEF3F6";
    private const string Kowhai = "FFC83D";

    internal static Styles Build() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle
            {
                RunFonts = new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
                Color = new Color { Val = Ink },
                FontSize = new FontSize { Val = "21" },
                FontSizeComplexScript = new FontSizeComplexScript { Val = "21" },
                Languages = new Languages { Val = "en-NZ", EastAsia = "en-NZ", Bidi = "ar-SA" },
            }),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle
            {
                SpacingBetweenLines = Spacing(0, 0),
            })),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Paragraph("BodyText", "Body Text", Spaced(0, 120)),
        Paragraph("Introduction", "Introduction", Spaced(0, 120)),
        Paragraph("SchoolName", "School Name", Spaced(0, 60), Letters(26, Ink, bold: true)),
        Paragraph("Title", "Title", KeptWithNext(0, 0), Letters(52, Brand, bold: true)),
        Paragraph("Subtitle", "Subtitle", KeptWithNext(0, 0), Letters(30, Quiet)),
        Paragraph("Standing", "Standing", StandingBox()),
        Heading(1, 400, 100, 30),
        Heading(2, 320, 80, 24),
        Paragraph("Help", "Help", KeptWithNext(0, 120), Letters(20, Quiet)),
        Paragraph("Clause", "Clause", Hung(0, 100, Indent)),
        Paragraph("ColumnHead", "Column Head", KeptWithNext(30, 30), Letters(17, Brand, bold: true)),
        Paragraph("Label", "Label", Spaced(40, 40), Letters(20, Ink, bold: true)),
        Paragraph("Hint", "Hint", Spaced(0, 40), Letters(17, Quiet)),
        Paragraph("Source", "Source", Spaced(0, 40), Letters(17, Quiet)),
        // Inside a table LibreOffice lets the document's default letters win over a run's style unless the paragraph's style names its own.
        Paragraph("Answer", "Answer", Spaced(40, 40), Letters(21, Ink)),
        Paragraph("TickLine", "Tick Line", Hung(20, 20, TickIndent), Letters(21, Ink)),
        Paragraph("ShareLine", "Share Line", Spaced(20, 20), Letters(21, Ink)),
        Paragraph("Statement", "Statement", Spaced(40, 40), Letters(18, Ink)),
        Paragraph("Card", "Card", Spaced(20, 20), Letters(17, Ink)),
        Paragraph("Key", "Key", Spaced(50, 40), Letters(13, Quiet)),
        Paragraph("Gap", "Gap", Gap(), Letters(8, Ink)),
        Paragraph("Header", "header", HeaderLine(), Letters(18, Brand, bold: true)),
        Paragraph("Footer", "footer", FooterLine(), Letters(16, Quiet)),
        Character("Strong", "Strong", new StyleRunProperties { Bold = new Bold() }),
        Character("Quiet", "Quiet", Plain(Quiet)),
        Character("TeReo", "Te Reo", TeReo()),
        Character("Prompt", "Prompt", new StyleRunProperties { Color = new Color { Val = Prompt } }),
        Character("Tick", "Tick", new StyleRunProperties
        {
            RunFonts = new RunFonts { Ascii = "MS Gothic", HighAnsi = "MS Gothic", EastAsia = "MS Gothic" },
        }),
        FormTable());

    internal static Style Paragraph(string id, string name, StyleParagraphProperties layout, StyleRunProperties? letters = null)
    {
        var style = new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), layout)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = char.IsLower(name[0]) || name is "Title" or "Subtitle" or "Body Text" ? null : true,
        };
        if (letters is not null)
        {
            style.Append(letters);
        }

        return style;
    }

    private static Style Heading(int level, int before, int after, int size)
    {
        var layout = KeptWithNext(before, after);
        layout.Indentation = level == 1 ? Hanging(Indent) : null;
        layout.OutlineLevel = new OutlineLevel { Val = level - 1 };
        var number = level.ToString(CultureInfo.InvariantCulture);
        return Paragraph($"Heading{number}", $"heading {number}", layout, Letters(size, Brand, bold: true));
    }

    internal static Style Character(string id, string name, StyleRunProperties letters) =>
        new(new StyleName { Val = name }, letters) { Type = StyleValues.Character, StyleId = id, CustomStyle = true };

    internal static StyleRunProperties Letters(int halfPoints, string colour, bool bold = false)
    {
        var size = halfPoints.ToString(CultureInfo.InvariantCulture);
        return new StyleRunProperties
        {
            Bold = bold ? new Bold() : null,
            Color = new Color { Val = colour },
            FontSize = new FontSize { Val = size },
            FontSizeComplexScript = new FontSizeComplexScript { Val = size },
        };
    }

    private static StyleRunProperties Plain(string colour) => new()
    {
        Bold = new Bold { Val = false },
        Color = new Color { Val = colour },
        FontSize = new FontSize { Val = "20" },
    };

    private static StyleRunProperties TeReo() => new()
    {
        Bold = new Bold { Val = false },
        Color = new Color { Val = Quiet },
        Languages = new Languages { Val = "mi-NZ" },
    };

    /// <summary>The first line begins that much to the left of the others.</summary>
    internal static Indentation Hanging(int by)
    {
        var distance = by.ToString(CultureInfo.InvariantCulture);
        return new Indentation { Left = distance, Hanging = distance };
    }

    private static SpacingBetweenLines Spacing(int before, int after) => new()
    {
        Before = before.ToString(CultureInfo.InvariantCulture),
        After = after.ToString(CultureInfo.InvariantCulture),
        Line = "259",
        LineRule = LineSpacingRuleValues.Auto,
    };

    internal static StyleParagraphProperties Spaced(int before, int after) => new() { SpacingBetweenLines = Spacing(before, after) };

    internal static StyleParagraphProperties KeptWithNext(int before, int after) => new()
    {
        KeepNext = new KeepNext(),
        KeepLines = new KeepLines(),
        SpacingBetweenLines = Spacing(before, after),
    };

    private static StyleParagraphProperties StandingBox() => new()
    {
        ParagraphBorders = new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 36, Space = 8, Color = Kowhai }),
        Shading = new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Surface },
        SpacingBetweenLines = Spacing(200, 200),
        Indentation = new Indentation { Left = "200" },
    };

    private static StyleParagraphProperties Hung(int before, int after, int by) => new()
    {
        SpacingBetweenLines = Spacing(before, after),
        Indentation = Hanging(by),
    };

    private static StyleParagraphProperties Gap() => new()
    {
        SpacingBetweenLines = new SpacingBetweenLines { Before = "0", After = "0", Line = "120", LineRule = LineSpacingRuleValues.Exact },
    };

    private static StyleParagraphProperties HeaderLine() => new()
    {
        ParagraphBorders = new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 8, Space = 4, Color = Brand }),
        Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = WordMarkup.TextWidth }),
    };

    private static StyleParagraphProperties FooterLine() => new()
    {
        ParagraphBorders = new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 4, Space = 4, Color = StrongLine }),
        Tabs = new Tabs(
            new TabStop { Val = TabStopValues.Center, Position = WordMarkup.TextWidth / 2 },
            new TabStop { Val = TabStopValues.Right, Position = WordMarkup.TextWidth }),
    };

    private static Style FormTable() => new(
        new StyleName { Val = "Form Table" },
        new StyleTableProperties(
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 8, Space = 0, Color = Brand },
                new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 0, Color = StrongLine },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Space = 0, Color = Line },
                new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Space = 0, Color = Line }),
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })))
    {
        Type = StyleValues.Table,
        StyleId = "FormTable",
    };
}
