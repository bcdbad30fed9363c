using System.IO.Compression;
using System.Text;
using SchoolPortal.Documents.Packages;
using Xunit;

namespace SchoolPortal.Documents.Tests.Packages;

public sealed class PackageTests
{
    [Fact]
    public void A_package_reads_back_with_names_order_and_content()
    {
        var big = new byte[300_000];
        new Random(7).NextBytes(big);
        (string Name, byte[] Content)[] files =
        [
            ("[Content_Types].xml", "<Types/>"u8.ToArray()),
            ("word/empty.xml", []),
            ("word/big.bin", big),
            ("word/repetitive.xml", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<w:p/>", 50_000)))),
        ];
        PackagePart[] parts = [.. files.Select(f => PackagePart.Of(f.Name, f.Content, CompressionLevel.Fastest))];

        using var output = new MemoryStream();
        PackageWriter.Write(parts, output);

        Assert.Equal(output.Length, PackageWriter.LengthOf(parts));
        using var zip = new ZipArchive(output, ZipArchiveMode.Read);
        Assert.Equal(files.Select(f => f.Name), zip.Entries.Select(e => e.FullName));
        foreach (var (entry, file) in zip.Entries.Zip(files))
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            Assert.Equal(file.Content, copy.ToArray());
            Assert.Equal(Checksum(file.Content), entry.Crc32);
            Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime);
        }
    }

    [Fact]
    public void A_template_without_a_part_that_documents_write_is_refused()
    {
        using var docx = new MemoryStream();
        PackageWriter.Write([PackagePart.Of("[Content_Types].xml", "<Types/>"u8, CompressionLevel.Fastest)], docx);
        docx.Position = 0;

        var refused = Assert.Throws<InvalidDataException>(() => PackageTemplate.Read(docx, ["word/document.xml"]));
        Assert.Contains("word/document.xml", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_puts_content_types_first_keeps_what_is_fixed_and_asks_for_the_rest()
    {
        using var docx = new MemoryStream();
        PackageWriter.Write(
            [
                PackagePart.Of("word/styles.xml", "<styles/>"u8, CompressionLevel.Fastest),
                PackagePart.Of("word/document.xml", "<old/>"u8, CompressionLevel.Fastest),
                PackagePart.Of("[Content_Types].xml", "<Types/>"u8, CompressionLevel.Fastest),
            ],
            docx);
        docx.Position = 0;
        var template = PackageTemplate.Read(docx, ["word/document.xml"]);

        var parts = template.With(name => PackagePart.Of(name, "<new/>"u8, CompressionLevel.Fastest));

        Assert.Equal(["[Content_Types].xml", "word/document.xml", "word/styles.xml"], parts.Select(p => p.Name));
        Assert.Equal(Checksum("<new/>"u8.ToArray()), parts[1].Checksum);
        Assert.Equal(Checksum("<styles/>"u8.ToArray()), parts[2].Checksum);
    }

    /// <summary>CRC-32 as the zip format defines it, bit by bit.</summary>
    private static uint Checksum(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var b in content)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
            }
        }

        return ~crc;
    }
}
