using System.Buffers.Binary;
using System.Text;

namespace SchoolPortal.Documents.Packages;

/// <summary>
/// Writes a zip from parts that are compressed already. Every time stamp is the zip format's first day and nothing
/// about this machine goes in, so the same parts give the same bytes. Parts stay far below the 4 GiB at which a zip
/// would need its 64-bit form.
/// </summary>
internal static class PackageWriter
{
    private const uint LocalSignature = 0x04034b50;
    private const uint CentralSignature = 0x02014b50;
    private const uint EndSignature = 0x06054b50;
    private const ushort VersionTwo = 20;
    private const ushort Deflate = 8;
    private const ushort FirstDay = 0x21; // 1 January 1980

    private const int LocalLength = 30;
    private const int CentralLength = 46;
    private const int EndLength = 22;

    /// <summary>How long the zip of these parts is, in bytes.</summary>
    internal static int LengthOf(IReadOnlyList<PackagePart> parts)
    {
        var length = EndLength;
        foreach (var part in parts)
        {
            length += LocalLength + CentralLength + (2 * part.Name.Length) + part.Compressed.Length;
        }

        return length;
    }

    /// <summary>Writes the parts in the order given; <c>[Content_Types].xml</c> belongs first.</summary>
    internal static void Write(IReadOnlyList<PackagePart> parts, Stream output)
    {
        Span<byte> record = stackalloc byte[CentralLength];
        var offsets = new int[parts.Count];
        var position = 0;

        for (var i = 0; i < parts.Count; i++)
        {
            offsets[i] = position;
            var local = record[..LocalLength];
            local.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(local, LocalSignature);
            Describe(parts[i], local[4..]);
            output.Write(local);
            position += LocalLength + WriteName(parts[i], output);
            output.Write(parts[i].Compressed.Span);
            position += parts[i].Compressed.Length;
        }

        var directory = position;
        for (var i = 0; i < parts.Count; i++)
        {
            record.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(record, CentralSignature);
            BinaryPrimitives.WriteUInt16LittleEndian(record[4..], VersionTwo);
            Describe(parts[i], record[6..]);
            BinaryPrimitives.WriteInt32LittleEndian(record[42..], offsets[i]);
            output.Write(record);
            position += CentralLength + WriteName(parts[i], output);
        }

        var end = record[..EndLength];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)parts.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)parts.Count);
        BinaryPrimitives.WriteInt32LittleEndian(end[12..], position - directory);
        BinaryPrimitives.WriteInt32LittleEndian(end[16..], directory);
        output.Write(end);
    }

    /// <summary>The 26 bytes that a part's local header and its line in the central directory share.</summary>
    private static void Describe(PackagePart part, Span<byte> shared)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(shared, VersionTwo);
        BinaryPrimitives.WriteUInt16LittleEndian(shared[4..], Deflate);
        BinaryPrimitives.WriteUInt16LittleEndian(shared[8..], FirstDay);
        BinaryPrimitives.WriteUInt32LittleEndian(shared[10..], part.Checksum);
        BinaryPrimitives.WriteInt32LittleEndian(shared[14..], part.Compressed.Length);
        BinaryPrimitives.WriteInt32LittleEndian(shared[18..], part.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(shared[22..], (ushort)part.Name.Length);
    }

    private static int WriteName(PackagePart part, Stream output)
    {
        Span<byte> name = stackalloc byte[part.Name.Length];
        output.Write(name[..Encoding.ASCII.GetBytes(part.Name, name)]);
        return part.Name.Length;
    }
}
