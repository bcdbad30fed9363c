using System.Globalization;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>Fills a part of a template with the content of one document.</summary>
/// <param name="content">What goes in.</param>
/// <param name="xml">Where the part is written.</param>
/// <param name="lastId">The highest id of a bookmark that the template has by itself.</param>
internal sealed class FormFilling(FormContent content, XmlText xml, int lastId)
{
    /// <summary>Rows without a key at the foot of a table that may still grow.</summary>
    private const int SpareRows = 3;

    private static readonly Dictionary<string, string> NoValues = [];

    private readonly WordMarkup word = new(xml, lastId);
    private Item? item;
    private SignatureBlock? signature;
    private AnswerCells? answerCells;

    private AnswerCells Cells => answerCells ??= new(content, word);

    /// <summary>Writes the pieces in order.</summary>
    internal void Fill(IReadOnlyList<TemplatePiece> pieces)
    {
        foreach (var piece in pieces)
        {
            switch (piece)
            {
                case TemplateMarkup markup:
                    xml.Markup(markup.Utf8);
                    break;
                case TemplateRegion region:
                    Fill(region);
                    break;
                case TemplatePlace place:
                    Fill(place);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(pieces), piece, "Not a piece of a template.");
            }
        }
    }

    private void Fill(TemplateRegion region)
    {
        switch (region.Mark)
        {
            case TemplateMark.Items:
                Items(region);
                break;
            case TemplateMark.Signature:
                foreach (var block in content.Signatures)
                {
                    signature = block;
                    Fill(region.Inner);
                }

                break;
            case TemplateMark.Anchor when content.Standing == DocumentStanding.Template:
                var bookmark = word.OpenBookmark(region.Key);
                Fill(region.Inner);
                word.CloseBookmark(bookmark);
                break;
            default:
                if (IsShown(region))
                {
                    Fill(region.Inner);
                }

                break;
        }
    }

    private bool IsShown(TemplateRegion region) => region.Mark switch
    {
        TemplateMark.School => content.Identity.SchoolName is not null || content.Standing == DocumentStanding.Template,
        TemplateMark.Guidance => content.InvitesWriting(),
        TemplateMark.Section or TemplateMark.Question => !content.LeftOut.Contains(region.Key),
        TemplateMark.Questions => region.Inner.OfType<TemplateRegion>().Any(IsShown),
        TemplateMark.Signatures => content.Signatures.Count > 0,
        _ => true,
    };

    private void Fill(TemplatePlace place)
    {
        switch (place.Mark)
        {
            case TemplateMark.Text:
                word.Text(TemplateTexts.Of(place.Key, content));
                break;
            case TemplateMark.LeftOut:
                LeftOut();
                break;
            case TemplateMark.NothingToReport:
                NothingToReport(place.Key);
                break;
            case TemplateMark.Room when place.Field is null ? signature is { When: null } : content.Standing == DocumentStanding.Blank:
                word.RoomToWrite();
                break;
            case TemplateMark.Answer:
                Cells.Answer(place.Field!);
                break;
            case TemplateMark.Notes:
                Notes(place.Field!);
                break;
            case TemplateMark.Cell:
                Cell(int.Parse(place.Key, CultureInfo.InvariantCulture));
                break;
            case TemplateMark.ItemKey:
                word.Run(item!.Key);
                break;
            case TemplateMark.SignatureCell:
                word.Run(TextOf(Enum.Parse<SignatureCell>(place.Key), signature!));
                break;
            case TemplateMark.Watermark when FormParts.WatermarkOf(content.Standing) is { } across:
                FormParts.Watermark(across, xml);
                break;
            default:
                break;
        }
    }

    /// <summary>A box to tick while people are meant to answer; in a record, the words alone where they were said.</summary>
    private void NothingToReport(string section)
    {
        var now = content.NothingToReport.Contains(section);
        if (content.Standing is DocumentStanding.Blank or DocumentStanding.Draft && content.Form.Section(section) is { MayBeNothing: true } asked)
        {
            word.OpenParagraph("BodyText"u8);
            word.TickControl(NothingToReportField.KeyOf(asked), now);
            word.Run($" {NothingToReportField.Label}");
            word.CloseParagraph();
            return;
        }

        var before = content.Earlier?.Record.NothingToReport.Contains(section) ?? now;
        if (!now && !before)
        {
            return;
        }

        const string Words = $"{NothingToReportField.Label}.";
        word.OpenParagraph("BodyText"u8);
        if (now == before)
        {
            word.Run(Words);
        }
        else if (now)
        {
            word.Inserted(Words, content.Earlier!.By);
        }
        else
        {
            word.Deleted(Words, content.Earlier!.By);
        }

        word.CloseParagraph();
    }

    private void LeftOut()
    {
        var leftOut = content.Form.Sections
            .Where(s => content.LeftOut.Contains(s.Key))
            .Select(s => (s.Sensitivity, Name: $"{content.Form.NumberOf(s)} {s.Title}"))
            .Concat(content.Sections()
                .SelectMany(s => s.Fields.Except(content.FieldsOf(s)))
                .Select(f => (f.Sensitivity, Name: f.Label)))
            .ToLookup(part => part.Sensitivity, part => part.Name);
        Say(Sensitivity.Restricted, "restricted");
        Say(Sensitivity.Partners, "filled in by others");

        void Say(Sensitivity sensitivity, string why)
        {
            if (leftOut.Contains(sensitivity))
            {
                word.Paragraph("Help"u8, $"Left out: {string.Join("; ", leftOut[sensitivity])} ({why}).");
            }
        }
    }

    /// <summary>Where a fact comes from, and what there is to choose while nothing is chosen.</summary>
    private void Notes(FieldDefinition field)
    {
        if (field.Fact is { } fact && content.Facts.GetValueOrDefault(fact)?.Source is { } source)
        {
            word.Paragraph("Source"u8, source);
        }

        if (field.Kind == FieldKind.Choice && content.Standing is DocumentStanding.Blank or DocumentStanding.Draft && content.Answers[field.Key] is null)
        {
            word.Paragraph("Hint"u8, $"One of: {string.Join(", ", field.Options.Select(o => o.Label))}.");
        }
    }

    private void Items(TemplateRegion region)
    {
        var field = region.Field!;
        var rows = content.Answers[field.Key]?.Rows ?? [];
        for (var i = 0; i < rows.Count; i++)
        {
            Write(new Item(field, rows[i], RowNames.Item(field, i + 1)));
        }

        var most = content.Standing == DocumentStanding.Template ? 1 : SpareRows;
        var spare = content.InvitesWriting() ? Math.Min(most, field.MaxRows - rows.Count) : 0;
        for (var i = 0; i < spare; i++)
        {
            Write(new Item(field, NoValues, ""));
        }

        if (rows.Count == 0 && spare <= 0)
        {
            Write(new Item(field, null, ""));
        }

        void Write(Item next)
        {
            item = next;
            Fill(region.Inner);
        }
    }

    private void Cell(int number)
    {
        if (item!.Values is { } values)
        {
            var column = item.Field.Columns[number];
            Cells.Column(item.Field, column, values.GetValueOrDefault(column.Key));
        }
        else if (number == 0)
        {
            word.Run(Prompts.NotAnswered, "Prompt"u8);
        }
    }

    private static string TextOf(SignatureCell cell, SignatureBlock signature) => cell switch
    {
        SignatureCell.Role => signature.Role,
        SignatureCell.Who => string.Join("\n", new[] { signature.Name, signature.Position }.Where(t => t is not null)),
        SignatureCell.When => signature.When ?? "Not signed yet",
        SignatureCell.Statement => signature.Statement ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, null),
    };

    /// <summary>A row of a table field; without values when there is none to show.</summary>
    private sealed record Item(FieldDefinition Field, IReadOnlyDictionary<string, string>? Values, string Key);
}
