using System.Text.RegularExpressions;

namespace SchoolPortal.Domain.Public;

/// <summary>Finds words of te reo Māori in English text, so that every face of it can say so and screen readers can say them rightly.</summary>
public static partial class TeReo
{
    /// <summary>The text in pieces, in order, each with whether it is te reo; joined they are the text again.</summary>
    public static IEnumerable<(string Text, bool IsTeReo)> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var done = 0;
        foreach (Match word in KnownWords().Matches(text))
        {
            if (word.Index > done)
            {
                yield return (text[done..word.Index], false);
            }

            yield return (word.Value, true);
            done = word.Index + word.Length;
        }

        if (done < text.Length)
        {
            yield return (text[done..], false);
        }
    }

    // The longer ones first: a match takes the first that fits.
    [GeneratedRegex(
        @"(?<!\w)(Te Tiriti o Waitangi|Te Tiriti|Oranga Tamariki|Kāhui Ako|Kia Kaha|Te Kura|kura kaupapa|te reo Māori|tamariki|rangatahi|Aotearoa|Tūturu|Mataara|tumuaki|kaiako|ākonga|whānau|Māori|marae|hapū|kura|hui|iwi|kea)(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex KnownWords();
}
