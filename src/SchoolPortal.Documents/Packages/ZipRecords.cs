using System.Buffers.Binary;
using System.Text;

namespace SchoolPortal.Documents.Packages;

/// <summary>One file as a zip's records describe it.</summary>
internal readonly record struct ZipEntry(string Name, ushort Method, uint Checksum, int Packed, int Length, long Offset);

/// <summary>
/// The records round the files of a zip. Every time stamp is the zip format's first day, and names are ASCII. Refuses a zip
/// that would need the format's 64-bit form: more than 65,534 files, or a file that begins beyond 4 GiB.
/// </summary>
internal static class ZipRecords
{
    internal const ushort Stored = 0;
    internal const ushort Deflated = 8;

    internal const int LocalLength = 30;
    internal const int CentralLength = 46;
    internal const int EndLength = 22;

    private const uint LocalSignature = 0x04034b50;
    private const uint CentralSignature = 0x02014b50;
    private const uint EndSignature = 0x06054b50;
    private const ushort VersionTwo = 20;
    private const ushort FirstDay = 0x21; // 1 January 1980
    private const int Most = ushort.MaxValue - 1;

    /// <summary>Writes what stands before a file's bytes; gives its length.</summary>
    internal static int WriteLocal(ZipEntry entry, Stream output)
    {
        Span<byte> record = stackalloc byte[LocalLength];
        record.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(record, LocalSignature);
        Describe(entry, record[4..]);
        output.Write(record);
        return LocalLength + WriteName(entry.Name, output);
    }

    /// <summary>Writes the list of all files, with which a zip ends.</summary>
    internal static void WriteDirectory(IEnumerable<ZipEntry> entries, long start, Stream output)
    {
        Span<byte> record = stackalloc byte[CentralLength];
        var length = 0;
        var count = 0;
        foreach (var entry in entries)
        {
            record.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(record, CentralSignature);
            BinaryPrimitives.WriteUInt16LittleEndian(record[4..], VersionTwo);
            Describe(entry, record[6..]);
            BinaryPrimitives.WriteUInt32LittleEndian(record[42..], checked((uint)entry.Offset));
            output.Write(record);
            length += CentralLength + WriteName(entry.Name, output);
            count++;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most, nameof(entries));
        var end = record[..EndLength];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)count);
        BinaryPrimitives.WriteInt32LittleEndian(end[12..], length);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], checked((uint)start));
        output.Write(end);
    }

    /// <summary>The 26 bytes that a file's local header and its line in the directory share.</summary>
    private static void Describe(ZipEntry entry, Span<byte> shared)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(shared, VersionTwo);
        BinaryPrimitives.WriteUInt16LittleEndian(shared[4..], entry.Method);
        BinaryPrimitives.WriteUInt16LittleEndian(shared[8..], FirstDay);
        BinaryPrimitives.WriteUInt32LittleEndian(shared[10..], entry.Checksum);
        BinaryPrimitives.WriteInt32LittleEndian(shared[14..], entry.Packed);
        BinaryPrimitives.WriteInt32LittleEndian(shared[18..], entry.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(shared[22..], (ushort)entry.Name.Length);
    }

    private static int WriteName(string name, Stream output)
    {
        Span<byte> bytes = stackalloc byte[name.Length];
        output.Write(bytes[..Encoding.ASCII.GetBytes(name, bytes)]);
        return name.Length;
    }
}
