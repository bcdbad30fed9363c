namespace SchoolPortal.Benchmarks;

/// <summary>Without a word: everything, as a Markdown table of ratios. <c>table ADDRESS</c>: serves the baseline page and nothing else.</summary>
internal static class AllBenchmarks
{
    public static async Task Main(string[] args)
    {
        if (args is ["bulk"])
        {
            var alone = new Report();
            await BulkBenchmark.RunAsync(alone, await DocumentBenchmark.RunAsync(alone));
            Console.WriteLine(alone.ToMarkdown());
            return;
        }

        if (args is ["table", var address])
        {
            await TableHost.RunAsync(address);
            return;
        }

        var report = new Report();
        await ImportBenchmark.RunAsync(report);
        await BulkBenchmark.RunAsync(report, await DocumentBenchmark.RunAsync(report));
        await PageBenchmark.RunAsync(report);
        Console.WriteLine(report.ToMarkdown());
    }
}
