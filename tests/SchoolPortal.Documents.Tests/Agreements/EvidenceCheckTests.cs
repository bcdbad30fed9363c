using System.Xml.Linq;
using SchoolPortal.Documents.Agreements;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using Xunit;

namespace SchoolPortal.Documents.Tests.Agreements;

/// <summary>Whatever is changed in a file or in its evidence, somebody is told what.</summary>
public sealed class EvidenceCheckTests
{
    private const string Years = "term.years";

    private static readonly SignedAgreement Signed = new();

    private static readonly Dictionary<string, (Func<byte[]> File, string Sentence)> ChangedFiles = new()
    {
        ["one byte"] = (() => OneByte(Signed.Record), "The file is not the one that was frozen, byte for byte"),
        ["an answer of the record"] = (() => Edited(Signed.Record, body => body.Cell(Years).Type("2")), "Section 16, For how many years?: the file says “2”, the evidence says “3”."),
        ["an answer of the text"] = (() => Edited(Signed.Text, body => body.Cell(Years).Type("2")), "Section 16, For how many years?: the file says “2”, the evidence says “3”."),
        ["an answer taken out"] = (() => Edited(Signed.Text, body => body.Cell("term.local").Type("")), "Section 16, What else have we agreed about reviewing or ending it?: the file says nothing, the evidence says “"),
        ["an answer that nobody can read"] = (() => Edited(Signed.Text, body => body.Cell(Years).Type("many")), "The evidence says “3”."),
        ["a row taken out"] = (() => Edited(Signed.Text, body => body.Row(Years).Remove()), "The row of “For how many years?” is not in the file. The evidence says “3”."),
        ["a fact"] = (() => Edited(Signed.Text, body => FactRow(body).Type("Somebody else")), "the file says “Somebody else”, the evidence says “"),
        ["a question"] = (() => Edited(Signed.Text, body => body.Cell(Years, 0).Type("For how many months?")), "Section 16, For how many years?: the question reads “For how many months?” in the file."),
        ["a word of the form"] = (() => Replaced(Signed.Record, "It is not a contract", "It is a contract"), "Under 15 Effect of this agreement the file says “This agreement is a statement of good faith."),
        ["a clause added"] = (() => Edited(Signed.Record, body => body.AddFirst(Edits.Paragraph("The board pays."))), "Under the title the file says “The board pays.”"),
        ["a name of the record"] = (() => Replaced(Signed.Record, "The Principal", "The Caretaker"), "the file says “Principal The Caretaker Principal"),
        ["a draft"] = (() => Signed.Another(DocumentStanding.Draft), "The file is a draft of this agreement, not the text that was frozen."),
        ["another agreement"] = (() => Signed.Another(DocumentStanding.FullySigned, number: 2), "The file is another agreement of the school: it says “Version 2”, the evidence says “Version 1”."),
        ["another school"] = (() => Signed.Another(DocumentStanding.FullySigned, school: 1409), "The file is of another school: it says school 1409; the evidence is of Ōtāhuhu Primary School, school 1404."),
        ["another form"] = (() => Signed.Another(DocumentStanding.Blank, form: FormDefinitions.SchoolProfile), "The file is a form of another kind: it says “school-profile”, the evidence says “partnership-agreement”."),
        ["nothing in it"] = (() => [], "This file is empty."),
        ["no Word file"] = (() => "%PDF-1.7"u8.ToArray(), "This is a PDF"),
        ["cut short"] = (() => Signed.Record[..(Signed.Record.Length / 2)], "The file is not the one that was frozen, byte for byte"),
    };

    private static readonly Dictionary<string, (Func<Evidence, Evidence> Change, string Sentence)> ChangedEvidence = new()
    {
        ["an answer"] = (e => e with { Answers = e.Answers.With(Years, Answer.Of("2")) }, "Section 16, For how many years?: the file says “3”, the evidence says “2”."),
        ["the frozen hash"] = (e => e with { FrozenSha256 = new string('0', 64) }, $"and the frozen text is {new string('0', 64)}."),
        ["the term"] = (e => e with { TermYears = 1 }, "The evidence was changed after the portal wrote it"),
        ["a name"] = (e => WithPrincipal(e, s => s with { Name = "The Caretaker" }), "The signature of The Caretaker for the principal was changed in the evidence"),
        ["a name, against the record"] = (e => WithPrincipal(e, s => s with { Name = "The Caretaker" }), "The signature for the principal: the signed record says “Principal The Principal Principal 24 November 2026, 10am I agree”, the evidence says “Principal The Caretaker"),
        ["a time"] = (e => WithPrincipal(e, s => s with { SignedAt = s.SignedAt.AddHours(1) }), "the evidence says “Principal The Principal Principal 24 November 2026, 11am I agree”."),
        ["whom somebody stood in for"] = (e => WithPrincipal(e, s => s with { ActingFor = "Hēmi Parata" }), "The signature of The Principal for the principal was changed in the evidence"),
        ["the hash of a signature"] = (e => WithPrincipal(e, s => s with { Sha256 = "00" }), "The signature of The Principal for the principal is not over the frozen text: it was given over 00, and the frozen text is "),
        ["a signature taken out"] = (e => e with { Signatures = [.. e.Signatures.Where(s => s.Party != Role.Principal)] }, "The evidence has no signature for the principal, though it names a record signed by all."),
        ["a signature doubled"] = (e => e with { Signatures = [.. e.Signatures, e.Signatures[0]] }, "The evidence has 2 signatures for the principal; each party signs once."),
        ["a signature made void"] = (e => WithPrincipal(e, s => s with { VoidedAt = s.SignedAt }), "The evidence has no signature for the principal"),
        ["a version of the form that is not known"] = (e => e with { FormVersion = 99 }, "This program does not know version 99 of the form “partnership-agreement”"),
    };

    public static TheoryData<string> FileChanges() => [.. ChangedFiles.Keys];

    public static TheoryData<string> EvidenceChanges() => [.. ChangedEvidence.Keys];

    [Fact]
    public void The_frozen_text_and_the_record_match_and_so_they_do_for_who_reads_only_the_open_parts()
    {
        Assert.Empty(EvidenceCheck.Mismatches(Signed.Text, Signed.Evidence));
        Assert.Empty(EvidenceCheck.Mismatches(Signed.Record, Signed.Evidence));
        Assert.Empty(EvidenceCheck.Mismatches(Signed.Record, Signed.OpenParts));
        Assert.Empty(EvidenceCheck.Mismatches(Signed.Record, Evidence.Read(Signed.Evidence.Write())));
        Assert.DoesNotContain("emergencies.tree", Signed.OpenParts.Write().Split("\"leftOut\"")[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FileChanges))]
    public void What_is_changed_in_the_file_is_said(string change)
    {
        var (file, sentence) = ChangedFiles[change];

        var told = EvidenceCheck.Mismatches(file(), Signed.Evidence);

        Assert.StartsWith("The file is not the one that was frozen, byte for byte", told[0], StringComparison.Ordinal);
        Assert.Contains(told, line => line.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void One_changed_answer_is_said_and_nothing_else()
    {
        var told = EvidenceCheck.Mismatches(Edited(Signed.Record, body => body.Cell(Years).Type("2")), Signed.Evidence);

        Assert.Equal(2, told.Count);
    }

    [Theory]
    [MemberData(nameof(EvidenceChanges))]
    public void What_is_changed_in_the_evidence_is_said(string change)
    {
        var (alter, sentence) = ChangedEvidence[change];

        var told = EvidenceCheck.Mismatches(Signed.Record, alter(Signed.Evidence));

        Assert.Contains(told, line => line.Contains(sentence, StringComparison.Ordinal));
        Assert.Contains(told, line => line.StartsWith("The evidence was changed after the portal wrote it", StringComparison.Ordinal));
    }

    [Fact]
    public void An_agreement_in_a_template_of_its_own_is_held_against_its_own_words()
    {
        const string ours = "We call 111 first, and each other next.";
        var blank = FormContent.TemplateOf(SignedAgreement.Form, Agreement.Parties.Select(party => Words.Capital(party)));
        var file = Edited(FormDocument.Write(blank), body => body.Descendants(EditedFile.W + "t").First(t => t.Value.StartsWith("In an emergency", StringComparison.Ordinal)).Value = ours);
        var signed = new SignedAgreement(OwnTemplate.Check(file, blank, Guid.NewGuid()).Template);
        var evidence = Evidence.Read(signed.Evidence.Write());

        Assert.Empty(EvidenceCheck.Mismatches(signed.Text, evidence));
        Assert.Empty(EvidenceCheck.Mismatches(signed.Record, evidence));
        Assert.Equal(
            [
                "Under 1 Parties and contacts the file says “We call 111 when we like.”, which is not in the text of the evidence.",
                $"Under 1 Parties and contacts the file does not say “{ours}”.",
            ],
            EvidenceCheck.Mismatches(Replaced(signed.Text, ours, "We call 111 when we like."), evidence).Skip(1));
    }

    private static Evidence WithPrincipal(Evidence evidence, Func<EvidenceSignature, EvidenceSignature> change) =>
        evidence with { Signatures = [.. evidence.Signatures.Select(signature => signature.Party == Role.Principal ? change(signature) : signature)] };

    private static XElement FactRow(XElement body) => body.Cell(SignedAgreement.Form.Fields().First(place => place.Field.Kind == FieldKind.Fact).Field.Key);

    private static byte[] Edited(byte[] file, Action<XElement> edit) => new EditedFile(file).Edit(edit).Bytes();

    private static byte[] Replaced(byte[] file, string words, string others) =>
        new EditedFile(file).Change(EditedFile.Body, text => text.Replace(words, others, StringComparison.Ordinal)).Bytes();

    private static byte[] OneByte(byte[] file)
    {
        var changed = file.ToArray();
        changed[changed.Length / 2] ^= 1;
        return changed;
    }
}
