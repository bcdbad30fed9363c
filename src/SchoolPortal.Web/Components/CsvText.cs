using System.Text;

namespace SchoolPortal.Web.Components;

/// <summary>
/// A table as a CSV file that spreadsheets read rightly: UTF-8 with a byte order mark, so that macrons survive, quoted as
/// RFC 4180 says, and no cell that a spreadsheet would run as a formula (requirement R43).
/// </summary>
/// <param name="continues">True for a piece that follows another, and so has no mark.</param>
public sealed class CsvText(bool continues = false)
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    private readonly StringBuilder text = new();

    public CsvText Row(params IEnumerable<string?> cells)
    {
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        return this;
    }

    public byte[] ToBytes() => [.. continues ? [] : WithMark.GetPreamble(), .. WithMark.GetBytes(text.ToString())];

    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        var harmless = value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value;
        return harmless.AsSpan().ContainsAny(",\"\r\n") ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
