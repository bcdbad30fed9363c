namespace SchoolPortal.Benchmarks;

/// <summary>Pages for everybody as visitors ask for them, against an empty page of the same layout.</summary>
internal static class VisitorBenchmark
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    private static readonly (string Name, string Path)[] Pages =
        [("public page", "/partnership/why"), ("public page with a diagram", "/partnership/operating-model"), ("register, search", "/register?q=maori"), ("hand-out as Word", "/handouts/summary.docx")];

    public static async Task RunAsync(Report report)
    {
        var folder = Directory.CreateTempSubdirectory("schoolportal-bench-");
        using var table = PortalProcess.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "SchoolPortal.Benchmarks.dll"), "table", "http://127.0.0.1:5603"], folder.FullName);
        using var portal = PortalProcess.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "SchoolPortal.Web.dll"), "--urls", "http://localhost:5604"], folder.FullName);
        try
        {
            await PortalProcess.WaitAsync(new Uri("http://127.0.0.1:5603/empty"));
            await PortalProcess.WaitAsync(new Uri("http://localhost:5604/health/ready"));
            foreach (var (name, path) in Pages)
            {
                var empty = await HttpLoad.RunAsync(table, new Uri("http://127.0.0.1:5603/empty"), null, 32, Length);
                var measured = await HttpLoad.RunAsync(portal, new Uri($"http://localhost:5604{path}"), null, 32, Length);
                report.Add($"{name}, requests/s, 32 connections", $"{measured.PerSecond:0}/s", $"empty {empty.PerSecond:0}/s", measured.PerSecond / empty.PerSecond, "≥ 0.50");
                report.Add($"{name}, p99, 32 connections", Report.Ms(measured.P99), Report.Ms(empty.P99), measured.P99 / empty.P99, "");
            }
        }
        finally
        {
            table.Kill();
            portal.Kill();
            await portal.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }
}
