using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// What stands in an answer cell. While a form is being filled in it is a control or a line to write on; in a record it
/// is plain text that nobody mistakes for something to fill in. Either way it reads back as the same answer.
/// </summary>
internal sealed class AnswerCells(FormContent content, WordMarkup word)
{
    private readonly bool open = content.InvitesWriting();

    /// <summary>Style of the paragraphs in a field's answer cell.</summary>
    internal static ReadOnlySpan<byte> StyleOf(FieldDefinition field) => field.Kind switch
    {
        FieldKind.Several => "TickLine"u8,
        FieldKind.Percentages => "ShareLine"u8,
        _ => "Answer"u8,
    };

    /// <summary>Fills the open paragraph of a cell, and as many more as the answer needs.</summary>
    internal void Answer(FieldDefinition field)
    {
        if (content.Earlier is { } earlier)
        {
            Compared(field, earlier);
            return;
        }

        var answer = content.Answers[field.Key];
        switch (field.Kind)
        {
            case FieldKind.Fact:
                Plain(FactText(field), Prompts.Fact);
                break;
            case FieldKind.Several:
                Several(field, answer?.Items ?? []);
                break;
            case FieldKind.Percentages when open:
                Percentages(field, answer);
                break;
            default:
                Text(field, answer, string.Join('\n', AnswerText.Lines(field, answer)));
                break;
        }
    }

    /// <summary>Fills one cell of a table field. Short texts need no control: the cell itself is what people write in.</summary>
    internal void Column(FieldDefinition field, FieldColumn column, string? stored)
    {
        var text = AnswerText.Cell(column, stored);
        switch (column.Kind)
        {
            case FieldKind.Date when open:
                word.DateControl(field.Key, stored, text);
                break;
            case FieldKind.YesNo or FieldKind.Choice when open:
                word.ListControl(field.Key, text, AnswerText.Options(column.Kind, column.Options));
                break;
            default:
                word.Run(text);
                break;
        }
    }

    /// <summary>One paragraph, because rejecting all changes would join two that were both inserted.</summary>
    private void Compared(FieldDefinition field, EarlierText earlier)
    {
        var now = new FormRecord(content.Form, content.Answers, content.Facts);
        var pieces = TextDifference.Of(string.Join('\n', earlier.Record.Lines(field.Key)), string.Join('\n', now.Lines(field.Key)));
        foreach (var (fate, text) in pieces)
        {
            switch (fate)
            {
                case TextFate.Added:
                    word.Inserted(text, earlier.By);
                    break;
                case TextFate.Removed:
                    word.Deleted(text, earlier.By);
                    break;
                default:
                    word.Run(text);
                    break;
            }
        }
    }

    private void Text(FieldDefinition field, Answer? answer, string text)
    {
        if (!open)
        {
            Plain(text, Prompts.NotAnswered);
            return;
        }

        switch (field.Kind)
        {
            case FieldKind.LongText:
                word.RichTextControl(field.Key, text, Prompts.Write);
                break;
            case FieldKind.Date:
                word.DateControl(field.Key, answer?.Text, text);
                break;
            case FieldKind.YesNo or FieldKind.Choice:
                word.ListControl(field.Key, text, AnswerText.Options(field.Kind, field.Options));
                break;
            case FieldKind.Number:
                word.TextControl(field.Key, text, Prompts.Number);
                break;
            default:
                word.TextControl(field.Key, text, Prompts.Write);
                break;
        }
    }

    /// <summary>A line for each option with its box; a record shows only what was ticked.</summary>
    private void Several(FieldDefinition field, IReadOnlyList<string> chosen)
    {
        var options = open ? field.Options : [.. field.Options.Where(o => chosen.Contains(o.Key))];
        if (options.Count == 0)
        {
            Plain("", Prompts.NotAnswered);
        }

        for (var i = 0; i < options.Count; i++)
        {
            NextLine(i, field);
            var ticked = chosen.Contains(options[i].Key);
            if (open)
            {
                word.TickControl(field.Key, ticked);
            }
            else
            {
                word.Tick(ticked);
            }

            word.Run($" {options[i].Label}");
        }
    }

    /// <summary>A line for each option: <c>Walk: 40%</c>.</summary>
    private void Percentages(FieldDefinition field, Answer? answer)
    {
        var shares = answer?.Rows.Count > 0 ? answer.Rows[0] : null;
        for (var i = 0; i < field.Options.Count; i++)
        {
            NextLine(i, field);
            word.Run($"{field.Options[i].Label}: ");
            word.TextControl(field.Key, shares?.GetValueOrDefault(field.Options[i].Key) ?? "", Prompts.Number);
            word.Run("%");
        }
    }

    private void Plain(string text, string whenEmpty)
    {
        if (text.Length == 0)
        {
            word.Run(whenEmpty, "Prompt"u8);
        }
        else
        {
            word.Run(text);
        }
    }

    private void NextLine(int line, FieldDefinition field)
    {
        if (line > 0)
        {
            word.CloseParagraph();
            word.OpenParagraph(StyleOf(field));
        }
    }

    private string FactText(FieldDefinition field) =>
        field.Fact is { } fact && content.Facts.TryGetValue(fact, out var value) ? value.Text : "";
}
