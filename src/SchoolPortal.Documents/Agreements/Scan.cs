namespace SchoolPortal.Documents.Agreements;

/// <summary>A scanned or photographed paper: what it is, is told by what is in it, whatever its name says.</summary>
public static class Scan
{
    /// <summary>Largest file that is kept, in bytes.</summary>
    public const int MostBytes = 10_000_000;

    private static readonly (byte[] Start, string MediaType, string Ending)[] Kinds =
    [
        ("%PDF-"u8.ToArray(), "application/pdf", ".pdf"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg", ".jpg"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], "image/png", ".png"),
    ];

    /// <summary>Why these bytes are not kept as a scan, in a sentence; null when they are.</summary>
    public static string? Refusal(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? "This file is empty. Scan or photograph the paper again and choose the new file."
        : bytes.Length > MostBytes ? "This file is larger than 10 MB. Scan the paper in a lower resolution, or in grey, and choose the new file."
        : KindOf(bytes) is null ? "This file is no PDF, JPG or PNG. Save the scan as one of these and choose it again."
        : null;

    /// <summary>The media type of a scan that was kept, and the ending of its name.</summary>
    public static (string MediaType, string Ending) TypeOf(ReadOnlySpan<byte> bytes) =>
        KindOf(bytes) ?? throw new ArgumentException("These bytes are no scan.", nameof(bytes));

    private static (string MediaType, string Ending)? KindOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, mediaType, ending) in Kinds)
        {
            if (bytes.StartsWith(start))
            {
                return (mediaType, ending);
            }
        }

        return null;
    }
}
