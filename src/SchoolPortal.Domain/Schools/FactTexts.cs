using System.Text.RegularExpressions;

namespace SchoolPortal.Domain.Schools;

/// <summary>Facts that are text: what is the same in two vintages must read the same, or every import would propose it as a change.</summary>
internal static partial class FactKinds
{
    /// <summary>One spelling for what the vintages spell differently, by folded key.</summary>
    private static readonly Dictionary<string, string> Definitions = Spellings(
        ("School for pupils with intellectual impairments", "Sch. for Intellectual Impairments"),
        ("School for pupils with learning/social difficulties", "Sch. for Learning/Social Difficulties"),
        ("School for pupils with physical disabilities", "Sch. for Physical Disabilities"),
        ("School for pupils with deaf/hearing impairments", "Sch. for Deaf/Hearing Impaired"),
        ("School for pupils with vision impairments", "Sch. for Vision Impaired"),
        ("School with Side School", "Sch. with Side School"),
        ("Normal School with Model Classes", "Normal School (Model Classes)"),
        ("Bilingual Year 7 and Year 8 School", "Bilingual Year 7-8 School"),
        ("Kura Kaupapa Māori", "Kura Kaupapa Maori"),
        ("Secondary Māori Boarding School", "Secondary Maori Boarding School"));

    private static readonly Dictionary<string, string> Regions = Spellings(("Hawke's Bay Region", "Hawkes Bay Region"));

    public static FactKind<string?> Text(Func<string, CellReading<string?>> read, int most) => new(
        cell => read(cell) is var reading && reading.Value is { } value && value.Length > most
            ? CellReading<string?>.Cannot($"“{Short(value)}” has {value.Length} characters; at most {most} are kept.")
            : reading,
        value => value!,
        kept => kept,
        value => value!);

    public static CellReading<string?> PlainText(string cell) => new(cell);

    public static CellReading<string?> Definition(string cell) => new(Definitions.GetValueOrDefault(Folded.Key(cell), cell));

    public static CellReading<string?> Region(string cell) => new(Regions.GetValueOrDefault(Folded.Key(cell), cell));

    public static CellReading<string?> LocalOffice(string cell) =>
        new(cell.EndsWith(" Office", StringComparison.OrdinalIgnoreCase) ? cell[..^" Office".Length] : cell);

    public static CellReading<string?> PostalLine(string cell) =>
        new(cell.StartsWith("P O Box ", StringComparison.OrdinalIgnoreCase) ? string.Concat("PO Box ", cell.AsSpan("P O Box ".Length)) : cell);

    /// <summary>Four digits. A spreadsheet that took it for a number has dropped the zeros in front.</summary>
    public static CellReading<string?> Postcode(string cell)
    {
        if (cell.Length > 4 || !cell.All(char.IsAsciiDigit))
        {
            return CellReading<string?>.Cannot($"“{Short(cell)}” is not a postcode of four digits.");
        }
        return cell.All(digit => digit == '0') ? CellReading<string?>.Blank("0 stands for no postcode, so the postcode is blank.")
            : cell.Length == 4 ? new(cell)
            : new(cell.PadLeft(4, '0'), $"The file has {cell}; the zero that a spreadsheet dropped in front is put back.");
    }

    public static CellReading<string?> Email(string cell)
    {
        var at = cell.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == cell.LastIndexOf('@') && cell.IndexOf('.', at) > at + 1 && !cell.EndsWith('.') && !cell.Any(char.IsWhiteSpace)
            ? new(cell.ToLowerInvariant())
            : CellReading<string?>.Cannot($"“{Short(cell)}” is not an email address.");
    }

    /// <summary>Kept as text, grouped as people dial it: 09 401 9030, 021 123 4567, 0800 123 456; an extension stays behind it.</summary>
    public static CellReading<string?> Telephone(string cell)
    {
        var match = TelephonePattern().Match(cell);
        if (!match.Success)
        {
            return CellReading<string?>.Cannot($"“{Short(cell)}” is not a telephone number.");
        }
        var digits = string.Concat(match.Groups["number"].Value.Where(char.IsAsciiDigit));
        if (digits.StartsWith("64", StringComparison.Ordinal) && cell.StartsWith('+'))
        {
            digits = string.Concat("0", digits.AsSpan(2));
        }
        var grouped = Grouped(digits);
        return new(match.Groups["extension"] is { Success: true, Value: var extension } ? $"{grouped} ext {extension}" : grouped);
    }

    /// <summary>A web address with its scheme. Only http and https lead anywhere from a page.</summary>
    public static CellReading<string?> Website(string cell)
    {
        var address = cell;
        string? note = null;
        if (address.StartsWith("hhttp", StringComparison.OrdinalIgnoreCase))
        {
            address = address[1..];
            note = "The file has “hhttp”; the letter too many is taken out.";
        }
        else if (!address.Contains("://", StringComparison.Ordinal) && !address.Contains(':', StringComparison.Ordinal))
        {
            address = "https://" + address.TrimStart('/');
            note = "The address had no scheme; https:// is put in front.";
        }
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.Host.Contains('.', StringComparison.Ordinal) && uri.UserInfo.Length == 0
            ? new(address, note)
            : CellReading<string?>.Cannot($"“{Short(cell)}” is not a web address.");
    }

    internal static string Grouped(string digits)
    {
        if (!digits.StartsWith('0') || digits.Length < 9)
        {
            return digits;
        }
        var code = digits.StartsWith("0800", StringComparison.Ordinal) || digits.StartsWith("0508", StringComparison.Ordinal) ? 4
            : digits.StartsWith("02", StringComparison.Ordinal) && digits[2] != '4' ? 3
            : 2;
        return $"{digits[..code]} {digits[code..(code + 3)]} {digits[(code + 3)..]}";
    }

    private static Dictionary<string, string> Spellings(params (string Kept, string Spelling)[] spellings)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, spelling) in spellings)
        {
            kept[Folded.Key(name)] = name;
            kept[Folded.Key(spelling)] = name;
        }
        return kept;
    }

    [GeneratedRegex(@"^(?<number>\+?[0-9() .-]{7,20}?)\s*(?:(?:ext|extn|x)\.?\s*(?<extension>[0-9]{1,5}))?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TelephonePattern();
}
