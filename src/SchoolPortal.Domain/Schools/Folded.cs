using System.Globalization;
using System.Text;

namespace SchoolPortal.Domain.Schools;

/// <summary>Text reduced to what stays the same between spellings of directories.</summary>
internal static class Folded
{
    /// <summary>Lower case letters and digits alone: accents, blanks and punctuation are left out.</summary>
    public static string Key(string text)
    {
        var decomposed = text.Normalize(NormalizationForm.FormD);
        var key = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
        {
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }
        return key.ToString();
    }
}
