using System.IO.Compression;

namespace SchoolPortal.Documents.Packages;

/// <summary>
/// A Word file taken apart once: parts that are the same in every document stay compressed, parts that differ are
/// written anew for each. The file can come from Word itself or from the SDK.
/// </summary>
internal sealed class PackageTemplate
{
    private const string ContentTypes = "[Content_Types].xml";

    private readonly PackagePart?[] parts;
    private readonly string[] names;

    private PackageTemplate(string[] names, PackagePart?[] parts)
    {
        this.names = names;
        this.parts = parts;
    }

    /// <summary>Reads a template.</summary>
    /// <param name="docx">The whole file.</param>
    /// <param name="changing">Names of the parts that each document writes; each must be in the file.</param>
    /// <exception cref="InvalidDataException">A changing part is not in the file.</exception>
    internal static PackageTemplate Read(Stream docx, IReadOnlyCollection<string> changing)
    {
        using var zip = new ZipArchive(docx, ZipArchiveMode.Read);
        var entries = zip.Entries
            .OrderBy(e => e.FullName == ContentTypes ? 0 : 1)
            .ThenBy(e => e.FullName, StringComparer.Ordinal)
            .ToArray();
        var found = entries.Select(e => e.FullName).ToArray();
        if (changing.Except(found).FirstOrDefault() is { } missing)
        {
            throw new InvalidDataException($"The template has no part {missing}.");
        }

        return new PackageTemplate(found, [.. entries.Select(e => changing.Contains(e.FullName) ? null : Compress(e))]);
    }

    /// <summary>All parts of one document, in writing order.</summary>
    /// <param name="changed">Gives the content of each changing part by name.</param>
    internal PackagePart[] With(Func<string, PackagePart> changed)
    {
        var all = new PackagePart[parts.Length];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = parts[i] ?? changed(names[i]);
        }

        return all;
    }

    private static PackagePart Compress(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return PackagePart.Of(entry.FullName, copy.GetBuffer().AsSpan(0, (int)copy.Length), CompressionLevel.SmallestSize);
    }
}
