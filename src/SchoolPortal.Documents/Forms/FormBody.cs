using System.Globalization;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// Lays a form out as the body of a Word file. Every answer is a table row of label, answer and key: the bookmark round
/// the label and the key in plain sight are how the row is found again after any writer has saved the file; content
/// controls are only a comfort while it is being filled in.
/// </summary>
internal sealed class FormBody(FormContent content, WordMarkup word)
{
    private const int LabelWidth = 3150;
    private const int KeyWidth = 1450;
    private const int AnswerWidth = WordMarkup.TextWidth - LabelWidth - KeyWidth;

    /// <summary>Rows without a key at the foot of a table that may still grow.</summary>
    private const int SpareRows = 3;

    /// <summary>Two centimetres to write in by hand.</summary>
    private const int HandWriting = 1134;

    private readonly AnswerCells cells = new(content, word);

    internal void Write()
    {
        word.OpenDocument();
        TitleBlock();
        foreach (var section in content.Sections())
        {
            Section(section);
        }

        Signatures();
        AboutThisFile();
        word.CloseDocument();
    }

    private void TitleBlock()
    {
        var form = content.Form;
        if (content.Identity.SchoolName is { } school)
        {
            word.OpenParagraph("SchoolName"u8);
            word.Run(school);
            if (content.Identity.SchoolNumber is { } number)
            {
                word.Run($"  ·  School {Digits(number)}", "Quiet"u8);
            }

            word.CloseParagraph();
        }

        word.Paragraph("Title"u8, form.Title);
        if (form.TitleMi is { } titleMi)
        {
            word.OpenParagraph("Subtitle"u8);
            word.Run(titleMi, "TeReo"u8);
            word.CloseParagraph();
        }

        word.OpenParagraph("Standing"u8);
        word.Run(content.StandingInWords(), "Strong"u8);
        word.CloseParagraph();
        if (content.InvitesWriting())
        {
            foreach (var paragraph in form.Introduction)
            {
                word.Paragraph("BodyText"u8, paragraph);
            }

            word.Paragraph("Help"u8, "Write in the middle column and leave the small grey keys on the right as they are: the portal finds each answer by them. Do not name students or describe a case.");
        }

        LeftOutLine();
    }

    private void LeftOutLine()
    {
        var leftOut = content.Form.Sections
            .Where(s => content.LeftOut.Contains(s.Key))
            .Select(s => $"{Digits(content.Form.NumberOf(s))} {s.Title}")
            .Concat(content.Sections()
                .SelectMany(s => s.Fields.Except(content.FieldsOf(s)))
                .Select(f => f.Label))
            .ToList();
        if (leftOut.Count > 0)
        {
            word.Paragraph("Help"u8, $"Left out: {string.Join("; ", leftOut)} (restricted).");
        }
    }

    private void Section(SectionDefinition section)
    {
        var number = content.Form.NumberOf(section);
        word.OpenParagraph("Heading1"u8);
        word.Run(Digits(number));
        word.Tab();
        word.Run(section.Title);
        MarkRestricted(section.Sensitivity == Sensitivity.Restricted);
        if (section.TitleMi is { } titleMi)
        {
            word.LineBreak();
            word.Run(titleMi, "TeReo"u8);
        }

        word.CloseParagraph();
        if (section.Help is { } help && content.InvitesWriting())
        {
            word.Paragraph("Help"u8, help);
        }

        foreach (var clause in section.Text)
        {
            word.OpenNumbered("Clause"u8, number);
            word.Run(clause);
            word.CloseParagraph();
        }

        if (content.NothingToReport.Contains(section.Key))
        {
            word.Paragraph("BodyText"u8, "Nothing to report.");
        }

        Fields(section);
    }

    private void Fields(SectionDefinition section)
    {
        var inTable = false;
        foreach (var field in content.FieldsOf(section))
        {
            // A comparison shows a table as lines, as the page does: tracked rows do not come through every writer.
            if (field.Kind == FieldKind.Table && content.Earlier is null)
            {
                if (inTable)
                {
                    word.CloseTable();
                    inTable = false;
                }

                RowsOf(section, field);
                continue;
            }

            if (!inTable)
            {
                OpenAnswers(section.Title);
                inTable = true;
            }

            Row(section, field);
        }

        if (inTable)
        {
            word.CloseTable();
        }
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
        word.OpenRow(content.Standing == DocumentStanding.Blank && field.Kind == FieldKind.LongText ? HandWriting : 0);
        word.OpenCell(LabelWidth, "Label"u8);
        LabelOf(section, field);
        word.CloseCell();
        word.OpenCell(AnswerWidth, AnswerCells.StyleOf(field));
        cells.Answer(field);
        word.CloseCell();
        word.Cell(KeyWidth, "Key"u8, field.Key);
        word.CloseRow();
    }

    private void LabelOf(SectionDefinition section, FieldDefinition field)
    {
        word.Bookmarked(RowNames.Bookmark(field.Key), field.Label);
        MarkRestricted(field.Sensitivity == Sensitivity.Restricted && section.Sensitivity != Sensitivity.Restricted);
        if (field.Fact is { } fact && content.Facts.GetValueOrDefault(fact)?.Source is { } source)
        {
            NextLine("Source"u8, source);
        }

        if (!content.InvitesWriting())
        {
            return;
        }

        if (field.Required)
        {
            word.Run(" (needed)", "Quiet"u8);
        }

        if (field.Hint is { } hint)
        {
            NextLine("Hint"u8, hint);
        }

        if (field.Kind == FieldKind.Choice && content.Answers[field.Key] is null)
        {
            NextLine("Hint"u8, $"One of: {string.Join(", ", field.Options.Select(o => o.Label))}.");
        }
    }

    private void MarkRestricted(bool restricted)
    {
        if (restricted)
        {
            word.Run(" (restricted)", "Quiet"u8);
        }
    }

    private void NextLine(ReadOnlySpan<byte> style, string text)
    {
        word.CloseParagraph();
        word.OpenParagraph(style);
        word.Run(text);
    }

    /// <summary>A table field: its label and key in the first row, its columns in the second, one row an item.</summary>
    private void RowsOf(SectionDefinition section, FieldDefinition field)
    {
        var columns = field.Columns;
        var width = (WordMarkup.TextWidth - KeyWidth) / columns.Count;
        var first = WordMarkup.TextWidth - KeyWidth - (width * (columns.Count - 1));
        var widths = new int[columns.Count + 1];
        Array.Fill(widths, width);
        widths[0] = first;
        widths[^1] = KeyWidth;

        word.OpenTable(field.Label, widths);
        word.OpenHeaderRow();
        word.OpenCell(WordMarkup.TextWidth - KeyWidth, "Label"u8, span: columns.Count);
        LabelOf(section, field);
        word.CloseCell();
        word.Cell(KeyWidth, "Key"u8, field.Key);
        word.CloseRow();

        word.OpenHeaderRow();
        for (var i = 0; i < columns.Count; i++)
        {
            word.Cell(widths[i], "ColumnHead"u8, columns[i].Label, shaded: true);
        }

        word.Cell(KeyWidth, "ColumnHead"u8, RowNames.KeyHead, shaded: true);
        word.CloseRow();

        var rows = content.Answers[field.Key]?.Rows ?? [];
        for (var i = 0; i < rows.Count; i++)
        {
            TableRow(field, widths, rows[i], RowNames.Item(field, i + 1));
        }

        var spare = content.InvitesWriting() ? Math.Min(SpareRows, field.MaxRows - rows.Count) : 0;
        for (var i = 0; i < spare; i++)
        {
            TableRow(field, widths, new Dictionary<string, string>(), "");
        }

        if (rows.Count == 0 && spare <= 0)
        {
            word.OpenRow();
            word.Cell(WordMarkup.TextWidth, "Answer"u8, Prompts.NotAnswered, span: widths.Length);
            word.CloseRow();
        }

        word.CloseTable();
    }

    private void TableRow(FieldDefinition field, int[] widths, IReadOnlyDictionary<string, string> row, string key)
    {
        word.OpenRow();
        for (var i = 0; i < field.Columns.Count; i++)
        {
            var column = field.Columns[i];
            word.OpenCell(widths[i], "Answer"u8);
            cells.Column(field, column, row.GetValueOrDefault(column.Key));
            word.CloseCell();
        }

        word.Cell(KeyWidth, "Key"u8, key);
        word.CloseRow();
    }

    private void Signatures()
    {
        if (content.Signatures.Count == 0)
        {
            return;
        }

        ReadOnlySpan<int> widths = [2100, 2638, 2000, 2900];
        word.Paragraph("Heading2"u8, "Signed by");
        word.OpenTable("Signatures", widths);
        word.OpenHeaderRow();
        word.Cell(widths[0], "ColumnHead"u8, "Role", shaded: true);
        word.Cell(widths[1], "ColumnHead"u8, "Name and position", shaded: true);
        word.Cell(widths[2], "ColumnHead"u8, "When", shaded: true);
        word.Cell(widths[3], "ColumnHead"u8, "Statement", shaded: true);
        word.CloseRow();
        foreach (var signature in content.Signatures)
        {
            word.OpenRow(signature.When is null ? HandWriting : 0);
            word.Cell(widths[0], "Label"u8, signature.Role);
            word.Cell(widths[1], "Answer"u8, string.Join("\n", new[] { signature.Name, signature.Position }.Where(t => t is not null)));
            word.Cell(widths[2], "Answer"u8, signature.When ?? "Not signed yet");
            word.Cell(widths[3], "Statement"u8, signature.Statement ?? "");
            word.CloseRow();
        }

        word.CloseTable();
    }

    /// <summary>The file's identity in plain sight, because some writers drop document properties.</summary>
    private void AboutThisFile()
    {
        word.Paragraph("Heading2"u8, "About this file");
        OpenAnswers("About this file");
        word.OpenRow();
        word.OpenCell(LabelWidth, "Label"u8);
        word.Bookmarked(RowNames.Bookmark(FormIdentityText.Key), "Made by School Portal from");
        word.CloseCell();
        word.Cell(AnswerWidth, "Statement"u8, FormIdentityText.Of(content));
        word.Cell(KeyWidth, "Key"u8, FormIdentityText.Key);
        word.CloseRow();
        word.CloseTable();
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
