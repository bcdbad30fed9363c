using SchoolPortal.Documents.Forms;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Documents.Agreements;

/// <summary>
/// Holds a Word file against the evidence of an agreement. The bytes decide; where they differ, the file is read, so that it
/// can be said what is different in it.
/// </summary>
public sealed class EvidenceCheck
{
    private readonly Evidence evidence;
    private readonly FormDefinition form;
    private readonly ReturnedFile file;
    private readonly FormContent expected;
    private readonly FormRows rows;
    private readonly FormRows made;

    private EvidenceCheck(Evidence evidence, FormDefinition form, ReturnedFile file)
    {
        (this.evidence, this.form, this.file) = (evidence, form, file);
        expected = Expected(Says(DocumentStanding.FullySigned) ? DocumentStanding.FullySigned : DocumentStanding.AwaitingSignatures);
        rows = new FormRows(file, expected);
        made = new FormRows(ReturnedFile.Open(FormDocument.Write(expected)), expected);
    }

    /// <summary>What does not match, a sentence each; none when the file is the frozen text or the signed record of the evidence.</summary>
    /// <param name="bytes">The Word file, whatever it is.</param>
    /// <param name="evidence">What it should be.</param>
    public static IReadOnlyList<string> Mismatches(byte[] bytes, Evidence evidence)
    {
        List<string> sentences = [.. evidence.Doubts()];
        var sha256 = AgreementFile.HashOf(bytes);
        var isKept = sha256 == evidence.FrozenSha256 || sha256 == evidence.SignedSha256;
        if (!isKept)
        {
            var record = evidence.SignedSha256 is { } signed ? $"; the signed record has {signed}" : "";
            sentences.Add($"The file is not the one that was frozen, byte for byte. Its SHA-256 is {sha256}; the frozen text has {evidence.FrozenSha256}{record}.");
        }

        return [.. sentences, .. In(bytes, evidence, isKept)];
    }

    private static IEnumerable<string> In(byte[] bytes, Evidence evidence, bool isKept)
    {
        if (FormDefinitions.Find(evidence.Form, evidence.FormVersion) is not { } asked)
        {
            return [$"This program does not know version {evidence.FormVersion} of the form “{evidence.Form}”, so it cannot say what the file says. Use a later one."];
        }

        var worded = evidence.Wording?.In(asked, Guid.Empty) ?? asked;
        try
        {
            var opened = ReturnedFile.Open(bytes);
            List<string> others = [.. OtherThan(evidence, opened)];
            return others.Count > 0 ? others : new EvidenceCheck(evidence, worded, opened).Differences(isKept);
        }
        catch (UnreadableFileException unreadable)
        {
            return [unreadable.Message];
        }
    }

    /// <summary>Another school’s file, or another agreement’s, is not looked into.</summary>
    private static IEnumerable<string> OtherThan(Evidence evidence, ReturnedFile opened)
    {
        var claims = new[] { opened.Properties, opened.Line }.OfType<FormClaim>().ToList();
        return claims.Count == 0
            ? ["The file does not say which school’s agreement it is: neither its properties nor its last table name one."]
            : claims.Select(claim => OtherThan(evidence, claim)).OfType<string>().Distinct();
    }

    private static string? OtherThan(Evidence evidence, FormClaim claim) =>
        claim.Form != evidence.Form ? $"The file is a form of another kind: it says “{claim.Form}”, the evidence says “{evidence.Form}”."
        : claim.School != evidence.SchoolNumber ? $"The file is of another school: it says school {claim.School?.ToString(NewZealandTime.Culture) ?? "none"}; the evidence is of {evidence.SchoolName}, school {evidence.SchoolNumber}."
        : claim.Edition != Agreement.EditionOf(evidence.Number) ? $"The file is another agreement of the school: it says “{claim.Edition}”, the evidence says “{Agreement.EditionOf(evidence.Number)}”."
        : claim.Definition != evidence.FormVersion ? $"The file was made with definition {claim.Definition} of the form, the evidence with definition {evidence.FormVersion}."
        : null;

    private IEnumerable<string> Differences(bool isKept)
    {
        var isDraft = Says(DocumentStanding.Draft);
        return
        [
            .. isDraft ? ["The file is a draft of this agreement, not the text that was frozen."] : Array.Empty<string>(),
            .. isDraft || isKept ? [] : Questions(),
            .. Answers(),
            .. isKept ? Signatures() : isDraft ? [] : OwnWords(),
        ];
    }

    private IEnumerable<string> Questions() =>
        from section in expected.Sections()
        from field in expected.FieldsOf(section)
        let label = LabelIn(rows, field)
        where label is not null && label != LabelIn(made, field)
        select $"{Place(section, field)}: the question reads “{FormReader.Short(label)}” in the file.";

    private IEnumerable<string> Answers()
    {
        var reading = FormReader.Read(file, expected, [], evidence.FrozenOn);
        var kept = new FormRecord(form, evidence.Answers, Cleaned(evidence.Facts));
        foreach (var change in AnswerComparison.Changes(kept, new FormRecord(form, reading.Answers, Facts())))
        {
            var (told, given) = Quoted(change.After, change.Before);
            yield return $"{Place(change.Section, change.Field)}: the file says {told}, the evidence says {given}.";
        }

        foreach (var row in reading.Questions)
        {
            yield return $"{Place(row.Section, row.Field)}: {row.Sentence} The evidence says {Quoted([], kept.Lines(row.Field.Key)).After}.";
        }
    }

    /// <summary>The record of all signatures says the same of each as the evidence does; the frozen text says nothing of them.</summary>
    private IEnumerable<string> Signatures() =>
        from signature in expected.Signatures
        where signature.Name is not null
        let row = TypedText.CleanLine(string.Join(' ', signature.Role, signature.Name, signature.Position, signature.When, signature.Statement))
        where !file.Rows.Any(found => found.Text == row)
        let found = file.Rows.FirstOrDefault(found => found.Cells.Count == 4 && TypedText.CleanLine(found.Cells[0]) == signature.Role)?.Text
        select $"The signature for the {signature.Role.ToLowerInvariant()}: the signed record says “{found}”, the evidence says “{row}”.";

    /// <summary>The form’s own words, titles and signatures: whatever is no question.</summary>
    private IEnumerable<string> OwnWords()
    {
        List<OutsideText> ours = [.. made.Outside()];
        List<OutsideText> theirs = [.. rows.Outside()];
        return OutsideText.Without(theirs, ours).Select(outside => $"Under {outside.Place} the file says “{FormReader.Short(outside.Text)}”, which is not in the text of the evidence.")
            .Concat(OutsideText.Without(ours, theirs).Select(outside => $"Under {outside.Place} the file does not say “{FormReader.Short(outside.Text)}”."));
    }

    private FormContent Expected(DocumentStanding standing)
    {
        var isRecord = standing == DocumentStanding.FullySigned;
        var signed = isRecord ? evidence.ValidSignatures.ToList() : [];
        return new FormContent(
            form,
            evidence.Answers,
            evidence.Facts,
            new FormIdentity(evidence.SchoolNumber, evidence.SchoolName, Agreement.EditionOf(evidence.Number), evidence.FrozenSha256),
            standing,
            [.. Agreement.Parties.Select(party => BlockOf(party, signed.Find(signature => signature.Party == party)))],
            signed.Count > 0 ? NewZealandTime.DayOf(signed.Max(signature => signature.SignedAt)) : evidence.FrozenOn,
            evidence.LeftOut.ToHashSet());
    }

    private static SignatureBlock BlockOf(Role party, EvidenceSignature? signature) => new(
        Words.Capital(party), signature?.Name, signature?.PositionInFull(), signature?.When(), signature?.Statement);

    /// <summary>The line under the title says that the file is of this standing; the day in it may be another.</summary>
    private bool Says(DocumentStanding standing)
    {
        var words = TypedText.CleanLine(Expected(standing).StandingInWords());
        return file.Blocks.OfType<WordParagraph>().Any(paragraph => paragraph.Text.StartsWith(words[..words.LastIndexOf('·')], StringComparison.Ordinal));
    }

    private Dictionary<string, FactValue> Facts() => Cleaned(
        from section in expected.Sections()
        from field in expected.FieldsOf(section)
        where field.Fact is not null && rows[field].Rows is [{ Cells.Count: > 1 }, ..]
        select KeyValuePair.Create(field.Fact, new FactValue(CellAnswers.WithoutPrompt(rows[field].Rows[0].Cells[1]), null)));

    private static Dictionary<string, FactValue> Cleaned(IEnumerable<KeyValuePair<string, FactValue>> facts) => facts
        .DistinctBy(fact => fact.Key)
        .ToDictionary(fact => fact.Key, fact => fact.Value with { Text = TypedText.Clean(fact.Value.Text) }, StringComparer.Ordinal);

    private static string? LabelIn(FormRows rows, FieldDefinition field) =>
        rows[field].Rows is [{ Cells.Count: > 1 } row] ? TypedText.CleanLine(row.Cells[0]) : null;

    private string Place(SectionDefinition section, FieldDefinition field) => $"Section {form.NumberOf(section)}, {field.Label}";

    /// <summary>Both texts from a little before the place where they part, so that what differs stands in the quotation.</summary>
    private static (string Before, string After) Quoted(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        const int Lead = 30;
        var (one, other) = (string.Join(' ', before), string.Join(' ', after));
        var from = Math.Max(0, one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count() - Lead);
        return (Quote(one), Quote(other));

        string Quote(string text) => text.Length == 0 ? "nothing"
            : Math.Max(one.Length, other.Length) < FormReader.LongestQuote ? $"“{text}”"
            : $"“…{FormReader.Short(text[from..])}”";
    }
}
