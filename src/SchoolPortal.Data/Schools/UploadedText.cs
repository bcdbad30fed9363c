using System.Globalization;
using System.Text;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>Turns the bytes of an uploaded file into text, whatever encoding a spreadsheet saved it in.</summary>
internal static class UploadedText
{
    /// <summary>A whole directory has about 1.5 MB; in UTF-16 it has 3 MB.</summary>
    public const int MostBytes = 20_000_000;

    private const string SaveAsCsv = "Open it in a spreadsheet, save it as CSV and choose that file.";

    // {0} is what the file should be, {1} what to do.
    private static readonly (byte[] Start, string Sentence)[] OtherKinds =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "This is a picture, not {0}. {1}"),
        ([0xFF, 0xD8, 0xFF], "This is a picture, not {0}. {1}"),
        ("GIF8"u8.ToArray(), "This is a picture, not {0}. {1}"),
        ("%PDF"u8.ToArray(), "This is a PDF, not {0}. {1}"),
        ("PK\u0003\u0004"u8.ToArray(), $"This is a workbook or a zip file, not a CSV file. {SaveAsCsv}"),
        ([0xD0, 0xCF, 0x11, 0xE0], $"This is an old Office file, not a CSV file. {SaveAsCsv}"),
        ([0x1F, 0x8B], $"This is a compressed file, not a CSV file. Unpack it and choose the CSV file inside."),
    ];

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads no more than the bound, however much the stream would give.</summary>
    public static async Task<byte[]> ReadBytesAsync(Stream stream, CancellationToken cancel)
    {
        using var held = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            if (held.Length + read > MostBytes)
            {
                throw new NotADirectoryException("This file is larger than 20 MB; a schools directory has about 2 MB. Choose the directory’s CSV file.");
            }
            await held.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return held.ToArray();
    }

    /// <summary>The text of a schools directory.</summary>
    public static string Decode(byte[] bytes) => Decode(bytes, "a schools directory", "Choose the directory’s CSV file.");

    /// <param name="bytes">The file.</param>
    /// <param name="what">What it should be, as "a schools directory".</param>
    /// <param name="choose">What to do where it is something else.</param>
    public static string Decode(byte[] bytes, string what, string choose)
    {
        if (bytes.Length == 0)
        {
            throw new NotADirectoryException($"This file is empty. {choose}");
        }
        foreach (var (start, sentence) in OtherKinds)
        {
            if (bytes.AsSpan().StartsWith(start))
            {
                throw new NotADirectoryException(string.Format(CultureInfo.InvariantCulture, sentence, what, choose));
            }
        }
        var text = DecodeText(bytes);
        return !text.Contains('\0', StringComparison.Ordinal) ? text
            : throw new NotADirectoryException($"This is not a text file. {choose}");
    }

    private static string DecodeText(byte[] bytes)
    {
        var span = bytes.AsSpan();
        if (span.StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8.GetString(span[3..]);
        }
        if (span.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode.GetString(span[2..]);
        }
        if (span.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode.GetString(span[2..]);
        }
        if (Utf16WithoutMark(span) is { } utf16)
        {
            return utf16.GetString(span);
        }
        try
        {
            return StrictUtf8.GetString(span);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(span);
        }
    }

    /// <summary>In UTF-16 nearly every other byte of such a file is zero; in no other text is any.</summary>
    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 2000)];
        var even = 0;
        var odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }
        var most = sample.Length / 2 * 9 / 10;
        return even == 0 && odd > most ? Encoding.Unicode : odd == 0 && even > most ? Encoding.BigEndianUnicode : null;
    }
}
