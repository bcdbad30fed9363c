using System.IO.Compression;
using System.Xml.Linq;
using SchoolPortal.Documents.Packages;
using static SchoolPortal.Documents.Forms.WordNames;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// The parts of somebody's template, put together anew: text, headers and footers, styles, lists, settings, theme and pictures.
/// Whatever else the file holds stays behind.
/// </summary>
internal sealed class TemplateParts
{
    /// <summary>Most bytes of pictures, styles and the like.</summary>
    private const int MostCarried = 2_000_000;

    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string OfficeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static readonly XNamespace Relations = PackageRelations;
    private static readonly XNamespace ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>What is taken over, by the end of its relationship type, with what it is.</summary>
    private static readonly Dictionary<string, string> Kept = new(StringComparer.Ordinal)
    {
        ["styles"] = $"{Types}styles+xml",
        ["numbering"] = $"{Types}numbering+xml",
        ["settings"] = $"{Types}settings+xml",
        ["fontTable"] = $"{Types}fontTable+xml",
        ["theme"] = "application/vnd.openxmlformats-officedocument.theme+xml",
        ["header"] = $"{Types}header+xml",
        ["footer"] = $"{Types}footer+xml",
        ["image"] = "",
    };

    /// <summary>Settings that shape pages. Others lead to other files, or are of no use in a document.</summary>
    private static readonly HashSet<string> KeptSettings =
        ["zoom", "mirrorMargins", "defaultTabStop", "autoHyphenation", "evenAndOddHeaders", "characterSpacingControl", "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"];

    private static readonly (byte[] Start, string Type)[] Pictures =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ("GIF8"u8.ToArray(), "image/gif"),
    ];

    private readonly UntrustedPackage package;
    private readonly List<string> problems;
    private readonly Dictionary<string, (string Type, byte[] Bytes)> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> marked = new(StringComparer.Ordinal);

    internal TemplateParts(UntrustedPackage package, List<string> problems)
    {
        (this.package, this.problems) = (package, problems);
        var styles = package.RelationsOf(package.MainPart).FirstOrDefault(relation => PurposeOf(relation) == "styles");
        var found = styles is null ? null : package.Part(styles.Target);
        if (found is null)
        {
            problems.Add("The file has no styles, by which the portal lays out answers. Open it in Word, save it under a new name and choose that one.");
        }

        Styles = new TemplateStyles(found);
    }

    /// <summary>The styles.</summary>
    internal TemplateStyles Styles { get; }

    /// <summary>The parts that are filled, with their marks.</summary>
    internal IReadOnlyDictionary<string, byte[]> Marked => marked;

    /// <summary>Takes over the marked text and everything it needs.</summary>
    internal void Add(XElement main)
    {
        CheckMargins(main);
        AddMarked(package.MainPart, $"{Types}document.main+xml", main);
    }

    /// <summary>The whole, with room for what each document writes.</summary>
    internal PackageTemplate Package()
    {
        if (parts.Sum(part => part.Value.Bytes.Length) is var carried and > MostCarried)
        {
            problems.Add($"The pictures and styles of the file come to {carried / 1_000_000.0:0.0} MB, which every agreement would carry. Make the pictures smaller: together up to {MostCarried / 1_000_000} MB.");
        }

        var root = new[]
        {
            ("rIdDocument", $"{OfficeRelation}officeDocument", package.MainPart),
            ("rIdCore", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", FormParts.Core),
            ("rIdCustom", $"{OfficeRelation}custom-properties", FormParts.Custom),
        };
        parts[FormParts.Core] = ("application/vnd.openxmlformats-package.core-properties+xml", []);
        parts[FormParts.Custom] = ("application/vnd.openxmlformats-officedocument.custom-properties+xml", []);
        var types = new XElement(
            ContentTypes + "Types",
            new XElement(ContentTypes + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            parts.Where(part => part.Value.Type.Length > 0).Select(part =>
                new XElement(ContentTypes + "Override", new XAttribute("PartName", $"/{part.Key}"), new XAttribute("ContentType", part.Value.Type))));
        parts["_rels/.rels"] = ("", OwnTemplate.Written(RelationsOf(root)));
        parts["[Content_Types].xml"] = ("", OwnTemplate.Written(types));
        using var file = new MemoryStream();
        PackageWriter.Write([.. parts.Select(part => PackagePart.Of(part.Key, part.Value.Bytes, CompressionLevel.Fastest))], file);
        file.Position = 0;
        return PackageTemplate.Read(file, [.. marked.Keys, FormParts.Core, FormParts.Custom]);
    }

    private void AddMarked(string name, string type, XElement part)
    {
        foreach (var (prefix, space) in Prefixes)
        {
            part.SetAttributeValue(XNamespace.Xmlns + prefix, space.NamespaceName);
        }

        var ignorable = ((string?)part.Attribute(Compatibility + "Ignorable") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        part.SetAttributeValue(Compatibility + "Ignorable", string.Join(' ', ignorable.Union(["w14"])));
        marked[name] = OwnTemplate.Written(TemplateMarkupCheck.InWordsOfWord(part));
        parts[name] = (type, []);
        AddRelations(name, part);
    }

    private void AddRelations(string name, XElement part)
    {
        var relations = new List<(string, string, string)>();
        foreach (var relation in package.RelationsOf(name).Where(relation => !relation.IsExternal && Kept.ContainsKey(PurposeOf(relation))))
        {
            AddPart(relation);
            relations.Add((relation.Id, relation.Type, relation.Target));
        }

        foreach (var link in package.RelationsOf(name).Where(relation => relation.IsExternal))
        {
            problems.Add($"{PlaceIn(name)}: The link to “{link.Target}” leads out of the file. A signed document must say everything itself: write the address as plain text, without a link.");
        }

        var known = package.RelationsOf(name).Where(relation => relation.IsExternal).Select(relation => relation.Id).Concat(relations.Select(relation => relation.Item1)).ToHashSet(StringComparer.Ordinal);
        if (part.Descendants().Attributes().FirstOrDefault(attribute => attribute.Name.Namespace == R && !known.Contains(attribute.Value)) is { } lost)
        {
            problems.Add($"{PlaceIn(name)}: Something that the portal does not take over stands there ({lost.Parent!.Name.LocalName} {lost.Value}). Take out whatever is no text, table or picture (PNG, JPEG or GIF).");
        }

        if (relations.Count > 0)
        {
            var slash = name.LastIndexOf('/') + 1;
            parts[$"{name[..slash]}_rels/{name[slash..]}.rels"] = ("", OwnTemplate.Written(RelationsOf(relations)));
        }
    }

    private void AddPart(PackageRelation relation)
    {
        var (name, purpose) = (relation.Target, PurposeOf(relation));
        if (parts.ContainsKey(name))
        {
            return;
        }

        if (purpose == "image")
        {
            AddPicture(name);
        }
        else if (package.Part(name) is not { } part)
        {
            problems.Add($"The file’s part {name} is not there. Open the file in Word, save it under a new name and choose that one.");
        }
        else if (purpose is "header" or "footer")
        {
            MarkMargin(part, purpose == "header");
            AddMarked(name, Kept[purpose], part);
        }
        else
        {
            var cleaned = TemplateMarkupCheck.InWordsOfWord(Clean(purpose, part));
            parts[name] = (Kept[purpose], OwnTemplate.Written(cleaned));
            AddRelations(name, cleaned);
        }
    }

    private XElement Clean(string purpose, XElement part)
    {
        switch (purpose)
        {
            case "styles":
                return Styles.Whole();
            case "settings":
                part.Elements().Where(setting => !KeptSettings.Contains(setting.Name.LocalName)).Remove();
                return part;
            case "fontTable":
                part.Descendants().Where(font => font.Name.LocalName.StartsWith("embed", StringComparison.Ordinal)).Remove();
                return part;
            default:
                return part;
        }
    }

    private void AddPicture(string name)
    {
        var bytes = package.Picture(name) ?? [];
        var type = Pictures.FirstOrDefault(kind => bytes.AsSpan().StartsWith(kind.Start)).Type;
        if (type is null)
        {
            problems.Add($"The picture {name} is none that every program shows. Save it as PNG or JPEG and put it in again.");
        }

        parts[name] = (type ?? "", bytes);
    }

    /// <summary>Marks a header or footer: the portal's texts, and across the page whatever a document must not be taken for.</summary>
    private void MarkMargin(XElement part, bool isHeader)
    {
        TemplateMarkupCheck.Report(part, _ => isHeader ? "The header" : "The footer", problems);
        TemplateMarkupCheck.Tidy(part);
        _ = TemplateBody.MarkText(part, TemplateTexts.HeaderSchool);
        _ = TemplateBody.MarkText(part, TemplateTexts.FooterEdition);
        var hasReaders = TemplateBody.MarkText(part, TemplateTexts.FooterReaders) is not null;
        TemplateBody.DropAnchors(part);
        if (part.Elements(W + "p").LastOrDefault() is not { } line)
        {
            part.Add(line = new XElement(W + "p"));
        }

        if (isHeader)
        {
            line.Add(Mark(TemplateMark.Watermark));
        }
        else if (!hasReaders)
        {
            line.Add(new XElement(W + "r", Mark(TemplateMark.Text, TemplateTexts.FooterReaders)));
        }
    }

    /// <summary>DRAFT and SUPERSEDED hang on the headers, so every page must have one; a footer says who may read it.</summary>
    private void CheckMargins(XElement main)
    {
        var settings = package.RelationsOf(package.MainPart).FirstOrDefault(relation => PurposeOf(relation) == "settings") is { } relation ? package.Part(relation.Target) : null;
        var has = main.Descendants(W + "headerReference").Select(reference => (string?)reference.Attribute(W + "type") ?? "default").ToHashSet(StringComparer.Ordinal);
        Need("default", true, "no header");
        Need("first", main.Descendants(W + "titlePg").Any(), "no header for the first page, which is set to have one of its own");
        Need("even", settings?.Element(W + "evenAndOddHeaders") is not null, "no header for even pages, which are set to have one of their own");

        if (!main.Descendants(W + "footerReference").Any())
        {
            problems.Add("The footer: The file has no footer, in which the portal says who may read it. Type something into the footer.");
        }

        void Need(string type, bool isNeeded, string what)
        {
            if (isNeeded && !has.Contains(type))
            {
                problems.Add($"The header: The file has {what}. The portal writes DRAFT and SUPERSEDED across each page by it; type something into that header, or change that setting.");
            }
        }
    }

    private static XElement RelationsOf(IEnumerable<(string Id, string Type, string Target)> relations) => new(
        Relations + "Relationships",
        relations.Select(relation => new XElement(
            Relations + "Relationship", new XAttribute("Id", relation.Id), new XAttribute("Type", relation.Type), new XAttribute("Target", $"/{relation.Target}"))));

    private string PlaceIn(string part) =>
        part == package.MainPart ? "The text" : part.Contains("header", StringComparison.Ordinal) ? "The header" : part.Contains("footer", StringComparison.Ordinal) ? "The footer" : $"The part {part}";

    private static string PurposeOf(PackageRelation relation) => relation.Type[(relation.Type.LastIndexOf('/') + 1)..];
}
