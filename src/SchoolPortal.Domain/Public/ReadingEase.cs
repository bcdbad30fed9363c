using System.Text.RegularExpressions;

namespace SchoolPortal.Domain.Public;

/// <summary>
/// How easily a text reads, by Flesch's measure: 206.835 − 1.015 × words per sentence − 84.6 × syllables per word. Sixty and
/// more is plain English; syllables are counted by their vowels, which is near enough to compare texts.
/// </summary>
public static partial class ReadingEase
{
    /// <summary>From this on a text is plain English.</summary>
    public const int Plain = 60;

    /// <summary>The measure of some sentences, rounded; 100 where there are no words.</summary>
    /// <param name="sentences">Paragraphs, headings and items of lists, each ending its sentence.</param>
    public static int Of(IEnumerable<string> sentences)
    {
        var (words, ends, syllables) = (0, 0, 0);
        foreach (var part in sentences.SelectMany(text => SentenceEnd().Split(text)))
        {
            var found = Word().Matches(part).Select(match => match.Value).ToList();
            words += found.Count;
            ends += found.Count > 0 ? 1 : 0;
            syllables += found.Sum(Syllables);
        }

        return words == 0 ? 100 : (int)Math.Round(206.835 - (1.015 * words / ends) - (84.6 * syllables / words));
    }

    private static int Syllables(string word)
    {
        var spoken = SilentEnd().Replace(word, "");
        return Math.Max(1, Vowels().Count(spoken));
    }

    [GeneratedRegex(@"[.!?:;]+(?:\s|$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\p{L}[\p{L}’']*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex("(?<=[^aeiouyāēīōū])(es|ed|e)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SilentEnd();

    [GeneratedRegex("[aeiouyāēīōū]+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Vowels();
}
