using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Xunit;

namespace SchoolPortal.Web.Tests.Components;

/// <summary>The style sheet is built by hand and committed; these keep source, result and promises together.</summary>
public sealed partial class StyleSheetTests
{
    private static readonly string Styles = Path.Combine(RepositoryRoot(), "src", "SchoolPortal.Web", "Styles");

    [Fact]
    public void The_committed_style_sheet_was_built_from_the_committed_sources()
    {
        var lines = File.ReadAllLines(Path.Combine(Styles, "checksums.sha256")).Select(line => line.Split("  ", 2)).ToList();
        var named = lines.Select(line => Path.GetFileName(line[1])).ToList();

        Assert.Equal(Directory.GetFiles(Styles, "*.scss").Select(Path.GetFileName).Append("portal.css").Order(), named.Order());
        Assert.All(lines, line => Assert.Equal(line[0], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Styles, line[1]))))));
    }

    [Fact]
    public void The_style_sheet_fetches_only_our_own_fonts_and_carries_no_crest()
    {
        var css = File.ReadAllText(Path.Combine(Styles, "..", "wwwroot", "portal.css"));

        var files = Url().Matches(css).Select(match => match.Groups["file"].Value).Where(url => !url.StartsWith("data:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Styles, "..", "wwwroot", file)), file));
        Assert.DoesNotContain("crest", css, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("GDS Transport", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "white", 4.5)]
    [InlineData("text", "surface", 4.5)]
    [InlineData("text", "surface-done", 4.5)]
    [InlineData("text", "now", 4.5)]
    [InlineData("quiet", "white", 4.5)]
    [InlineData("quiet", "surface", 4.5)]
    [InlineData("link", "white", 4.5)]
    [InlineData("link", "surface", 4.5)]
    [InlineData("link", "surface-done", 4.5)]
    [InlineData("overdue", "white", 4.5)]
    [InlineData("white", "brand", 4.5)]
    [InlineData("white", "done", 4.5)]
    [InlineData("now", "brand", 3)]
    [InlineData("now", "text", 3)]
    public void Colours_that_meet_keep_their_contrast(string front, string back, double least)
    {
        var tokens = Token().Matches(File.ReadAllText(Path.Combine(Styles, "_tokens.scss")))
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["colour"].Value);
        tokens["white"] = "ffffff";
        var (first, second) = (Luminance(tokens[front]), Luminance(tokens[back]));
        var contrast = (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);

        Assert.True(contrast >= least, $"{front} on {back} is {contrast:0.0}");
    }

    private static double Luminance(string colour)
    {
        double Part(int start)
        {
            var value = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(0)) + (0.7152 * Part(2)) + (0.0722 * Part(4));
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SchoolPortal.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("""url\("?(?<file>[^")]+)"?\)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Url();

    [GeneratedRegex("""^\$(?<name>[a-z-]+): #(?<colour>[0-9a-f]{6});""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
