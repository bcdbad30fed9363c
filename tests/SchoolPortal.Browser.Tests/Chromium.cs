using System.ComponentModel;
using System.Diagnostics;

using Microsoft.Playwright;

using Xunit;

[assembly: AssemblyFixture(typeof(SchoolPortal.Browser.Tests.Chromium))]

namespace SchoolPortal.Browser.Tests;

/// <summary>
/// One Chromium for the whole run: the one that <c>CHROMIUM_PATH</c> names, else one on the path, else Playwright's own. A
/// machine without any gets one, and when that does not work every test fails: a page that no browser has seen is not tested.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "google-chrome", "google-chrome-stable"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The running browser; each visitor takes a context of their own.</summary>
    public IBrowser Browser => browser ?? throw new InvalidOperationException("Chromium has not been started.");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        var path = Find(playwright) ?? await InstallAsync(playwright);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags });
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private static string? Find(IPlaywright playwright)
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new FileNotFoundException($"CHROMIUM_PATH names “{named}”, and there is no such file.");
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names.SelectMany(_ => folders, (name, folder) => Path.Combine(folder, name))
            .Append(playwright.Chromium.ExecutablePath)
            .FirstOrDefault(File.Exists);
    }

    private static async Task<string> InstallAsync(IPlaywright playwright)
    {
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
            && await RunAsync("apt-get", "update", "-q")
            && await RunAsync("apt-get", "install", "-q", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300", "chromium")
            && Find(playwright) is { } debians)
        {
            return debians;
        }

        await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"]));
        return Find(playwright) ?? throw new InvalidOperationException(
            "There is no Chromium on this machine and none could be installed, so no page was looked at. Install one (on Debian: apt-get install chromium), or set CHROMIUM_PATH to it.");
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        try
        {
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            // No such program: not a Debian.
            return false;
        }
    }
}
