using System.Globalization;
using System.Reflection;

namespace SchoolPortal.Domain.Public;

/// <summary>A content page as it comes with the portal.</summary>
/// <param name="Key">Its address without the leading slash, such as <c>partnership/why</c>; never changes.</param>
/// <param name="Order">Its place among its siblings.</param>
/// <param name="WrittenOn">The day its text is of.</param>
/// <param name="Words">What it says until somebody publishes another version.</param>
public sealed record ContentPage(string Key, int Order, DateOnly WrittenOn, ContentWords Words);

/// <summary>The content pages that ship with the product, each a Markdown file under <c>Public/Content</c>, read once.</summary>
public static class ShippedContent
{
    private const string Prefix = "content/";

    /// <summary>Every page, in the order in which they are read.</summary>
    public static IReadOnlyList<ContentPage> All { get; } =
        [.. ReadEmbedded().OrderBy(page => page.Key.Split('/')[0] == "handouts").ThenBy(page => page.Order)];

    /// <summary>The page at this address, or null.</summary>
    public static ContentPage? Find(string key) => All.FirstOrDefault(page => page.Key == key);

    /// <summary>Reads a file: lines of <c>name: value</c> between two lines of three dashes, then Markdown.</summary>
    public static ContentPage Read(string key, string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var parts = file.ReplaceLineEndings("\n").Split("---\n", 3);
        var facts = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(line => line[0], line => line[1]);
        DateOnly Day(string name) => DateOnly.ParseExact(facts[name], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var words = new ContentWords(facts["title"], facts["summary"], parts[2], facts["owner"], Day("review"));
        return new ContentPage(key, int.Parse(facts["order"], CultureInfo.InvariantCulture), Day("written"), words.Trimmed());
    }

    private static IEnumerable<ContentPage> ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var file = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return Read(name[Prefix.Length..].Replace('\\', '/'), file.ReadToEnd());
        }
    }
}
