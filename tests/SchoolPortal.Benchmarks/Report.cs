using System.Globalization;
using System.Text;

namespace SchoolPortal.Benchmarks;

/// <summary>One table of figures: each against its baseline of the same run, with the gate it must hold.</summary>
internal sealed class Report
{
    private readonly StringBuilder rows = new();

    /// <summary>Adds a row and says it at once.</summary>
    public void Add(string what, string measured, string baseline, double ratio, string gate)
    {
        var row = string.Create(CultureInfo.InvariantCulture, $"| {what} | {measured} | {baseline} | {ratio:0.00} | {gate} |");
        Console.Error.WriteLine(row);
        rows.AppendLine(row);
    }

    public string ToMarkdown() => $"""
        | what | measured | baseline | ratio | gate |
        |---|---|---|---:|---|
        {rows}
        """;

    public static string Ms(double milliseconds) => milliseconds.ToString("0.00", CultureInfo.InvariantCulture) + " ms";
}
