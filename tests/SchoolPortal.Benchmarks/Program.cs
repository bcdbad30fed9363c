namespace SchoolPortal.Benchmarks;

/// <summary>Without a word: everything, as a Markdown table of ratios. <c>table ADDRESS</c>: serves the baseline page and nothing else.</summary>
internal static class AllBenchmarks
{
    public static async Task Main(string[] args)
    {
        if (args is ["table", var address])
        {
            await TableHost.RunAsync(address);
            return;
        }

        var report = new Report();
        await ImportBenchmark.RunAsync(report);
        await DocumentBenchmark.RunAsync(report);
        await PageBenchmark.RunAsync(report);
        Console.WriteLine(report.ToMarkdown());
    }
}
