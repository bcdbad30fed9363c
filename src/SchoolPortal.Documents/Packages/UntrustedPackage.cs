using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace SchoolPortal.Documents.Packages;

/// <summary>One line of what a part refers to.</summary>
/// <param name="Id">By which the part names it.</param>
/// <param name="Type">What it is: an address that ends in <c>/image</c>, <c>/header</c> and so on.</param>
/// <param name="Target">Name of another part, or whatever the file says when it lies outside.</param>
/// <param name="IsExternal">It lies outside the file.</param>
internal sealed record PackageRelation(string Id, string Type, string Target, bool IsExternal);

/// <summary>
/// A Word file from outside, held to be hostile: its size is bounded while it is unpacked, names in it never become paths,
/// and one that carries programs, other files or the address of something to fetch is refused (requirements R48 to R51).
/// Pictures and the like are not unpacked.
/// </summary>
internal sealed class UntrustedPackage
{
    /// <summary>Largest file that is read, in bytes.</summary>
    internal const int MostBytes = 10_000_000;

    private const int MostParts = 2_000;
    private const int MostOfPart = 20_000_000;
    private const int MostUnpacked = 40_000_000;

    private const string ContentTypes = "[Content_Types].xml";
    private const string FreshDraft = "Download it from the portal again and write into that copy.";

    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static readonly byte[][] DocumentTypes = ["<!DOCTYPE"u8.ToArray(), Encoding.Unicode.GetBytes("<!DOCTYPE"), Encoding.BigEndianUnicode.GetBytes("<!DOCTYPE")];

    private readonly byte[] file;
    private readonly Dictionary<string, byte[]> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly XElement? root;

    private UntrustedPackage(byte[] bytes)
    {
        file = bytes;
        using var zip = new ZipArchive(new MemoryStream(bytes));
        if (zip.Entries.Count > MostParts)
        {
            throw Refused("holds far more parts than a Word file has");
        }

        var unpacked = 0L;
        foreach (var entry in zip.Entries)
        {
            Check(entry);
            if (IsXml(entry.FullName))
            {
                var part = Unpack(entry);
                unpacked += part.Length;
                if (unpacked > MostUnpacked || !parts.TryAdd(entry.FullName, part))
                {
                    throw Refused(unpacked > MostUnpacked ? "unpacks to far more than a form can hold" : $"has two parts named {entry.FullName}");
                }
            }
        }

        if (!parts.ContainsKey(ContentTypes))
        {
            throw FileKinds.NoWordFile([.. zip.Entries.Select(entry => entry.FullName)]);
        }

        CheckRelations();
        root = parts.TryGetValue("_rels/.rels", out var rels) ? UntrustedXml.Read("_rels/.rels", rels) : null;
        MainPart = Target("/officeDocument") is { } main && parts.ContainsKey(main)
            ? main
            : throw FileKinds.NoWordFile([.. zip.Entries.Select(entry => entry.FullName)]);
        CheckContentType();
    }

    /// <summary>Name of the part that holds the text.</summary>
    internal string MainPart { get; }

    /// <summary>Opens the file, or says why it is not read.</summary>
    internal static UntrustedPackage Open(byte[] bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new UnreadableFileException("This file is larger than 10 MB. Take pictures out of it, save it and choose it again.");
        }

        FileKinds.RefuseAllButZip(bytes);
        try
        {
            return new UntrustedPackage(bytes);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException)
        {
            throw new UnreadableFileException("This file is damaged or was cut short on its way. Open it in Word, save it again and choose it then.");
        }
    }

    /// <summary>The part that holds the text, but for what is left out (by the local names of parent and child).</summary>
    internal XElement Main(Func<string, string, bool> leaveOut) => UntrustedXml.Read(MainPart, parts[MainPart], leaveOut);

    /// <summary>The part that the package names for this purpose (the end of its relationship type), or null.</summary>
    internal XElement? Named(string purpose) =>
        Target(purpose) is { } name && parts.TryGetValue(name, out var part) ? UntrustedXml.Read(name, part) : null;

    /// <summary>A part that will be written again, or null when the file has none of this name.</summary>
    internal XElement? Part(string name) =>
        parts.TryGetValue(name, out var part) ? UntrustedXml.Read(name, part, keepPrefixes: true) : null;

    /// <summary>What a part refers to.</summary>
    internal IReadOnlyList<PackageRelation> RelationsOf(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var name = $"{folder}_rels/{part[folder.Length..]}.rels";
        return !parts.TryGetValue(name, out var rels) ? [] :
        [
            .. from relation in UntrustedXml.Read(name, rels).Descendants(Relations + "Relationship")
               let target = (string?)relation.Attribute("Target") ?? ""
               let isExternal = (string?)relation.Attribute("TargetMode") == "External"
               select new PackageRelation(
                   (string?)relation.Attribute("Id") ?? "",
                   (string?)relation.Attribute("Type") ?? "",
                   isExternal ? target : PathOf(folder, target),
                   isExternal),
        ];
    }

    /// <summary>The bytes of a part that is no XML, bounded like the others; null when the file has none of this name.</summary>
    internal byte[]? Picture(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.GetEntry(name) is { } entry ? Unpack(entry) : null;
    }

    private static string PathOf(string folder, string target)
    {
        var steps = new Stack<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step != "..")
            {
                steps.Push(step);
            }
            else
            {
                _ = steps.TryPop(out _);
            }
        }

        return string.Join('/', steps.Reverse());
    }

    private static void Check(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        if (name.Contains('\\', StringComparison.Ordinal) || name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal)
            || name.Split('/').Contains(".."))
        {
            throw Refused("holds a part whose name points outside the file");
        }

        if (entry.IsEncrypted)
        {
            throw new UnreadableFileException("This file is protected with a password. Open it in Word, take the password off, save it and choose it again.");
        }

        if (name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || name.Contains("vbaData", StringComparison.OrdinalIgnoreCase))
        {
            throw Macros();
        }

        if (name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase) || name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused("has another file or a control of another program embedded in it", "Take it out, save the file and choose it again.");
        }
    }

    private static byte[] Unpack(ZipArchiveEntry entry)
    {
        using var packed = entry.Open();
        using var held = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = packed.Read(buffer)) > 0)
        {
            if (held.Length + read > MostOfPart)
            {
                throw Refused("unpacks to far more than a form can hold");
            }

            held.Write(buffer, 0, read);
        }

        var part = held.ToArray();
        return DocumentTypes.Any(mark => part.AsSpan().IndexOf(mark) >= 0)
            ? throw Refused($"declares a document type in its part {entry.FullName}, which no Word file does")
            : part;
    }

    private void CheckRelations()
    {
        foreach (var (name, part) in parts.Where(part => part.Key.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            // A link that people may press is never followed here; anything else would be fetched by whoever opens the file.
            var fetched = UntrustedXml.Read(name, part).Descendants(Relations + "Relationship").FirstOrDefault(relation =>
                (string?)relation.Attribute("TargetMode") == "External"
                && ((string?)relation.Attribute("Type"))?.EndsWith("/hyperlink", StringComparison.Ordinal) != true);
            if (fetched is not null)
            {
                throw Refused($"takes a template, picture or text from elsewhere ({Short((string?)fetched.Attribute("Target"))})", "Take that out, save the file and choose it again.");
            }
        }
    }

    private void CheckContentType()
    {
        var types = UntrustedXml.Read(ContentTypes, parts[ContentTypes]).Elements().ToList();
        var own = types.Find(type => string.Equals((string?)type.Attribute("PartName"), "/" + MainPart, StringComparison.OrdinalIgnoreCase))
            ?? types.Find(type => (string?)type.Attribute("Extension") == "xml");
        var type = (string?)own?.Attribute("ContentType") ?? "";
        if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
        {
            throw Macros();
        }

        if (!type.Contains("wordprocessingml.document.main", StringComparison.Ordinal))
        {
            throw FileKinds.NoWordFile(parts.Keys);
        }
    }

    private string? Target(string purpose) => root?.Descendants(Relations + "Relationship")
        .Where(relation => ((string?)relation.Attribute("Type"))?.EndsWith(purpose, StringComparison.Ordinal) == true)
        .Select(relation => ((string?)relation.Attribute("Target"))?.TrimStart('/'))
        .FirstOrDefault();

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static string Short(string? address) => address is null ? "" : address.Length <= 60 ? address : address[..59] + "…";

    private static UnreadableFileException Macros() =>
        Refused("has macros in it", "Save it as a Word document without macros (DOCX) and choose that file.");

    private static UnreadableFileException Refused(string why, string next = FreshDraft) =>
        new($"This file {why}, so it was not read. {next}");
}
