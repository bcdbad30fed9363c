using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace SchoolPortal.Documents.Tests.Forms;

/// <summary>Reads a written form as someone would who knows only tables, bookmarks and what is seen.</summary>
internal sealed class WordReader
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly Dictionary<string, XDocument> parts = [];

    internal WordReader(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        Names = [.. zip.Entries.Select(e => e.FullName)];
        foreach (var entry in zip.Entries.Where(e => !e.Name.EndsWith(".png", StringComparison.Ordinal)))
        {
            using var content = entry.Open();
            parts[entry.FullName] = XDocument.Load(content, LoadOptions.PreserveWhitespace);
        }
    }

    internal IReadOnlyList<string> Names { get; }

    internal XDocument Body => parts["word/document.xml"];

    internal XDocument Part(string name) => parts[name];

    internal IEnumerable<string> Values(string element) =>
        Body.Descendants(W + element).Select(e => (string)e.Attribute(W + "val")!);

    internal IEnumerable<string> Bookmarks => Body.Descendants(W + "bookmarkStart").Select(b => (string)b.Attribute(W + "name")!);

    /// <summary>The last cell of each row that has one of three or more.</summary>
    internal IEnumerable<string> Keys => Body.Descendants(W + "tr").Select(KeyOf).Where(k => k.Length > 0 && k != "Key");

    /// <summary>Text of the answer cell in the row whose label carries the bookmark.</summary>
    internal string AnswerByBookmark(string bookmark) =>
        TextOf(Row(Body.Descendants(W + "bookmarkStart").Single(b => (string?)b.Attribute(W + "name") == bookmark)).Elements(W + "tc").ElementAt(1));

    /// <summary>Text of the answer cell in the row that shows the key.</summary>
    internal string AnswerByKey(string key) =>
        TextOf(Body.Descendants(W + "tr").Single(r => KeyOf(r) == key).Elements(W + "tc").ElementAt(1));

    /// <summary>All cells of the rows whose key starts so, without the key.</summary>
    internal IReadOnlyList<IReadOnlyList<string>> RowsByKey(string start) =>
        [.. Body.Descendants(W + "tr").Where(r => KeyOf(r).StartsWith(start, StringComparison.Ordinal))
            .Select(r => (IReadOnlyList<string>)[.. r.Elements(W + "tc").SkipLast(1).Select(TextOf)])];

    /// <summary>Everything a person can read, paragraph by paragraph.</summary>
    internal IReadOnlyList<string> Paragraphs => [.. Body.Descendants(W + "p").Select(ParagraphText)];

    internal IReadOnlyList<string> ParagraphsIn(string style) =>
        [.. Body.Descendants(W + "p")
            .Where(p => (string?)p.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val") == style)
            .Select(ParagraphText)];

    internal static string TextOf(XElement cell) => string.Join('\n', cell.Descendants(W + "p").Select(ParagraphText));

    private static string KeyOf(XElement row) => TextOf(row.Elements(W + "tc").Last()) is var key && key.Contains('.', StringComparison.Ordinal) && !key.Contains(' ', StringComparison.Ordinal) ? key : "";

    private static XElement Row(XElement inside) => inside.Ancestors(W + "tr").First();

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
