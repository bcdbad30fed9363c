using System.Buffers.Binary;
using System.IO.Compression;

namespace SchoolPortal.Documents.Packages;

/// <summary>
/// One part of a package as it lies in the zip: name, checksum, length and compressed bytes. What never changes is
/// compressed once and copied into every document as it is, which is where the speed comes from.
/// </summary>
internal sealed record PackagePart(string Name, uint Checksum, int Length, ReadOnlyMemory<byte> Compressed)
{
    // A gzip member is a 10 byte header, the same deflate stream that a zip holds, then the same CRC-32 and the length:
    // the runtime's own compressor gives all three in one pass.
    private const int GzipHeader = 10;
    private const int GzipTrailer = 8;

    /// <summary>This part as a zip lists it.</summary>
    internal ZipEntry At(long offset) => new(Name, ZipRecords.Deflated, Checksum, Compressed.Length, Length, offset);

    /// <summary>Compresses a part.</summary>
    /// <param name="name">Path in the package without a leading slash, ASCII.</param>
    /// <param name="content">The bytes as they should be read again.</param>
    /// <param name="level">How hard to try; parts written for each document take the fastest.</param>
    internal static PackagePart Of(string name, ReadOnlySpan<byte> content, CompressionLevel level)
    {
        if (content.IsEmpty)
        {
            // The compressor writes nothing at all for nothing; a zip wants the two bytes of an empty deflate stream.
            return new PackagePart(name, 0, 0, new byte[] { 3, 0 });
        }

        var compressed = new MemoryStream(capacity: 256 + (content.Length / 8));
        using (var gzip = new GZipStream(compressed, level, leaveOpen: true))
        {
            gzip.Write(content);
        }

        var member = compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
        var checksum = BinaryPrimitives.ReadUInt32LittleEndian(member.Span[^GzipTrailer..]);
        return new PackagePart(name, checksum, content.Length, member[GzipHeader..^GzipTrailer]);
    }
}
