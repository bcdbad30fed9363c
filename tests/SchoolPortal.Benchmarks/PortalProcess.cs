using System.Diagnostics;

namespace SchoolPortal.Benchmarks;

/// <summary>The portal, or the baseline, as a process of its own.</summary>
internal static class PortalProcess
{
    /// <summary>Starts a program with its own data folder.</summary>
    public static Process Start(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["PortalData__Directory"] = folder;
        start.Environment["Limits__SignInsPerMinute"] = "1000";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>Waits until an address answers.</summary>
    public static async Task WaitAsync(Uri address)
    {
        using var client = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(address);
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (tries < 300)
            {
                await Task.Delay(200);
            }
        }
    }
}
