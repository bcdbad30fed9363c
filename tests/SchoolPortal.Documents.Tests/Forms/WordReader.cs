using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SchoolPortal.Documents.Forms;
using Xunit;

namespace SchoolPortal.Documents.Tests.Forms;

/// <summary>Reads a written form as someone would who knows only tables, bookmarks and what is seen.</summary>
internal sealed class WordReader
{
    internal static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly Dictionary<string, XDocument> parts = [];
    private readonly List<(string Key, XElement Row)> rows;
    private readonly Dictionary<string, XElement> rowByBookmark;

    internal WordReader(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        foreach (var entry in zip.Entries.Where(e => !e.Name.EndsWith(".png", StringComparison.Ordinal)))
        {
            using var content = entry.Open();
            parts[entry.FullName] = XDocument.Load(content, LoadOptions.PreserveWhitespace);
        }

        rows = [.. Body.Descendants(W + "tr").Select(row => (TextOf(row.Elements(W + "tc").Last()), row)).Where(row => IsKey(row.Item1))];
        rowByBookmark = Body.Descendants(W + "bookmarkStart").Where(b => ((string)b.Attribute(W + "name")!).StartsWith("q_", StringComparison.Ordinal))
            .ToDictionary(b => (string)b.Attribute(W + "name")!, b => b.Ancestors(W + "tr").First());
    }

    /// <summary>Writes the content, expects the validator to find nothing, and opens it for reading.</summary>
    internal static WordReader Written(FormContent content)
    {
        var bytes = FormDocument.Write(content);
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file);
        Assert.Empty(errors.Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        return new WordReader(bytes);
    }

    internal XDocument Body => parts["word/document.xml"];

    internal IEnumerable<string> Bookmarks => rowByBookmark.Keys;

    /// <summary>What stands in the key cells, from the first row to the last.</summary>
    internal IEnumerable<string> Keys => rows.Select(r => r.Key);

    internal XDocument Part(string name) => parts[name];

    internal IEnumerable<string> Values(string element) =>
        Body.Descendants(W + element).Select(e => (string)e.Attribute(W + "val")!);

    /// <summary>Text of the answer cell in the row whose label carries the bookmark.</summary>
    internal string AnswerByBookmark(string bookmark) => AnswerIn(rowByBookmark[bookmark]);

    /// <summary>Text of the answer cell in the one row that shows the key.</summary>
    internal string AnswerByKey(string key) => AnswerIn(rows.Single(r => r.Key == key).Row);

    /// <summary>The answer cell itself.</summary>
    internal XElement CellByKey(string key) => rows.Single(r => r.Key == key).Row.Elements(W + "tc").ElementAt(1);

    /// <summary>All cells of the rows whose key starts so, without the key.</summary>
    internal IReadOnlyList<IReadOnlyList<string>> RowsByKey(string start) =>
        [.. rows.Where(r => r.Key.StartsWith(start, StringComparison.Ordinal))
            .Select(r => (IReadOnlyList<string>)[.. r.Row.Elements(W + "tc").SkipLast(1).Select(TextOf)])];

    /// <summary>Everything a person can read, paragraph by paragraph.</summary>
    internal IReadOnlyList<string> Paragraphs => [.. Body.Descendants(W + "p").Select(ParagraphText)];

    internal IReadOnlyList<string> ParagraphsIn(string style) =>
        [.. Body.Descendants(W + "p")
            .Where(p => (string?)p.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val") == style)
            .Select(ParagraphText)];

    private static bool IsKey(string text) => text.Contains('.', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal);

    private static string AnswerIn(XElement row) => TextOf(row.Elements(W + "tc").ElementAt(1));

    private static string TextOf(XElement cell) => string.Join('\n', cell.Descendants(W + "p").Select(ParagraphText));

    private static string ParagraphText(XElement paragraph)
    {
        var text = new StringBuilder();
        foreach (var node in paragraph.Descendants())
        {
            _ = node.Name.LocalName switch
            {
                "t" => text.Append(node.Value),
                "br" => text.Append('\n'),
                "tab" when node.Parent?.Name == W + "r" => text.Append('\t'),
                _ => text,
            };
        }

        return text.ToString();
    }
}
