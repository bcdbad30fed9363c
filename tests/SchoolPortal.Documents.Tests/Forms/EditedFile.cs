using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using SchoolPortal.Documents.Forms;

namespace SchoolPortal.Documents.Tests.Forms;

/// <summary>A written form as somebody changed it: the zip is taken apart, changed and put together again.</summary>
internal sealed class EditedFile
{
    internal const string Body = "word/document.xml";

    internal static readonly XNamespace W = WordReader.W;

    private readonly Dictionary<string, byte[]> parts = [];

    internal EditedFile(byte[] docx)
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

    internal static EditedFile Of(FormContent content) => new(FormDocument.Write(content));

    internal EditedFile With(string part, byte[] bytes)
    {
        parts[part] = bytes;
        return this;
    }

    internal EditedFile With(string part, string text) => With(part, Encoding.UTF8.GetBytes(text));

    internal EditedFile Without(string part)
    {
        parts.Remove(part);
        return this;
    }

    /// <summary>Changes a part's text.</summary>
    internal EditedFile Change(string part, Func<string, string> change) => With(part, change(Encoding.UTF8.GetString(parts[part])));

    /// <summary>Changes the document.</summary>
    internal EditedFile Edit(Action<XElement> edit)
    {
        var tree = XDocument.Parse(Encoding.UTF8.GetString(parts[Body]), LoadOptions.PreserveWhitespace);
        edit(tree.Root!.Element(W + "body")!);
        return With(Body, tree.ToString(SaveOptions.DisableFormatting));
    }

    internal byte[] Bytes()
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
internal static class Edits
{
    private static readonly XNamespace W = EditedFile.W;

    internal static XElement Row(this XElement body, string key) => body.Descendants(W + "tr").Single(row => TextOf(row.Elements(W + "tc").Last()) == key);

    internal static XElement Cell(this XElement body, string key, int cell = 1) => body.Row(key).Elements(W + "tc").ElementAt(cell);

    /// <summary>Types over everything in a cell, a paragraph for each line; controls are gone afterwards, as in every writer.</summary>
    internal static void Type(this XElement cell, params string[] lines)
    {
        cell.Elements().Where(e => e.Name != W + "tcPr").Remove();
        cell.Add(lines.Select(Paragraph));
    }

    internal static XElement Paragraph(string text) => new(W + "p", Run(text));

    internal static XElement Run(string text) => new(W + "r", new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    private static string TextOf(XElement cell) => string.Concat(cell.Descendants(W + "t").Select(t => t.Value));
}
