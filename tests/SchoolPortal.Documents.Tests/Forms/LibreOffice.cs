using System.Diagnostics;
using Xunit;

namespace SchoolPortal.Documents.Tests.Forms;

/// <summary>LibreOffice, where it is installed: opens files and saves them, as somebody without Word does.</summary>
internal static class LibreOffice
{
    private const string Office = "/usr/bin/soffice";

    internal static bool IsHere => File.Exists(Office);

    /// <summary>Opens a Word file and saves it again.</summary>
    internal static byte[] Saved(byte[] docx)
    {
        var folder = Directory.CreateTempSubdirectory("saved").FullName;
        try
        {
            var path = Path.Combine(folder, "file.docx");
            File.WriteAllBytes(path, docx);
            Convert(folder, "docx", path);
            return File.ReadAllBytes(Path.Combine(folder, "docx", "file.docx"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Saves files in another format, DOCX ones in a folder of their own.</summary>
    internal static void Convert(string folder, string format, params string[] paths)
    {
        var start = new ProcessStartInfo(
            Office,
            [$"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", format, "--outdir", format == "docx" ? Path.Combine(folder, format) : folder, .. paths])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var office = Process.Start(start)!;
        office.BeginOutputReadLine();
        office.BeginErrorReadLine();
        office.WaitForExit();
        Assert.Equal(0, office.ExitCode);
    }
}
