using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace SchoolPortal.Testing;

/// <summary>A written form as somebody changed it: the zip is taken apart, changed and put together again.</summary>
public sealed class EditedFile
{
    /// <summary>The part that holds the text.</summary>
    public const string Body = "word/document.xml";

    /// <summary>The format's own names.</summary>
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly Dictionary<string, byte[]> parts = [];

    /// <summary>Takes a file apart.</summary>
    public EditedFile(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var held = new MemoryStream();
            content.CopyTo(held);
            parts[entry.FullName] = held.ToArray();
        }
    }

    /// <summary>Puts a part in, or another in its place.</summary>
    public EditedFile With(string part, byte[] bytes)
    {
        parts[part] = bytes;
        return this;
    }

    /// <inheritdoc cref="With(string, byte[])" />
    public EditedFile With(string part, string text) => With(part, Encoding.UTF8.GetBytes(text));

    /// <summary>Takes a part out.</summary>
    public EditedFile Without(string part)
    {
        parts.Remove(part);
        return this;
    }

    /// <summary>Changes a part's text.</summary>
    public EditedFile Change(string part, Func<string, string> change) => With(part, change(Encoding.UTF8.GetString(parts[part])));

    /// <summary>Changes the document.</summary>
    public EditedFile Edit(Action<XElement> edit)
    {
        var tree = XDocument.Parse(Encoding.UTF8.GetString(parts[Body]), LoadOptions.PreserveWhitespace);
        edit(tree.Root!.Element(W + "body")!);
        return With(Body, tree.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>The whole file.</summary>
    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return file.ToArray();
    }
}

/// <summary>What people do to rows and cells.</summary>
public static class Edits
{
    private static readonly XNamespace W = EditedFile.W;

    /// <summary>The row with this key.</summary>
    public static XElement Row(this XElement body, string key) => body.Descendants(W + "tr").Single(row => TextOf(row.Elements(W + "tc").Last()) == key);

    /// <summary>A cell of that row; the answer's when nothing is said.</summary>
    public static XElement Cell(this XElement body, string key, int cell = 1) => body.Row(key).Elements(W + "tc").ElementAt(cell);

    /// <summary>Types over everything in a cell, a paragraph for each line; controls are gone afterwards, as in every writer.</summary>
    public static void Type(this XElement cell, params string[] lines)
    {
        cell.Elements().Where(e => e.Name != W + "tcPr").Remove();
        cell.Add(lines.Select(Paragraph));
    }

    /// <summary>A paragraph.</summary>
    public static XElement Paragraph(string text) => new(W + "p", Run(text));

    /// <summary>A run of text.</summary>
    public static XElement Run(string text) => new(W + "r", new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    private static string TextOf(XElement cell) => string.Concat(cell.Descendants(W + "t").Select(t => t.Value));
}
