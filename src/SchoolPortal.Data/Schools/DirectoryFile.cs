using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>
/// Reads a schools directory of any vintage: columns in any order and naming, title rows before the headings, comma,
/// semicolon or tab between the cells, UTF-8, UTF-16 or Windows-1252.
/// </summary>
public static class DirectoryFile
{
    public const int MostBytes = UploadedText.MostBytes;

    /// <summary>The headings must stand within this many rows.</summary>
    private const int HeaderRows = 40;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The bytes of a file, but never more than <see cref="MostBytes"/>.</summary>
    /// <exception cref="NotADirectoryException">The file is too large.</exception>
    public static Task<byte[]> ReadBytesAsync(Stream stream, CancellationToken cancel) => UploadedText.ReadBytesAsync(stream, cancel);

    /// <exception cref="NotADirectoryException">The file is something else, damaged or too large.</exception>
    public static async Task<DirectoryReading> ReadAsync(Stream stream, string fileName, CancellationToken cancel = default) =>
        Read(await UploadedText.ReadBytesAsync(stream, cancel), fileName);

    /// <exception cref="NotADirectoryException">The file is something else, damaged or too large.</exception>
    public static DirectoryReading Read(byte[] bytes, string fileName)
    {
        var text = UploadedText.Decode(bytes);
        var (separator, header) = FindHeader(text);
        try
        {
            using var csv = Open(text, separator);
            var rows = new DirectoryRows(header, DirectoryDates.Find(TitleRows(csv, header), fileName));
            while (csv.Read())
            {
                rows.Add(csv);
            }
            return rows.Finish();
        }
        catch (MaxFieldSizeException)
        {
            throw Damaged();
        }
    }

    internal static NotADirectoryException Damaged() =>
        new("This file is damaged: a quotation mark is opened and not closed. Fetch the directory again and choose the new file.");

    private static (char Separator, DirectoryHeader Header) FindHeader(string text)
    {
        var found = Separators
            .Select(separator => (Separator: separator, Header: FindHeader(text, separator)))
            .MaxBy(candidate => candidate.Header?.FactCount ?? 0);
        return found.Header is { } header ? (found.Separator, header)
            : throw new NotADirectoryException(
                "This file has no row of headings with a school number, a name and other columns of a schools directory. Choose the directory’s CSV file.");
    }

    private static DirectoryHeader? FindHeader(string text, char separator)
    {
        try
        {
            using var csv = Open(text, separator);
            for (var row = 0; row < HeaderRows && csv.Read(); row++)
            {
                if (DirectoryHeader.Recognise(csv.Record!) is { } header)
                {
                    return header;
                }
            }
        }
        catch (MaxFieldSizeException)
        {
            // With the wrong separator a whole damaged file may look like one cell; another separator may fit.
        }
        return null;
    }

    /// <summary>Reads up to and with the headings and gives what the rows before them say.</summary>
    private static string TitleRows(CsvParser csv, DirectoryHeader header)
    {
        var titles = new List<string>();
        while (csv.Read() && DirectoryHeader.Recognise(csv.Record!)?.FactCount != header.FactCount)
        {
            titles.AddRange(csv.Record!.Where(cell => cell.Length > 0));
        }
        return string.Join('\n', titles);
    }

    private static CsvParser Open(string text, char separator) => new(
        new StringReader(text),
        new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            // A stray quotation mark inside a cell is text; one that is never closed shows in the shape of the rows.
            BadDataFound = null,
            // Blank rows are counted, so that line numbers are the file's.
            IgnoreBlankLines = false,
            MaxFieldSize = 20_000,
        });
}
