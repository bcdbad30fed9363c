using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace SchoolPortal.Browser.Tests;

/// <summary>What every page owes everybody who reads it, at both screen widths.</summary>
internal static class PageCheck
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

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

        foreach (var (width, height) in Visitor.Screens.Reverse())
        {
            await page.SetViewportSizeAsync(width, height);
            var wide = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth");
            if (wide > width)
            {
                owed.Add($"{visitor.Path}: {wide} pixels wide on a screen of {width}");
            }

            var w=System.Diagnostics.Stopwatch.StartNew();
            var found = await page.RunAxe(Wcag);
Console.WriteLine($"{visitor.Path} {width} {w.ElapsedMilliseconds}");
            owed.AddRange(found.Violations.Select(violation =>
                $"{visitor.Path} at {width}: {violation.Id}, {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        }

        return owed;
    }
}
