using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// Reads the answers back out of a returned file. The file as it was made is written once more and read beside it, so that
/// whatever else differs (text outside the answers, changed questions, facts written over) can be told and is not taken over.
/// </summary>
public sealed class FormReader
{
    private const int MostRemarks = 30;
    internal const int LongestQuote = 120;

    private readonly FormContent taken;
    private readonly ReturnedFile file;
    private readonly FormRows rows;
    private readonly FormRows made;
    private readonly CellAnswers cells;
    private readonly List<RowQuestion> questions = [];
    private readonly List<string> remarks = [];

    private FormReader(ReturnedFile file, FormContent taken, IReadOnlyList<ContactChoice> people, DateOnly today)
    {
        (this.file, this.taken) = (file, taken);
        rows = new FormRows(file, taken);
        made = new FormRows(ReturnedFile.Open(FormDocument.Write(taken)), taken);
        var named = taken.Form.Fields().Select(place => ContactChoice.From(taken.Answers[place.Field.Key])).OfType<ContactChoice>();
        cells = new CellAnswers([.. named, .. people], today);
    }

    /// <summary>Reads the whole file. Nothing in it makes this throw.</summary>
    /// <param name="file">The file, taken apart.</param>
    /// <param name="taken">What the file was made from.</param>
    /// <param name="people">Whom a contact question may be answered with today.</param>
    /// <param name="today">Today in New Zealand.</param>
    public static FormReading Read(ReturnedFile file, FormContent taken, IReadOnlyList<ContactChoice> people, DateOnly today) =>
        new FormReader(file, taken, people, today).Read();

    private FormReading Read()
    {
        var answers = taken.Answers;
        foreach (var section in taken.Sections())
        {
            answers = NothingIn(section, answers);
            foreach (var field in taken.FieldsOf(section))
            {
                CompareLabel(field);
                answers = field.Kind switch
                {
                    FieldKind.Fact => FactIn(field, answers),
                    FieldKind.Table => TableIn(section, field, answers),
                    _ => AnswerIn(section, field, answers),
                };
            }
        }

        RemarkOnTheRest();
        return new FormReading(answers, questions, remarks.Count <= MostRemarks
            ? remarks
            : [.. remarks.Take(MostRemarks), $"{remarks.Count - MostRemarks} more places of this kind were not read."]);
    }

    private Answers NothingIn(SectionDefinition section, Answers answers) =>
        section.MayBeNothing && rows.SaysNothing(section) is { } nothing && nothing != taken.NothingToReport.Contains(section.Key)
            ? answers.With(NothingToReportField.KeyOf(section), NothingToReportField.Say(nothing))
            : answers;

    private Answers AnswerIn(SectionDefinition section, FieldDefinition field, Answers answers)
    {
        var found = rows[field];
        var readings = new List<Answer?>();
        var sentences = found.Doubt is { } doubt ? new List<string> { doubt } : [];
        var typed = new List<string>();
        foreach (var row in found.Rows)
        {
            if (CellOf(row, field) is not { } cell)
            {
                sentences.Add($"The row of “{field.Label}” does not have its three columns any more.");
                typed.Add(row.Text);
                continue;
            }

            var (answer, problems) = cells.Read(field, cell);
            sentences.AddRange(problems);
            typed.Add(TypedText.Clean(cell));
            if (problems.Count == 0)
            {
                readings.Add(answer);
            }
        }

        return Settle(section, field, answers, readings, sentences, string.Join('\n', typed));
    }

    private Answers TableIn(SectionDefinition section, FieldDefinition table, Answers answers)
    {
        var items = rows.Items(table);
        var isThere = items.CanBeRead && (items.Rows.Count > 0 || rows[table].Rows.Count > 0);
        var (answer, problems) = isThere ? cells.Read(table, items.Cells) : (null, []);
        List<string> sentences = [.. new[] { rows[table].Doubt, items.Doubt }.OfType<string>(), .. problems];
        return Settle(section, table, answers, isThere && problems.Count == 0 ? [answer] : [], sentences, string.Join('\n', items.Rows.Select(row => row.Text)));
    }

    /// <summary>Takes an answer that is sure; whatever is not, and would change something, becomes a question.</summary>
    private Answers Settle(
        SectionDefinition section, FieldDefinition field, Answers answers, List<Answer?> readings, List<string> sentences, string typed)
    {
        if (sentences.Count == 0)
        {
            return answers.With(field.Key, readings[0]);
        }

        var differ = readings.Distinct().Where(reading => !Equals(reading, taken.Answers[field.Key])).ToList();
        if (readings.Count > 0 && differ.Count == 0)
        {
            remarks.Add($"{sentences[0]} Its answer is the one you took with you.");
            return answers;
        }

        questions.Add(new RowQuestion(section, field, string.Join(' ', sentences), differ, typed));
        return answers;
    }

    private Answers FactIn(FieldDefinition field, Answers answers)
    {
        var typed = TypedText.CleanLine(rows[field].Rows is [var row, ..] && row.Cells.Count > 2 ? row.Cells[1] : "");
        if (made[field].Rows is [var original, ..] && typed.Length > 0 && typed != TypedText.CleanLine(original.Cells[1]))
        {
            remarks.Add($"“{field.Label}” is filled in by the portal, so “{Short(typed)}” was not taken over.");
        }

        return answers;
    }

    private void CompareLabel(FieldDefinition field)
    {
        if (rows[field].Rows is [var row] && made[field].Rows is [var original]
            && row.Cells.Count > 1 && TypedText.CleanLine(row.Cells[0]) is var label && label != TypedText.CleanLine(original.Cells[0]))
        {
            remarks.Add($"The question “{field.Label}” reads “{Short(label)}” in the file; what is written beside it was read as an answer to the portal’s question.");
        }

        if (rows[field].Rows.Any(found => found.HasPicture))
        {
            remarks.Add($"The picture in the row of “{field.Label}” was not read.");
        }
    }

    private void RemarkOnTheRest()
    {
        if (file.HasTrackedChanges)
        {
            remarks.Insert(0, "Changes are tracked in the file and not yet accepted: inserted text was read, deleted text was not.");
        }

        if (file.HasComments)
        {
            remarks.Insert(0, "Comments and footnotes in the file were not read.");
        }

        List<OutsideText> ours = [.. made.Outside()];
        List<OutsideText> theirs = [.. rows.Outside()];
        remarks.AddRange(OutsideText.Without(theirs, ours)
            .Select(outside => $"“{Short(outside.Text)}” stands outside the answers, under {outside.Place}, and was not read."));
        remarks.AddRange(OutsideText.Without(ours, theirs)
            .Select(outside => $"The form’s own words “{Short(outside.Text)}”, under {outside.Place}, are changed or missing in the file. The portal keeps its own."));
    }

    private static string? CellOf(WordRow row, FieldDefinition field) => row.Cells.Count switch
    {
        3 => row.Cells[1],
        2 when row.Key != field.Key => row.Cells[1], // the column of keys is gone
        _ => null,
    };

    /// <summary>A quotation that stays readable.</summary>
    internal static string Short(string text) => text.Length <= LongestQuote ? text : text[..(LongestQuote - 1)].TrimEnd() + "…";
}
