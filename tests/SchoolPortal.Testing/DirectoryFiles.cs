using System.Text;

namespace SchoolPortal.Testing;

/// <summary>The real directories of six vintages, and the shapes in which a spreadsheet might save them again.</summary>
public static class DirectoryFiles
{
    public const string Of2014 = "2014-11-05_directory-school-current.csv";
    public const string Of2016 = "2016-05_directory-school-current.csv";
    public const string Of2017 = "2017-07_Directory-School-current.csv";
    public const string Of2021 = "2021-09-25_schooldirectory.csv";
    public const string Of2021October = "2021-10_portal-export_school_directory.csv";
    public const string SampleOf2026 = "2026-06-07_schooldirectory-sample.csv";

    public static IReadOnlyList<string> All { get; } = [Of2014, Of2016, Of2017, Of2021, Of2021October, SampleOf2026];

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Files", "schools", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    /// <summary>The file's text without the byte order mark.</summary>
    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name)).TrimStart('\uFEFF');

    /// <summary>The cells of each line; no real vintage has a quotation mark or a line break inside a cell.</summary>
    public static IReadOnlyList<string[]> Cells(string name) =>
        [.. Text(name).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(SplitLine)];

    public static string Join(IEnumerable<IEnumerable<string>> rows, char separator = ',') =>
        string.Concat(rows.Select(row => string.Join(separator, row.Select(cell => Quote(cell, separator))) + "\n"));

    private static string Quote(string cell, char separator) =>
        cell.Contains(separator, StringComparison.Ordinal) || cell.Contains('"', StringComparison.Ordinal) || cell.Contains('\n', StringComparison.Ordinal)
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;

    private static string[] SplitLine(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }
        cells.Add(cell.ToString());
        return [.. cells];
    }
}
