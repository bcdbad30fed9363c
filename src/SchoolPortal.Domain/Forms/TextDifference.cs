namespace SchoolPortal.Domain.Forms;

/// <summary>What became of a piece of text.</summary>
public enum TextFate
{
    /// <summary>Stands in both.</summary>
    Kept,

    /// <summary>Stood in the earlier one alone.</summary>
    Removed,

    /// <summary>Stands in the later one alone.</summary>
    Added,
}

/// <summary>Some words of two texts that are compared.</summary>
/// <param name="Fate">Whether they are in both.</param>
/// <param name="Text">The words, with the spaces and line ends between them; never empty.</param>
public sealed record TextPiece(TextFate Fate, string Text);

/// <summary>
/// Says word by word what differs between two texts. The pieces that were not added make the earlier text, letter for letter;
/// those that were not removed make the later one.
/// </summary>
public static class TextDifference
{
    /// <summary>Two texts of more words than this together are not matched word by word: everything is removed and added.</summary>
    public const int MostWords = 4000;

    /// <summary>The pieces in reading order; what was removed comes before what was added in its place.</summary>
    public static IReadOnlyList<TextPiece> Of(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (Words(before), Words(after));
        var start = 0;
        while (start < old.Count && start < now.Count && old[start] == now[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Count - start && end < now.Count - start && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        var pieces = new Pieces();
        pieces.Add(TextFate.Kept, old.Take(start));
        Match(old[start..^end], now[start..^end], pieces);
        pieces.Add(TextFate.Kept, old.TakeLast(end));
        return pieces.Made();
    }

    /// <summary>The longest common subsequence of the words.</summary>
    private static void Match(List<string> old, List<string> now, Pieces pieces)
    {
        if (old.Count + now.Count > MostWords)
        {
            pieces.Add(TextFate.Removed, old);
            pieces.Add(TextFate.Added, now);
            return;
        }

        // Of the words from here on, how many can be kept.
        var common = Enumerable.Range(0, old.Count + 1).Select(_ => new int[now.Count + 1]).ToArray();
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                common[i][j] = old[i] == now[j] ? common[i + 1][j + 1] + 1 : Math.Max(common[i + 1][j], common[i][j + 1]);
            }
        }

        for (int i = 0, j = 0; i < old.Count || j < now.Count;)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j])
            {
                pieces.Add(TextFate.Kept, [old[i]]);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == now.Count || (i < old.Count && common[i + 1][j] >= common[i][j + 1]))
            {
                pieces.Add(TextFate.Removed, [old[i++]]);
            }
            else
            {
                pieces.Add(TextFate.Added, [now[j++]]);
            }
        }
    }

    /// <summary>A word, a run of spaces, or one other sign is one.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var kind = KindOf(text[i]);
            var length = 1;
            while (kind != Kind.Sign && i + length < text.Length && KindOf(text[i + length]) == kind)
            {
                length++;
            }

            words.Add(text.Substring(i, length));
            i += length;
        }

        return words;
    }

    // Halves of a surrogate pair and marks that sit on the letter before stay with their word.
    private static Kind KindOf(char letter) =>
        char.IsWhiteSpace(letter) ? Kind.Space
        : char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark ? Kind.Word
        : Kind.Sign;

    private enum Kind
    {
        Word,
        Space,
        Sign,
    }

    /// <summary>Joins neighbours of one fate; between two kept pieces what was removed comes first.</summary>
    private sealed class Pieces
    {
        private readonly List<TextPiece> made = [];
        private string removed = "";
        private string added = "";

        public void Add(TextFate fate, IEnumerable<string> words)
        {
            var text = string.Concat(words);
            switch (fate)
            {
                case TextFate.Removed:
                    removed += text;
                    break;
                case TextFate.Added:
                    added += text;
                    break;
                default:
                    if (text.Length > 0)
                    {
                        Flush();
                        made.Add(made is [.., { Fate: TextFate.Kept } last] ? Replace(last, text) : new TextPiece(TextFate.Kept, text));
                    }

                    break;
            }
        }

        public List<TextPiece> Made()
        {
            Flush();
            return made;
        }

        private TextPiece Replace(TextPiece last, string more)
        {
            made.RemoveAt(made.Count - 1);
            return last with { Text = last.Text + more };
        }

        private void Flush()
        {
            if (removed.Length > 0)
            {
                made.Add(new TextPiece(TextFate.Removed, removed));
            }

            if (added.Length > 0)
            {
                made.Add(new TextPiece(TextFate.Added, added));
            }

            (removed, added) = ("", "");
        }
    }
}
