using System.IO.Compression;

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
    /// <summary>Writes one file to the zip; the caller knows where it stands in it.</summary>
    public static void Append(ZippedFile file, ReadOnlySpan<byte> content, Stream output)
    {
        ZipRecords.WriteLocal(file.Entry, output);
        output.Write(content);
    }

    /// <summary>Writes the list of all files, which ends the zip. Refuses more than 65,534 files, or more than 4 GiB.</summary>
    /// <param name="files">In the order in which they stand in the zip.</param>
    /// <param name="start">How much of the zip is written.</param>
    /// <param name="output">Where it goes.</param>
    public static void Finish(IEnumerable<ZippedFile> files, long start, Stream output) =>
        ZipRecords.WriteDirectory(files.Select(file => file.Entry), start, output);

    /// <summary>How much one file adds to the zip before the list at its end.</summary>
    public static int LengthOf(string name, int content) => ZipRecords.LocalLength + name.Length + content;

    /// <summary>The CRC-32 that a zip wants of a file. The runtime's own compressor, told not to compress, computes it in passing.</summary>
    public static uint ChecksumOf(ReadOnlySpan<byte> content) => PackagePart.Of("", content, CompressionLevel.NoCompression).Checksum;
}
