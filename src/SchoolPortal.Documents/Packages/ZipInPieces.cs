namespace SchoolPortal.Documents.Packages;

/// <summary>A finished file within a zip.</summary>
/// <param name="Name">Its name, ASCII.</param>
/// <param name="Checksum">CRC-32, from <see cref="ZipInPieces.ChecksumOf"/>.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Offset">Where its header begins in the zip.</param>
public sealed record ZippedFile(string Name, uint Checksum, int Length, long Offset)
{
    internal ZipEntry Entry => new(Name, ZipRecords.Stored, Checksum, Length, Length, Offset);
}

/// <summary>
/// A zip of files that are compressed already, written piece by piece, with any time and place in between: what must be known of
/// each file for the list at the end is a few numbers. Files are stored as they are.
/// </summary>
public static class ZipInPieces
{
    /// <summary>A file with what stands before it in the zip.</summary>
    public static byte[] Piece(ZippedFile file, ReadOnlySpan<byte> content)
    {
        var piece = new byte[HeaderLength(file.Name) + content.Length];
        WriteHeader(file, piece);
        content.CopyTo(piece.AsSpan(piece.Length - content.Length));
        return piece;
    }

    /// <summary>What stands before a file, for one whose content is written apart.</summary>
    public static byte[] Header(ZippedFile file)
    {
        var header = new byte[HeaderLength(file.Name)];
        WriteHeader(file, header);
        return header;
    }

    /// <summary>Bytes before the content of a file of this name.</summary>
    public static int HeaderLength(string name) => ZipRecords.LocalLength + name.Length;

    /// <summary>Writes the list of all files, which ends the zip. Refuses more than 65,534 files, or more than 4 GiB.</summary>
    /// <param name="files">In the order in which they stand in the zip.</param>
    /// <param name="start">How much of the zip is written.</param>
    /// <param name="output">Where it goes.</param>
    public static void Finish(IEnumerable<ZippedFile> files, long start, Stream output) =>
        ZipRecords.WriteDirectory(files.Select(file => file.Entry), start, output);

    /// <summary>The CRC-32 of content, or of content that follows what had another.</summary>
    public static uint ChecksumOf(ReadOnlySpan<byte> content, uint before = 0) => Crc32.Of(content, before);

    private static void WriteHeader(ZippedFile file, byte[] piece)
    {
        using var start = new MemoryStream(piece);
        ZipRecords.WriteLocal(file.Entry, start);
    }
}
