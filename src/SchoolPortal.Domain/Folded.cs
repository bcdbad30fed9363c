using System.Globalization;
using System.Text;

namespace SchoolPortal.Domain;

/// <summary>Text as search compares it: <c>maori</c>, <c>MĀORI</c> and <c>māori</c> are one.</summary>
public static class Folded
{
    /// <summary>
    /// Lower case; macrons and other marks taken off; apostrophes and full stops dropped; anything else that is neither
    /// letter nor digit made into one blank.
    /// </summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark:
                case UnicodeCategory.ModifierLetter:
                    continue;
                case UnicodeCategory.UppercaseLetter:
                case UnicodeCategory.LowercaseLetter:
                case UnicodeCategory.TitlecaseLetter:
                case UnicodeCategory.OtherLetter:
                case UnicodeCategory.DecimalDigitNumber:
                    folded.Append(Rune.ToLowerInvariant(rune));
                    continue;
                default:
                    if (rune.Value is '\'' or '\u2019' or '\u2018' or '.' or '`')
                    {
                        continue;
                    }

                    if (folded.Length > 0 && folded[^1] != ' ')
                    {
                        folded.Append(' ');
                    }

                    continue;
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Letters and digits alone, folded: what stays the same between spellings of a column header or a category.</summary>
    public static string Key(string? text) => Of(text).Replace(" ", "", StringComparison.Ordinal);
}
