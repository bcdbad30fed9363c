using System.IO.Compression;
using System.Text;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Documents.Tests.Forms;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Testing;
using Xunit;

namespace SchoolPortal.Documents.Tests.Packages;

/// <summary>Files that are not read, and what people are told (requirements R46 to R51).</summary>
public sealed class HostileFileTests
{
    private const string Relations = "word/_rels/document.xml.rels";
    private const string Fresh = "Download it from the portal again and write into that copy.";

    private static readonly byte[] Good = FormDocument.Write(SampleForm.Content(DocumentStanding.Draft, Answers.None));

    private static readonly Dictionary<string, (Func<byte[]> Bytes, string Sentence)> Table = new()
    {
        ["empty"] = (() => [], "This file is empty. Save it again in Word and choose it then."),
        ["PDF"] = (() => "%PDF-1.7"u8.ToArray(), "This is a PDF, which cannot be read back. Choose the Word file (DOCX) that you wrote in."),
        ["picture"] = (() => [0x89, 0x50, 0x4E, 0x47, 0x0D], "This is a picture. Choose the Word file (DOCX) that you wrote in."),
        ["photograph"] = (() => [0xFF, 0xD8, 0xFF, 0xE0], "This is a picture. Choose the Word file (DOCX) that you wrote in."),
        ["RTF"] = (() => "{\\rtf1 x}"u8.ToArray(), "This is a rich text file (RTF). Open it, save it as a Word document (DOCX) and choose that file."),
        ["DOC"] = (() => [.. OldOffice, .. new byte[600]], "This is an older Office file (DOC). Open it, save it as a Word document (DOCX) and choose that file."),
        ["encrypted"] = (() => [.. OldOffice, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")], "This file is protected with a password. Open it in Word, take the password off, save it and choose it again."),
        ["text"] = (() => "Dear portal"u8.ToArray(), "This is not a Word file. Choose the Word file (DOCX) that you wrote in."),
        ["ODT"] = (() => Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")), "This is an OpenDocument file (ODT). Open it, save it as a Word document (DOCX) and choose that file."),
        ["workbook"] = (() => Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<x/>")), "This is a workbook. Choose the Word file (DOCX) that you wrote in."),
        ["zip"] = (() => Zip(("a.txt", "x")), "This is a zip file without a Word document in it. Choose the Word file (DOCX) that you wrote in."),
        ["cut short"] = (() => Good[..(Good.Length / 2)], "This file is damaged or was cut short on its way. Open it in Word, save it again and choose it then."),
        ["too large"] = (() => [.. Good, .. new byte[ReturnedFile.MostBytes]], "This file is larger than 10 MB. Take pictures out of it, save it and choose it again."),
        ["macros"] = (() => Edited.With("word/vbaProject.bin", "x").Bytes(), "This file has macros in it, so it was not read. Save it as a Word document without macros (DOCX) and choose that file."),
        ["macros renamed"] = (() => Edited.Change("[Content_Types].xml", xml => xml.Replace("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal)).Bytes(), "This file has macros in it, so it was not read. Save it as a Word document without macros (DOCX) and choose that file."),
        ["embedded file"] = (() => Edited.With("word/embeddings/oleObject1.bin", "x").Bytes(), "This file has another file or a control of another program embedded in it, so it was not read. Take it out, save the file and choose it again."),
        ["remote template"] = (() => Edited.Change(Relations, rels => rels.Replace("</Relationships>", """<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://example.org/x.dotm" TargetMode="External"/></Relationships>""", StringComparison.Ordinal)).Bytes(), "This file takes a template, picture or text from elsewhere (https://example.org/x.dotm), so it was not read. Take that out, save the file and choose it again."),
        ["document type"] = (() => Edited.Change(EditedFile.Body, xml => xml.Replace("<w:document", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document", StringComparison.Ordinal)).Bytes(), $"This file declares a document type in its part word/document.xml, which no Word file does, so it was not read. {Fresh}"),
        ["document type elsewhere"] = (() => Edited.With("word/extra.xml", Encoding.Unicode.GetBytes("<!DOCTYPE x><x/>")).Bytes(), $"This file declares a document type in its part word/extra.xml, which no Word file does, so it was not read. {Fresh}"),
        ["path outside"] = (() => Edited.With("../evil.xml", "<x/>").Bytes(), $"This file holds a part whose name points outside the file, so it was not read. {Fresh}"),
        ["path with backslash"] = (() => Edited.With("word\\..\\evil.xml", "<x/>").Bytes(), $"This file holds a part whose name points outside the file, so it was not read. {Fresh}"),
        ["bomb"] = (() => Edited.With("word/bomb.xml", new byte[30_000_000]).Bytes(), $"This file unpacks to far more than a form can hold, so it was not read. {Fresh}"),
        ["bomb in pieces"] = (() => Edited.With("word/a.xml", new byte[15_000_000]).With("word/b.xml", new byte[15_000_000]).With("word/c.xml", new byte[15_000_000]).Bytes(), $"This file unpacks to far more than a form can hold, so it was not read. {Fresh}"),
        ["thousands of parts"] = (() => Zip([.. Enumerable.Range(0, 2001).Select(n => ($"word/{n}.xml", "<x/>"))]), $"This file holds far more parts than a Word file has, so it was not read. {Fresh}"),
        ["thousands of controls"] = (() => Edited.Change(EditedFile.Body, xml => xml.Replace("<w:body>", "<w:body>" + string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent/></w:sdt>", 250_000)), StringComparison.Ordinal)).Bytes(), $"The file’s part word/document.xml holds far more than a form can, so nothing was read. {Fresh}"),
        ["nested deep"] = (() => Edited.Change(EditedFile.Body, xml => xml.Replace("<w:body>", "<w:body>" + string.Concat(Enumerable.Repeat("<w:p>", 50_000)) + string.Concat(Enumerable.Repeat("</w:p>", 50_000)), StringComparison.Ordinal)).Bytes(), $"The file’s part word/document.xml holds far more than a form can, so nothing was read. {Fresh}"),
        ["broken part"] = (() => Edited.Change(EditedFile.Body, xml => xml.Replace("</w:body>", "", StringComparison.Ordinal)).Bytes(), "The file’s part word/document.xml is broken in line 2, so nothing was read. Open the file in Word, save it under a new name and choose that one."),
        ["control characters"] = (() => Edited.Change(EditedFile.Body, xml => xml.Replace("Write here", "Write\u0001here", StringComparison.Ordinal)).Bytes(), "The file’s part word/document.xml is broken in line 2, so nothing was read. Open the file in Word, save it under a new name and choose that one."),
        ["no text"] = (() => Edited.With(EditedFile.Body, "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>").Bytes(), "This Word file has no text in it. Choose the file that you wrote in."),
    };

    private static byte[] OldOffice => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static EditedFile Edited => new(Good);

    public static TheoryData<string> Kinds() => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_is_refused_in_a_sentence_that_says_what_to_do(string kind) =>
        Assert.Equal(Table[kind].Sentence, Assert.Throws<UnreadableFileException>(() => ReturnedFile.Open(Table[kind].Bytes())).Message);

    [Fact]
    public void A_bomb_takes_little_memory()
    {
        var bomb = Table["bomb"].Bytes();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<UnreadableFileException>(() => ReturnedFile.Open(bomb));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 150_000_000);
    }

    [Fact]
    public void A_link_that_people_may_press_is_no_harm() =>
        Assert.NotNull(ReturnedFile.Open(Edited.Change(Relations, rels => rels.Replace("</Relationships>", """<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:office@school.example" TargetMode="External"/></Relationships>""", StringComparison.Ordinal)).Bytes()).Line);

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
