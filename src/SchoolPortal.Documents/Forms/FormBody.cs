using System.Globalization;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// Lays a form out as the body of its standard template. Every answer is a table row of label, answer and key: the bookmark
/// round the label and the key in plain sight are how the row is found again after any writer has saved the file; content
/// controls are only a comfort while it is being filled in.
/// </summary>
/// <param name="form">The form.</param>
/// <param name="compared">A comparison shows a table as lines, as the page does: tracked rows do not come through every writer.</param>
/// <param name="word">Where it is written.</param>
internal sealed class FormBody(FormDefinition form, bool compared, WordMarkup word)
{
    private const int LabelWidth = 3150;
    private const int KeyWidth = 1450;
    private const int AnswerWidth = WordMarkup.TextWidth - LabelWidth - KeyWidth;

    internal void Write()
    {
        word.OpenDocument();
        TitleBlock();
        foreach (var section in form.Sections)
        {
            word.Mark(TemplateMark.Section, section.Key);
            Section(section);
            word.Mark(TemplateMark.End);
        }

        Signatures();
        AboutThisFile();
        word.CloseDocument();
    }

    private void TitleBlock()
    {
        word.Mark(TemplateMark.School);
        word.OpenParagraph("SchoolName"u8);
        word.PlaceOf(TemplateTexts.School);
        word.PlaceOf(TemplateTexts.SchoolNumber, "Quiet"u8);
        word.CloseParagraph();
        word.Mark(TemplateMark.End);

        word.Paragraph("Title"u8, form.Title);
        if (form.TitleMi is { } titleMi)
        {
            word.OpenParagraph("Subtitle"u8);
            word.Run(titleMi, "TeReo"u8);
            word.CloseParagraph();
        }

        word.OpenParagraph("Standing"u8);
        word.PlaceOf(TemplateTexts.Standing, "Strong"u8);
        word.CloseParagraph();
        word.Mark(TemplateMark.LeftOut);
        foreach (var paragraph in form.Introduction)
        {
            Guidance("Introduction"u8, paragraph);
        }

        Guidance("Help"u8, "Write in the middle column and leave the small grey keys on the right as they are: the portal finds each answer by them. Do not name students or describe a case.");
    }

    private void Section(SectionDefinition section)
    {
        var number = form.NumberOf(section);
        word.OpenParagraph("Heading1"u8);
        word.Mark(TemplateMark.Anchor, RowNames.HeadingBookmark(section.Key));
        word.Run(number.ToString(CultureInfo.InvariantCulture));
        word.Tab();
        word.Run(section.Title);
        word.Mark(TemplateMark.End);
        MarkRestricted(section.Sensitivity == Sensitivity.Restricted);
        if (section.TitleMi is { } titleMi)
        {
            word.LineBreak();
            word.Run(titleMi, "TeReo"u8);
        }

        word.CloseParagraph();
        if (section.Help is { } help)
        {
            Guidance("Help"u8, help);
        }

        foreach (var clause in section.Text)
        {
            word.OpenNumbered("Clause"u8, number);
            word.Run(clause);
            word.CloseParagraph();
        }

        word.Mark(TemplateMark.NothingToReport, section.Key);
        Fields(section);
    }

    private void Fields(SectionDefinition section)
    {
        var inTable = false;
        foreach (var field in section.Fields)
        {
            if (field.Kind == FieldKind.Table && !compared)
            {
                if (inTable)
                {
                    CloseQuestions();
                    inTable = false;
                }

                RowsOf(section, field);
                continue;
            }

            if (!inTable)
            {
                OpenQuestions(section.Title);
                inTable = true;
            }

            Row(section, field);
        }

        if (inTable)
        {
            CloseQuestions();
        }
    }

    private void OpenQuestions(string title)
    {
        word.Mark(TemplateMark.Questions);
        OpenAnswers(title);
    }

    private void CloseQuestions()
    {
        word.CloseTable();
        word.Mark(TemplateMark.End);
    }

    private void OpenAnswers(string title)
    {
        word.OpenTable(title, [LabelWidth, AnswerWidth, KeyWidth]);
        word.OpenHeaderRow();
        word.Cell(LabelWidth, "ColumnHead"u8, "Question", shaded: true);
        word.Cell(AnswerWidth, "ColumnHead"u8, "Answer", shaded: true);
        word.Cell(KeyWidth, "ColumnHead"u8, RowNames.KeyHead, shaded: true);
        word.CloseRow();
    }

    private void Row(SectionDefinition section, FieldDefinition field)
    {
        word.Mark(TemplateMark.Question, field.Key);
        word.OpenRow(field.Kind == FieldKind.LongText ? field.Key : null);
        LabelOf(section, field, LabelWidth);
        word.OpenCell(AnswerWidth, AnswerCells.StyleOf(field));
        word.Mark(TemplateMark.Answer, field.Key);
        word.CloseCell();
        word.Cell(KeyWidth, "Key"u8, field.Key);
        word.CloseRow();
        word.Mark(TemplateMark.End);
    }

    private void LabelOf(SectionDefinition section, FieldDefinition field, int width, int span = 1)
    {
        word.OpenCell(width, "Label"u8, span);
        word.Bookmarked(RowNames.Bookmark(field.Key), field.Label);
        MarkRestricted(field.Sensitivity == Sensitivity.Restricted && section.Sensitivity != Sensitivity.Restricted);
        if (field.Required)
        {
            word.Mark(TemplateMark.Guidance);
            word.Run(RowNames.Needed, "Quiet"u8);
            word.Mark(TemplateMark.End);
        }

        word.CloseParagraph();
        if (field.Hint is { } hint)
        {
            Guidance("Hint"u8, hint);
        }

        word.Mark(TemplateMark.Notes, field.Key);
        word.CloseCellAfterParagraph();
    }

    private void MarkRestricted(bool restricted)
    {
        if (restricted)
        {
            word.Run(" (restricted)", "Quiet"u8);
        }
    }

    private void Guidance(ReadOnlySpan<byte> style, string text)
    {
        word.Mark(TemplateMark.Guidance);
        word.Paragraph(style, text);
        word.Mark(TemplateMark.End);
    }

    /// <summary>A table field: its label and key in the first row, its columns in the second, one row an item.</summary>
    private void RowsOf(SectionDefinition section, FieldDefinition field)
    {
        var columns = field.Columns;
        var width = (WordMarkup.TextWidth - KeyWidth) / columns.Count;
        var widths = new int[columns.Count + 1];
        Array.Fill(widths, width);
        widths[0] = WordMarkup.TextWidth - KeyWidth - (width * (columns.Count - 1));
        widths[^1] = KeyWidth;

        word.Mark(TemplateMark.Question, field.Key);
        word.OpenTable(field.Label, widths);
        word.OpenHeaderRow();
        LabelOf(section, field, WordMarkup.TextWidth - KeyWidth, span: columns.Count);
        word.Cell(KeyWidth, "Key"u8, field.Key);
        word.CloseRow();

        word.OpenHeaderRow();
        for (var i = 0; i < columns.Count; i++)
        {
            word.Cell(widths[i], "ColumnHead"u8, columns[i].Label, shaded: true);
        }

        word.Cell(KeyWidth, "ColumnHead"u8, RowNames.KeyHead, shaded: true);
        word.CloseRow();

        word.Mark(TemplateMark.Items, field.Key);
        word.OpenRow();
        for (var i = 0; i < columns.Count; i++)
        {
            word.OpenCell(widths[i], "Answer"u8);
            word.Mark(TemplateMark.Cell, i.ToString(CultureInfo.InvariantCulture));
            word.CloseCell();
        }

        word.OpenCell(KeyWidth, "Key"u8);
        word.Mark(TemplateMark.ItemKey);
        word.CloseCell();
        word.CloseRow();
        word.Mark(TemplateMark.End);
        word.CloseTable();
        word.Mark(TemplateMark.End);
    }

    private void Signatures()
    {
        ReadOnlySpan<int> widths = [2100, 2638, 2000, 2900];
        string[] heads = ["Role", "Name and position", "When", "Statement"];
        word.Mark(TemplateMark.Signatures);
        OwnHeading(RowNames.SignaturesHeading, RowNames.SignaturesTitle);
        word.OpenTable("Signatures", widths);
        word.OpenHeaderRow();
        for (var i = 0; i < heads.Length; i++)
        {
            word.Cell(widths[i], "ColumnHead"u8, heads[i], shaded: true);
        }

        word.CloseRow();
        word.Mark(TemplateMark.Signature);
        word.OpenRow(roomFor: "");
        foreach (var cell in Enum.GetValues<SignatureCell>())
        {
            word.OpenCell(widths[(int)cell], cell switch { SignatureCell.Role => "Label"u8, SignatureCell.Statement => "Statement"u8, _ => "Answer"u8 });
            word.Mark(TemplateMark.SignatureCell, cell.ToString());
            word.CloseCell();
        }

        word.CloseRow();
        word.Mark(TemplateMark.End);
        word.CloseTable();
        word.Mark(TemplateMark.End);
    }

    /// <summary>The file's identity in plain sight, because some writers drop document properties.</summary>
    private void AboutThisFile()
    {
        OwnHeading(RowNames.AboutHeading, RowNames.AboutTitle);
        OpenAnswers(RowNames.AboutTitle);
        word.OpenRow();
        word.OpenCell(LabelWidth, "Label"u8);
        word.Bookmarked(RowNames.Bookmark(FormIdentityText.Key), "Made by School Portal from");
        word.CloseCell();
        word.OpenCell(AnswerWidth, "Statement"u8);
        word.RunOf(TemplateTexts.Identity);
        word.CloseCell();
        word.Cell(KeyWidth, "Key"u8, FormIdentityText.Key);
        word.CloseRow();
        word.CloseTable();
    }

    private void OwnHeading(string key, string title)
    {
        word.OpenParagraph("Heading2"u8);
        word.Mark(TemplateMark.Anchor, RowNames.HeadingBookmark(key));
        word.Run(title);
        word.Mark(TemplateMark.End);
        word.CloseParagraph();
    }
}
