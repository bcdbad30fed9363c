using System.Buffers;
using System.Text;

namespace SchoolPortal.Documents.Packages;

/// <summary>
/// Part of a document being written, as UTF-8. Markup goes in as literals; everything people typed goes in through
/// <see cref="Words"/> and <see cref="Value"/>, which escape it and drop what XML forbids.
/// </summary>
internal sealed class XmlText : IDisposable
{
    private const int Start = 64 * 1024;
    private const int LongestEscape = 8;

    // Characters that cannot go in as they are: markup, control characters, lone halves of a pair, and the two
    // non-characters. Everything else (macrons, Hebrew, Han) is copied in runs.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. "&<>\"\u0085\u2028\u2029\uFFFE\uFFFF", .. Enumerable.Range(0, 0x20).Select(c => (char)c), .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(Start);
    private int length;

    /// <summary>What has been written so far.</summary>
    internal ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    /// <summary>Starts a new part in the same room.</summary>
    internal void Clear() => length = 0;

    /// <summary>Hands the room back.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        length = 0;
    }

    /// <summary>Markup, as it stands.</summary>
    internal XmlText Markup(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        length += utf8.Length;
        return this;
    }

    /// <summary>A whole number.</summary>
    internal XmlText Number(int number)
    {
        var room = Room(11);
        _ = System.Buffers.Text.Utf8Formatter.TryFormat(number, room, out var written);
        length += written;
        return this;
    }

    /// <summary>Text for an attribute or a one-line element: a line break or tab becomes a space.</summary>
    internal XmlText Value(ReadOnlySpan<char> text) => Escape(text, " "u8, " "u8);

    /// <summary>Text inside <c>w:t</c>: a line break becomes <c>w:br</c>, a tab <c>w:tab</c>.</summary>
    internal XmlText Words(ReadOnlySpan<char> text) => Escape(
        text,
        """</w:t><w:br/><w:t xml:space="preserve">"""u8,
        """</w:t><w:tab/><w:t xml:space="preserve">"""u8);

    /// <summary>The same inside <c>w:delText</c>.</summary>
    internal XmlText DeletedWords(ReadOnlySpan<char> text) => Escape(
        text,
        """</w:delText><w:br/><w:delText xml:space="preserve">"""u8,
        """</w:delText><w:tab/><w:delText xml:space="preserve">"""u8);

    private XmlText Escape(ReadOnlySpan<char> text, ReadOnlySpan<byte> lineBreak, ReadOnlySpan<byte> tab)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(Special);
            if (plain < 0)
            {
                Copy(text);
                break;
            }

            Copy(text[..plain]);
            text = text[(plain + Next(text[plain..], lineBreak, tab))..];
        }

        return this;
    }

    /// <summary>Writes the special character at the start and says how many characters that used up.</summary>
    private int Next(ReadOnlySpan<char> text, ReadOnlySpan<byte> lineBreak, ReadOnlySpan<byte> tab)
    {
        switch (text[0])
        {
            case '&':
                Markup("&amp;"u8);
                return 1;
            case '<':
                Markup("&lt;"u8);
                return 1;
            case '>':
                Markup("&gt;"u8);
                return 1;
            case '"':
                Markup("&quot;"u8);
                return 1;
            case '\t':
                Markup(tab);
                return 1;
            case '\r' when text.Length > 1 && text[1] == '\n':
                Markup(lineBreak);
                return 2;
            case '\r' or '\n' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029':
                Markup(lineBreak);
                return 1;
            case var high when char.IsHighSurrogate(high) && text.Length > 1 && char.IsLowSurrogate(text[1]):
                Copy(text[..2]);
                return 2;
            default:
                return 1; // forbidden in XML: dropped
        }
    }

    private void Copy(ReadOnlySpan<char> text) => length += Encoding.UTF8.GetBytes(text, Room(3 * text.Length));

    private Span<byte> Room(int needed)
    {
        if (buffer.Length - length < needed)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * buffer.Length, length + needed + LongestEscape));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsSpan(length);
    }
}
