using System.Globalization;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// What stands in an answer cell. While a form is being filled in it is a control or a line to write on; in a record it
/// is plain text that nobody mistakes for something to fill in. Either way it reads back as the same answer.
/// </summary>
internal sealed class AnswerCells(FormContent content, WordMarkup word)
{
    private static readonly IReadOnlyList<FieldOption> YesOrNo = [new("yes", "Yes", null), new("no", "No", null)];

    private readonly bool open = content.InvitesWriting();

    /// <summary>Fills the open paragraph of a cell, and as many more as the answer needs.</summary>
    internal void Answer(FieldDefinition field)
    {
        var answer = content.Answers[field.Key];
        var text = answer?.Text ?? "";
        switch (field.Kind)
        {
            case FieldKind.Text:
                Write(field.Key, text);
                break;
            case FieldKind.LongText:
                LongText(field.Key, text);
                break;
            case FieldKind.Number:
                Write(field.Key, text, Prompts.Number);
                break;
            case FieldKind.Date:
                Date(field.Key, text);
                break;
            case FieldKind.YesNo:
                Choice(field.Key, text, YesOrNo);
                break;
            case FieldKind.Choice:
                Choice(field.Key, text, field.Options);
                break;
            case FieldKind.Several:
                Several(field, answer?.Items ?? []);
                break;
            case FieldKind.Percentages:
                Percentages(field, answer?.Rows is [var shares, ..] ? shares : new Dictionary<string, string>());
                break;
            case FieldKind.Contact:
                Write(field.Key, ContactOf(answer));
                break;
            case FieldKind.Fact:
                Plain(content.Facts.GetValueOrDefault(field.Fact ?? "") ?? "", Prompts.Fact);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(field), field.Kind, "A table field has rows of its own, not a cell.");
        }
    }

    /// <summary>Fills one cell of a table field. Short texts need no control: the cell itself is what people write in.</summary>
    internal void Column(FieldDefinition field, FieldColumn column, string text)
    {
        switch (column.Kind)
        {
            case FieldKind.Date when open:
                word.DateControl(field.Key, text, DayOf(text));
                break;
            case FieldKind.YesNo when open:
                word.ListControl(field.Key, LabelOf(text, YesOrNo), YesOrNo);
                break;
            case FieldKind.Choice when open:
                word.ListControl(field.Key, LabelOf(text, column.Options), column.Options);
                break;
            case FieldKind.Date:
                word.Run(DayOf(text));
                break;
            case FieldKind.YesNo:
                word.Run(LabelOf(text, YesOrNo));
                break;
            case FieldKind.Choice:
                word.Run(LabelOf(text, column.Options));
                break;
            default:
                word.Run(text);
                break;
        }
    }

    private void Write(string key, string text, string prompt = Prompts.Write)
    {
        if (open)
        {
            word.TextControl(key, text, prompt);
        }
        else
        {
            Plain(text);
        }
    }

    private void LongText(string key, string text)
    {
        if (open)
        {
            word.RichTextControl(key, text, Prompts.Write);
        }
        else
        {
            Plain(text);
        }
    }

    private void Date(string key, string iso)
    {
        if (open)
        {
            word.DateControl(key, iso, DayOf(iso));
        }
        else
        {
            Plain(DayOf(iso));
        }
    }

    private void Choice(string key, string chosen, IReadOnlyList<FieldOption> options)
    {
        if (open)
        {
            word.ListControl(key, LabelOf(chosen, options), options);
        }
        else
        {
            Plain(LabelOf(chosen, options));
        }
    }

    /// <summary>A line for each option, ticked or not; a record shows only what was ticked.</summary>
    private void Several(FieldDefinition field, IReadOnlyList<string> chosen)
    {
        var options = open ? field.Options : [.. field.Options.Where(o => chosen.Contains(o.Key))];
        if (options.Count == 0)
        {
            Plain("");
        }

        for (var i = 0; i < options.Count; i++)
        {
            NextLine(i);
            var ticked = chosen.Contains(options[i].Key);
            if (open)
            {
                word.TickControl(field.Key, ticked);
            }
            else
            {
                word.Run(WordMarkup.Tick(ticked), "Tick"u8);
            }

            word.Run($" {options[i].Label}");
        }
    }

    /// <summary>A line for each option: <c>Walk: 40 %</c>.</summary>
    private void Percentages(FieldDefinition field, IReadOnlyDictionary<string, string> shares)
    {
        for (var i = 0; i < field.Options.Count; i++)
        {
            NextLine(i);
            word.Run($"{field.Options[i].Label}: ");
            Write(field.Key, shares.GetValueOrDefault(field.Options[i].Key) ?? "", Prompts.Number);
            word.Run(" %");
        }
    }

    private void Plain(string text, string whenEmpty = Prompts.NotAnswered)
    {
        if (text.Length == 0)
        {
            word.Run(whenEmpty, "PlaceholderText"u8);
        }
        else
        {
            word.Run(text);
        }
    }

    private void NextLine(int line)
    {
        if (line > 0)
        {
            word.CloseParagraph();
            word.OpenParagraph("Answer"u8);
        }
    }

    private static string ContactOf(Answer? answer) =>
        answer?.Rows is [var person, ..]
            ? string.Join(", ", new[] { person.GetValueOrDefault("name"), person.GetValueOrDefault("position") }.Where(t => !string.IsNullOrEmpty(t)))
            : "";

    private static string LabelOf(string key, IReadOnlyList<FieldOption> options) =>
        options.FirstOrDefault(o => o.Key == key)?.Label ?? key;

    private static string DayOf(string iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            : iso;
}
