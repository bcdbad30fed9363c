using Deque.AxeCore.Commons;

namespace SchoolPortal.Browser.Tests;

/// <summary>What every page owes everybody who reads it, at both screen widths.</summary>
internal static class PageCheck
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // In the page itself and with its violations alone: a run through the library's own call takes ten times as long.
    private const string FindViolations = """
        async () => (await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] }))
          .violations.map(v => `${v.id}, ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(" | ")}`)
        """;

    /// <summary>What the page in the tab owes still; empty when it is as it should be.</summary>
    public static async Task<IReadOnlyList<string>> OwesAsync(Visitor visitor)
    {
        var page = visitor.Page;
        var owed = new List<string>();
        var headings = await page.Locator("h1").CountAsync();
        if (headings != 1)
        {
            owed.Add($"{visitor.Path}: {headings} main headings, and there should be one");
        }

        var title = await page.TitleAsync();
        if (!title.EndsWith("School Portal", StringComparison.Ordinal))
        {
            owed.Add($"{visitor.Path}: the title “{title}” does not end with the portal's name");
        }

        await page.EvaluateAsync(Axe);
        foreach (var (width, height) in Visitor.Screens.Reverse())
        {
            await page.SetViewportSizeAsync(width, height);
            var wide = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth");
            if (wide > width)
            {
                owed.Add($"{visitor.Path}: {wide} pixels wide on a screen of {width}");
            }

            var violations = await page.EvaluateAsync<string[]>(FindViolations);
            owed.AddRange(violations.Select(violation => $"{visitor.Path} at {width}: {violation}"));
        }

        return owed;
    }
}
