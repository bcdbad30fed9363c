using System.Buffers.Binary;

namespace SchoolPortal.Documents.Packages;

/// <summary>CRC-32 as zips have it (IEEE 802.3), eight bytes at a time: the framework has none of its own.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int AtOnce = 8;

    private static readonly uint[][] Tables = MakeTables();

    /// <summary>The checksum of what came before and of these bytes together.</summary>
    internal static uint Of(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        var crc = ~before;
        for (; bytes.Length >= AtOnce; bytes = bytes[AtOnce..])
        {
            var low = crc ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = Tables[7][(byte)low] ^ Tables[6][(byte)(low >> 8)] ^ Tables[5][(byte)(low >> 16)] ^ Tables[4][low >> 24]
                ^ Tables[3][(byte)high] ^ Tables[2][(byte)(high >> 8)] ^ Tables[1][(byte)(high >> 16)] ^ Tables[0][high >> 24];
        }

        foreach (var one in bytes)
        {
            crc = Tables[0][(byte)(crc ^ one)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[AtOnce][];
        tables[0] = [.. Enumerable.Range(0, 256).Select(value => Divide((uint)value))];
        for (var i = 1; i < AtOnce; i++)
        {
            tables[i] = Array.ConvertAll(tables[i - 1], crc => (crc >> 8) ^ tables[0][(byte)crc]);
        }

        return tables;
    }

    private static uint Divide(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
        }

        return value;
    }
}
