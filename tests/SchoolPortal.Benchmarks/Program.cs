namespace SchoolPortal.Benchmarks;

/// <summary>
/// Without a word: everything, as a Markdown table of ratios; else the parts that are named: <c>import</c>, <c>documents</c>, <c>pages</c>, <c>visitors</c>, <c>growth</c>, <c>coverage</c>.
/// <c>table ADDRESS</c> serves the baseline page and nothing else.
/// </summary>
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
        bool Wanted(string part) => args.Length == 0 || args.Contains(part);
        if (Wanted("import"))
        {
            await ImportBenchmark.RunAsync(report);
        }

        if (Wanted("documents"))
        {
            await BulkBenchmark.RunAsync(report, await DocumentBenchmark.RunAsync(report));
        }

        if (Wanted("pages"))
        {
            await PageBenchmark.RunAsync(report);
        }

        if (Wanted("visitors"))
        {
            await VisitorBenchmark.RunAsync(report);
        }

        if (Wanted("growth"))
        {
            await GrowthBenchmark.RunAsync(report);
        }

        if (Wanted("coverage"))
        {
            await CoverageBenchmark.RunAsync(report);
        }

        Console.WriteLine(report.ToMarkdown());
    }
}
