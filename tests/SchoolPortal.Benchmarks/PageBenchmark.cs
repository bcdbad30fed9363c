using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

using SchoolPortal.Domain;

namespace SchoolPortal.Benchmarks;

/// <summary>The pages people open most, signed in, on 2,558 schools with the demonstration, against the table page.</summary>
internal static partial class PageBenchmark
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    private static readonly (string Name, string Path, bool IsList)[] Pages =
    [
        ("list of schools", "/schools", true),
        ("list, search", "/schools?q=maori", true),
        ("list, filter and page 3", "/schools?show=no-lead&p=3", true),
        ("school", "/schools/{school}", false),
        ("agreement", "/schools/{school}/agreement", false),
        ("profile", "/schools/{school}/profile/{year}", false),
        ("today", "/today", false),
    ];

    public static async Task RunAsync(Report report)
    {
        var folder = Directory.CreateTempSubdirectory("schoolportal-bench-");
        using var table = PortalProcess.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "SchoolPortal.Benchmarks.dll"), "table", "http://127.0.0.1:5601"], folder.FullName);
        using var portal = PortalProcess.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "SchoolPortal.Web.dll"), "--urls", "http://localhost:5602"], folder.FullName);
        try
        {
            await PortalProcess.WaitAsync(new Uri("http://127.0.0.1:5601/table"));
            await PortalProcess.WaitAsync(new Uri("http://localhost:5602/health/ready"));
            var leader = await SignInAsync(new Uri("http://localhost:5602"), "leadpolice");
            var national = await SignInAsync(new Uri("http://localhost:5602"), "national");
            foreach (var connections in new[] { 8, 32 })
            {
                await MeasureAsync(report, table, portal, leader, national, connections);
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

    private static async Task MeasureAsync(Report report, Process table, Process portal, (string Cookie, string School) leader, (string Cookie, string School) national, int connections)
    {
        var year = NewZealandTime.Today(TimeProvider.System).Year;
        foreach (var (name, path, isList) in Pages)
        {
            var baseline = await HttpLoad.RunAsync(table, new Uri("http://127.0.0.1:5601/table"), null, connections, Length);
            var address = new Uri("http://localhost:5602" + path
                .Replace("{school}", leader.School, StringComparison.Ordinal)
                .Replace("{year}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            var measured = await HttpLoad.RunAsync(portal, address, isList ? national.Cookie : leader.Cookie, connections, Length);
            report.Add($"{name}, requests/s, {connections} connections", $"{measured.PerSecond:0}/s", $"table {baseline.PerSecond:0}/s",
                measured.PerSecond / baseline.PerSecond, isList ? "≥ 0.40" : "");
            report.Add($"{name}, p50, {connections} connections", Report.Ms(measured.P50), Report.Ms(baseline.P50), measured.P50 / baseline.P50, isList ? "" : "≤ 4");
            if (isList)
            {
                report.Add($"{name}, cpu a request, {connections} connections", Report.Ms(measured.CpuMs), Report.Ms(baseline.CpuMs), measured.CpuMs / baseline.CpuMs, "≤ 2.5");
                report.Add($"{name}, p99, {connections} connections", Report.Ms(measured.P99), Report.Ms(baseline.P99), measured.P99 / baseline.P99, connections == 32 ? "≤ 3" : "");
            }
        }
    }

    /// <summary>Signs in through the form; gives the cookie and the number of the first school the person sees.</summary>
    private static async Task<(string Cookie, string School)> SignInAsync(Uri portal, string who)
    {
        using var handler = new HttpClientHandler { CookieContainer = new() };
        using var client = new HttpClient(handler) { BaseAddress = portal };
        var form = await client.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative));
        using var body = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Email"] = $"{who}@demo.schoolportal.example",
            ["Input.Passphrase"] = "kowhai ferry lantern seven",
            ["__RequestVerificationToken"] = Token().Match(form).Groups["token"].Value,
        });
        using var answer = await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
        var schools = await client.GetStringAsync(new Uri("/schools", UriKind.Relative));
        return (handler.CookieContainer.GetCookieHeader(portal), School().Match(schools).Groups["number"].Value);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    [GeneratedRegex("href=\"/schools/(?<number>[0-9]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex School();
}
