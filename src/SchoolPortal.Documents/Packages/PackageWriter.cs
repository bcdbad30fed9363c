namespace SchoolPortal.Documents.Packages;

/// <summary>
/// Writes a zip from parts that are compressed already. Nothing about this machine goes in, so the same parts give the same bytes.
/// </summary>
internal static class PackageWriter
{
    /// <summary>How long the zip of these parts is, in bytes.</summary>
    internal static int LengthOf(IReadOnlyList<PackagePart> parts)
    {
        var length = ZipRecords.EndLength;
        foreach (var part in parts)
        {
            length += ZipRecords.LocalLength + ZipRecords.CentralLength + (2 * part.Name.Length) + part.Compressed.Length;
        }

        return length;
    }

    /// <summary>The zip of these parts.</summary>
    internal static byte[] ToBytes(IReadOnlyList<PackagePart> parts)
    {
        var file = new byte[LengthOf(parts)];
        using var output = new MemoryStream(file);
        Write(parts, output);
        return file;
    }

    /// <summary>Writes the parts in the order given; <c>[Content_Types].xml</c> belongs first.</summary>
    internal static void Write(IReadOnlyList<PackagePart> parts, Stream output)
    {
        var entries = new ZipEntry[parts.Count];
        var position = 0L;
        for (var i = 0; i < parts.Count; i++)
        {
            entries[i] = parts[i].At(position);
            position += ZipRecords.WriteLocal(entries[i], output);
            output.Write(parts[i].Compressed.Span);
            position += parts[i].Compressed.Length;
        }

        ZipRecords.WriteDirectory(entries, position, output);
    }
}
