using System.Globalization;
using System.Text;

namespace SchoolPortal.Domain.Forms;

/// <summary>
/// Reads what people type, forgivingly and in one place for the web form and for a Word file that comes back.
/// Nothing here throws on any text; what cannot be understood is null.
/// </summary>
public static class TypedText
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june",
        "july", "august", "september", "october", "november", "december",
    ];

    private static readonly string[] Weekdays =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly string[] YesWords = ["yes", "y", "ae", "true", "1", "x", "✓", "☒", "☑"];

    private static readonly string[] NoWords = ["no", "n", "kao", "false", "0", "☐"];

    /// <summary>
    /// The text trimmed, composed (Unicode NFC), with <c>\n</c> between lines, and without characters that nobody can
    /// see and that Word files or logs cannot carry: controls, half surrogates, direction overrides.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes().Where(MayStand))
        {
            kept.Append(rune.Value == '\t' ? " " : rune.ToString());
        }

        return kept.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>As <see cref="Clean"/>, on one line with single blanks.</summary>
    public static string CleanLine(string? text) => string.Join(' ', Clean(text).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// A day typed day first (<c>5/3/27</c>, <c>5 Mar 2027</c>, <c>Friday 5th March 2027</c>) or as ISO
    /// (<c>2027-03-05</c>); without a year, this year. Years 1900–2100; two digits mean 1980–2079.
    /// </summary>
    public static DateOnly? Date(string? text, DateOnly today)
    {
        var parts = Folded.Of(Clean(text).Replace('.', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !IsNameOf(Weekdays, word))
            .ToArray();

        return parts switch
        {
            [{ Length: 4 } year, var month, var day] when IsDigits(year) => Day(day, month, year),
            [var month, var day, var year] when MonthNamed(month) is not null => Day(day, month, year),
            [var day, var month, var year] => Day(day, month, year),
            [var day, var month] => Day(day, month, today.Year.ToString(CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    /// <summary>Yes or no in English or te reo Māori (<c>āe</c>, <c>kāo</c>), or a ticked or empty box.</summary>
    public static bool? YesNo(string? text)
    {
        var line = CleanLine(text);
        var word = Folded.Of(line) is { Length: > 0 } letters ? letters : line;
        return YesWords.Contains(word) ? true : NoWords.Contains(word) ? false : null;
    }

    /// <summary>A whole number; blanks and thousands commas are passed over.</summary>
    public static int? Number(string? text)
    {
        var digits = string.Concat(Clean(text).Where(c => c is not ',' && !char.IsWhiteSpace(c)));
        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The option meant by its key or its label, in any case and with or without macrons.</summary>
    public static FieldOption? Option(IReadOnlyList<FieldOption> options, string? text)
    {
        var wanted = CleanLine(text);
        return options.FirstOrDefault(o => o.Key == wanted)
            ?? options.FirstOrDefault(o => wanted.Length > 0 && Folded.Of(o.Label) == Folded.Of(wanted));
    }

    private static bool MayStand(Rune rune) =>
        rune.Value is '\n' or '\t'
        || (!Rune.IsControl(rune)
            && rune.Value is not (>= 0x202A and <= 0x202E)
            && rune.Value is not (>= 0x2066 and <= 0x2069)
            && rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF or 0xFEFF));

    private static bool IsDigits(string text) => text.All(char.IsAsciiDigit);

    private static bool IsNameOf(string[] names, string word) =>
        word.Length >= 3 && names.Any(name => name.StartsWith(word, StringComparison.Ordinal));

    private static int? MonthNamed(string word) =>
        word.Length < 3 || word.Any(char.IsAsciiDigit)
            ? null
            : Array.FindIndex(Months, name => name.StartsWith(word == "sept" ? "sep" : word, StringComparison.Ordinal)) is var i and >= 0 ? i + 1 : null;

    private static DateOnly? Day(string day, string month, string year)
    {
        var d = SmallNumber(WithoutOrdinal(day));
        var m = MonthNamed(month) ?? SmallNumber(month);
        var y = year.Length is 2 or 4 ? SmallNumber(year) : null;
        y = y is < 80 && year.Length == 2 ? y + 2000 : y is < 100 && year.Length == 2 ? y + 1900 : y;

        return y is >= FirstYear and <= LastYear && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y.Value, m.Value)
            ? new DateOnly(y.Value, m.Value, d.Value)
            : null;
    }

    private static string WithoutOrdinal(string day) =>
        day.Length > 2 && day[^2..] is "st" or "nd" or "rd" or "th" ? day[..^2] : day;

    private static int? SmallNumber(string text) =>
        text.Length is > 0 and <= 4 && IsDigits(text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
