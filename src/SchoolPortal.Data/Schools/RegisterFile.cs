using System.Globalization;

using CsvHelper;
using CsvHelper.Configuration;

using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>One row of a file below its headings; a cell by its heading, folded.</summary>
/// <param name="Line">The line of the file, counted from 1.</param>
/// <param name="Cells">Tidied text by folded heading; only columns that the file has.</param>
public sealed record RegisterFileRow(int Line, IReadOnlyDictionary<string, string> Cells);

/// <summary>A table of stations or officers.</summary>
/// <param name="Rows">In the file's order.</param>
/// <param name="Faults">Rows that have another shape than the headings.</param>
/// <param name="UnusedColumns">Headings that mean nothing here.</param>
public sealed record RegisterFile(IReadOnlyList<RegisterFileRow> Rows, IReadOnlyList<UnreadableCell> Faults, IReadOnlyList<string> UnusedColumns)
{
    /// <summary>More rows than this are not read: no register of ours has as many.</summary>
    public const int MostRows = 5_000;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>
    /// Reads a file in the way of the directory\u2019s: any encoding a spreadsheet saves in, comma, semicolon or tab, columns in any order.
    /// </summary>
    /// <param name="bytes">The file.</param>
    /// <param name="columns">The headings that mean something.</param>
    /// <param name="needed">Those of them without which the file is another.</param>
    /// <param name="what">What the file should be, as "a list of stations".</param>
    /// <exception cref="NotADirectoryException">The file is something else, damaged or too long; the sentence says which.</exception>
    public static RegisterFile Read(byte[] bytes, IReadOnlyCollection<string> columns, IReadOnlyCollection<string> needed, string what)
    {
        var text = UploadedText.Decode(bytes, what, "Choose the CSV file.");
        foreach (var separator in Separators)
        {
            try
            {
                if (Read(text, separator, [.. columns.Select(SchoolFact.FoldHeading)], [.. needed.Select(SchoolFact.FoldHeading)]) is { } file)
                {
                    return file;
                }
            }
            catch (MaxFieldSizeException)
            {
                // With the wrong separator a whole file may look like one cell; another may fit.
            }
        }

        throw new NotADirectoryException(
            $"This file is not {what}: its first row must have the headings {string.Join(", ", needed)}. Download the register as CSV to see how it looks.");
    }

    private static RegisterFile? Read(string text, char separator, HashSet<string> columns, HashSet<string> needed)
    {
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            BadDataFound = null,
            IgnoreBlankLines = false,
            MaxFieldSize = 20_000,
        });
        if (!csv.Read())
        {
            return null;
        }

        var headings = Array.ConvertAll(csv.Record!, DirectoryCell.Tidy);
        var keys = Array.ConvertAll(headings, SchoolFact.FoldHeading);
        if (!needed.All(keys.Contains))
        {
            return null;
        }

        var (rows, faults) = (new List<RegisterFileRow>(), new List<UnreadableCell>());
        while (csv.Read())
        {
            var line = csv.RawRow - csv.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');
            var cells = csv.Record!;
            if (cells.All(string.IsNullOrWhiteSpace) || IsFooter(cells))
            {
                continue;
            }

            if (rows.Count == MostRows)
            {
                throw new NotADirectoryException($"This file has more than {MostRows:N0} rows. Bring it in pieces, each with the headings.");
            }

            if (cells.Length < headings.Length || cells.Skip(headings.Length).Any(cell => cell.Length > 0))
            {
                faults.Add(new UnreadableCell(line, null, $"The row has {cells.Length} cells; the headings have {headings.Length}."));
                continue;
            }

            rows.Add(new(line, Cells(keys, cells, columns)));
        }

        return new(rows, faults, [.. headings.Where((heading, i) => heading.Length > 0 && !columns.Contains(keys[i]))]);
    }

    private static Dictionary<string, string> Cells(string[] keys, string[] cells, HashSet<string> columns)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
        {
            if (columns.Contains(keys[i]))
            {
                row.TryAdd(keys[i], Plain(DirectoryCell.Tidy(cells[i])));
            }
        }

        return row;
    }

    /// <summary>The line below our own files that says for whom they were made.</summary>
    private static bool IsFooter(string[] cells) => cells[0].StartsWith("In confidence. ", StringComparison.Ordinal) && cells.Skip(1).All(string.IsNullOrEmpty);

    /// <summary>Our own files put an apostrophe before what a spreadsheet would run as a formula; it is taken off again.</summary>
    private static string Plain(string cell) => cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;
}
