using System.Globalization;
using System.Text;

namespace SchoolPortal.Data.Schools;

/// <summary>Tidies the text of a cell: composed letters, single blanks, nothing that cannot be seen.</summary>
internal static class DirectoryCell
{
    public static string Tidy(string cell) => IsTidy(cell) ? cell : Rewrite(cell);

    /// <summary>Nearly every cell is plain and needs no copy.</summary>
    private static bool IsTidy(string cell)
    {
        var before = ' ';
        foreach (var c in cell)
        {
            if (c is < ' ' or > '~' || (c == ' ' && before == ' '))
            {
                return false;
            }
            before = c;
        }
        return cell.Length == 0 || before != ' ';
    }

    private static string Rewrite(string cell)
    {
        var tidy = new StringBuilder(cell.Length);
        foreach (var rune in cell.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (tidy.Length > 0 && tidy[^1] != ' ')
                {
                    tidy.Append(' ');
                }
            }
            else if (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune)
                is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                tidy.Append(rune.ToString());
            }
        }
        return tidy.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }
}
