using System.Text;

using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Shared;

/// <summary>
/// A list as a file for a spreadsheet: UTF-8 with a byte order mark, so that macrons survive; text that a spreadsheet would
/// run as a formula begins with an apostrophe (requirement R43); the last line says who took it and when (domain §14.6).
/// </summary>
internal static class CsvFile
{
    private const string Type = "text/csv; charset=utf-8";

    public static IResult Download(string name, IEnumerable<string> headers, IEnumerable<IEnumerable<string?>> rows, Actor taker, DateTime now) =>
        Results.File(Bytes(headers, rows, taker, now), Type, name);

    public static byte[] Bytes(IEnumerable<string> headers, IEnumerable<IEnumerable<string?>> rows, Actor taker, DateTime now)
    {
        var text = new StringBuilder();
        Line(text, headers);
        foreach (var row in rows)
        {
            Line(text, row);
        }

        Line(text, [$"For the work of schools and Police only. Taken by {taker.Name} on {NewZealandTime.Show(now)}."]);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<string?> cells) =>
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string? cell)
    {
        var shown = cell ?? "";
        if (shown.Length > 0 && shown[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
        {
            shown = "'" + shown;
        }

        return shown.AsSpan().IndexOfAny(",\"\r\n") < 0 ? shown : $"\"{shown.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
