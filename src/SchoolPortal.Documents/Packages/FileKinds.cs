using System.Text;

namespace SchoolPortal.Documents.Packages;

/// <summary>Tells files that are no Word file by what is in them, whatever their name says.</summary>
internal static class FileKinds
{
    private const string SaveAsDocx = "Open it, save it as a Word document (DOCX) and choose that file.";
    private const string ChooseDocx = "Choose the Word file (DOCX) that you wrote in.";

    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly (byte[] Start, string Sentence)[] Others =
    [
        ("%PDF"u8.ToArray(), $"This is a PDF, which cannot be read back. {ChooseDocx}"),
        ("{\\rtf"u8.ToArray(), $"This is a rich text file (RTF). {SaveAsDocx}"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], $"This is a picture. {ChooseDocx}"),
        ([0xFF, 0xD8, 0xFF], $"This is a picture. {ChooseDocx}"),
        ("GIF8"u8.ToArray(), $"This is a picture. {ChooseDocx}"),
        ("RIFF"u8.ToArray(), $"This is a picture or a recording. {ChooseDocx}"),
    ];

    /// <summary>Refuses what is no zip, each kind in its own words.</summary>
    internal static void RefuseAllButZip(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            throw new UnreadableFileException("This file is empty. Save it again in Word and choose it then.");
        }

        foreach (var (start, sentence) in Others)
        {
            if (bytes.StartsWith(start))
            {
                throw new UnreadableFileException(sentence);
            }
        }

        if (bytes.StartsWith(OldOffice))
        {
            throw new UnreadableFileException(bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
                ? "This file is protected with a password. Open it in Word, take the password off, save it and choose it again."
                : $"This is an older Office file (DOC). {SaveAsDocx}");
        }

        if (!bytes.StartsWith("PK\u0003\u0004"u8))
        {
            throw new UnreadableFileException($"This is not a Word file. {ChooseDocx}");
        }
    }

    /// <summary>What to say of a zip without a Word document in it.</summary>
    internal static UnreadableFileException NoWordFile(IReadOnlyCollection<string> names) => new(
        names.Contains("mimetype") ? $"This is an OpenDocument file (ODT). {SaveAsDocx}"
        : names.Any(name => name.StartsWith("xl/", StringComparison.Ordinal)) ? $"This is a workbook. {ChooseDocx}"
        : names.Any(name => name.StartsWith("ppt/", StringComparison.Ordinal)) ? $"This is a presentation. {ChooseDocx}"
        : $"This is a zip file without a Word document in it. {ChooseDocx}");
}
