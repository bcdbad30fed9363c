using System.IO.Compression;
using System.Text;
using SchoolPortal.Documents.Packages;
using Xunit;

namespace SchoolPortal.Documents.Tests.Packages;

/// <summary>A zip written in pieces is read by the runtime's own reader, which holds every file against its checksum.</summary>
public sealed class ZipInPiecesTests
{
    [Theory]
    [InlineData("", 0u)]
    [InlineData("a", 0xE8B7BE43u)]
    [InlineData("123456789", 0xCBF43926u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void The_checksum_is_the_one_everybody_has(string text, uint checksum) =>
        Assert.Equal(checksum, ZipInPieces.ChecksumOf(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void A_checksum_of_parts_is_that_of_the_whole_wherever_it_is_cut()
    {
        var whole = Content(length: 41, seed: 7);
        for (var cut = 0; cut <= whole.Length; cut++)
        {
            Assert.Equal(ZipInPieces.ChecksumOf(whole), ZipInPieces.ChecksumOf(whole.AsSpan(cut), ZipInPieces.ChecksumOf(whole.AsSpan(0, cut))));
        }
    }

    [Fact]
    public void Every_file_is_read_back_as_it_was_whatever_its_length()
    {
        var contents = Enumerable.Range(0, 40).ToDictionary(i => $"file-{i}.docx", i => Content(length: i * i * 13, seed: i));
        using var zip = new MemoryStream();
        var listed = new List<ZippedFile>();
        foreach (var (name, content) in contents)
        {
            var file = new ZippedFile(name, ZipInPieces.ChecksumOf(content), content.Length, zip.Length);
            listed.Add(file);
            zip.Write(ZipInPieces.Piece(file, content));
        }

        ZipInPieces.Finish(listed, zip.Length, zip);

        using var read = new ZipArchive(zip, ZipArchiveMode.Read);
        Assert.Equal(contents.Keys, read.Entries.Select(e => e.FullName));
        Assert.All(read.Entries, entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            Assert.Equal(contents[entry.FullName], copy.ToArray());
            Assert.Equal(entry.Length, entry.CompressedLength);
        });
    }

    private static byte[] Content(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
