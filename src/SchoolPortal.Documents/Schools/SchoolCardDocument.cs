using SchoolPortal.Documents.Forms;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Schools;

/// <summary>A school card, or another sheet of the same kind, as a Word file in the letterhead of all forms.</summary>
public static class SchoolCardDocument
{
    private const int LabelWidth = 2400;

    /// <summary>A name to save it under: <c>school-card-1404-2027-03-05.docx</c>.</summary>
    public static string FileName(SchoolCard card) => FormattableString.Invariant($"{KeyOf(card)}-{card.SchoolNumber}-{card.Date:yyyy-MM-dd}.docx");

    /// <summary>The whole file. The same card gives the same bytes.</summary>
    public static byte[] Write(SchoolCard card)
    {
        var sensitivity = card.IsRestricted ? Sensitivity.Restricted : Sensitivity.Partners;
        var form = new FormDefinition(KeyOf(card), 1, card.Title, null, [], [new SectionDefinition("card", card.Title, null, null, [], sensitivity, false, [])]);
        var identity = new FormIdentity(card.SchoolNumber, card.SchoolName, card.MadeFor, null);
        var content = new FormContent(
            form, Answers.None, new Dictionary<string, FactValue>(), identity, DocumentStanding.Appendix, [], card.Date, new HashSet<string>());
        return PackageWriter.ToBytes(FormTemplate.LaidOut(form, word => Body(card, word)).Fill(content));
    }

    private static void Body(SchoolCard card, WordMarkup word)
    {
        word.OpenDocument();
        word.Paragraph("SchoolName"u8, FormattableString.Invariant($"{card.SchoolName}  ·  School {card.SchoolNumber}"));
        word.Paragraph("Standing"u8, card.Warning);
        word.OpenTable(card.Title, [LabelWidth, WordMarkup.TextWidth - LabelWidth]);
        foreach (var part in card.Parts)
        {
            word.OpenRow();
            word.Cell(WordMarkup.TextWidth, "ColumnHead"u8, part.Title, span: 2, shaded: true);
            word.CloseRow();
            foreach (var line in part.Lines)
            {
                word.OpenRow();
                word.OpenCell(LabelWidth, "Card"u8);
                word.Run(line.Label, "Strong"u8);
                word.CloseCell();
                word.Cell(WordMarkup.TextWidth - LabelWidth, "Card"u8, line.Text);
                word.CloseRow();
            }
        }

        word.CloseTable();
        word.CloseDocument();
    }

    private static string KeyOf(SchoolCard card) => card.Title.ToLowerInvariant().Replace(' ', '-');
}
