using System.Collections.Concurrent;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// The Word file that every form is written into: styles, numbering, settings, fonts and the mark, with empty places for
/// the parts that differ. Built once for each number of sections (clauses are numbered 8.1, 8.2 … within section 8).
/// </summary>
internal static class Letterhead
{
    private static readonly ConcurrentDictionary<int, PackageTemplate> BySections = new();

    /// <summary>The letterhead for a form.</summary>
    internal static PackageTemplate For(FormDefinition form) => BySections.GetOrAdd(form.Sections.Count, Build);

    /// <summary>Makes one anew; two of them are alike to the byte.</summary>
    internal static PackageTemplate Build(int sections)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            // Every relationship has an id of its own choosing; those the SDK makes up differ each time.
            var main = word.AddMainDocumentPart();
            word.ChangeIdOfPart(main, "rIdDocument");
            main.Document = new Document(new Body());
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = LetterheadStyles.Build();
            main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = Clauses(sections);
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = Settings();
            main.AddNewPart<FontTablePart>("rIdFonts").Fonts = Fonts();
            main.AddNewPart<FooterPart>("rIdFooter").Footer = new Footer();
            var header = main.AddNewPart<HeaderPart>("rIdHeader");
            header.Header = new Header();
            using var mark = typeof(Letterhead).Assembly.GetManifestResourceStream("mark.png")!;
            header.AddImagePart(ImagePartType.Png, "rIdMark").FeedData(mark);

            word.ChangeIdOfPart(word.AddCoreFilePropertiesPart(), "rIdCore");
            var custom = word.AddCustomFilePropertiesPart();
            word.ChangeIdOfPart(custom, "rIdCustom");
            custom.Properties = new Properties();
        }

        file.Position = 0;
        return PackageTemplate.Read(file, [FormParts.Body, FormParts.Header, FormParts.Footer, FormParts.Core, FormParts.Custom]);
    }

    /// <summary>One list for each section; a list's number is its section's.</summary>
    private static Numbering Clauses(int sections)
    {
        var numbers = Enumerable.Range(1, sections).ToList();
        var numbering = new Numbering();
        numbering.Append(numbers.Select(section => new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Decimal },
                new LevelText { Val = string.Create(CultureInfo.InvariantCulture, $"{section}.%1") },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(LetterheadStyles.Hanging(LetterheadStyles.Indent)))
            { LevelIndex = 0 })
        { AbstractNumberId = section }));
        numbering.Append(numbers.Select(section => new NumberingInstance(new AbstractNumId { Val = section }) { NumberID = section }));
        return numbering;
    }

    internal static Settings Settings() => new(
        new Zoom { Percent = "100" },
        new DefaultTabStop { Val = 567 },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = "en-NZ" });

    internal static Fonts Fonts() => new(
        new Font(
            new AltName { Val = "Carlito, Arial" },
            new Panose1Number { Val = "020F0502020204030204" },
            new FontFamily { Val = FontFamilyValues.Swiss },
            new Pitch { Val = FontPitchValues.Variable })
        { Name = LetterheadStyles.Font });
}
