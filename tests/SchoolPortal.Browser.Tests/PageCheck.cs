using System.Collections.Concurrent;

using Deque.AxeCore.Commons;

namespace SchoolPortal.Browser.Tests;

/// <summary>What every page owes everybody who reads it, at both screen widths.</summary>
internal static class PageCheck
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Markup in which axe found nothing. It takes longer than all else here, so a page without a new piece is spared it.</summary>
    private static readonly ConcurrentDictionary<string, bool> Sound = new(StringComparer.Ordinal);

    // A piece of markup is an element within the two around it, without its words, addresses and numbers.
    private const string Read = """
        () => {
          const words = ["alt", "aria-label", "content", "datetime", "href", "src", "title", "value"];
          const attribute = a => words.includes(a.name) ? a.name + (a.value ? "=…" : "") : `${a.name}=${a.value.replace(/[0-9a-f-]{36}|\d+/g, "#")}`;
          const tag = e => `<${[e.localName, ...[...e.attributes].map(attribute)].join(" ")}>${e.textContent.trim() ? "…" : ""}`;
          const piece = e => tag(e.parentElement.parentElement) + tag(e.parentElement) + tag(e);
          return {
            headings: document.querySelectorAll("h1").length,
            title: document.title,
            pieces: [...new Set([...document.body.querySelectorAll("*")].map(piece))],
          };
        }
        """;

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
        var seen = await page.EvaluateAsync<Seen>(Read);
        if (seen.Headings != 1)
        {
            owed.Add($"{visitor.Path}: {seen.Headings} main headings, and there should be one");
        }

        if (!seen.Title.EndsWith("School Portal", StringComparison.Ordinal))
        {
            owed.Add($"{visitor.Path}: the title “{seen.Title}” does not end with the portal's name");
        }

        var judge = !seen.Pieces.All(Sound.ContainsKey);
        var violations = new List<string>();
        if (judge)
        {
            await page.EvaluateAsync(Axe);
        }

        foreach (var (width, height) in Visitor.Screens.Reverse())
        {
            await page.SetViewportSizeAsync(width, height);
            var wide = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth");
            if (wide > width)
            {
                owed.Add($"{visitor.Path}: {wide} pixels wide on a screen of {width}");
            }

            if (judge)
            {
                violations.AddRange(from violation in await page.EvaluateAsync<string[]>(FindViolations) select $"{visitor.Path} at {width}: {violation}");
            }
        }

        foreach (var piece in violations.Count == 0 ? seen.Pieces : [])
        {
            Sound.TryAdd(piece, true);
        }

        return [.. owed, .. violations];
    }

    /// <summary>A page as <see cref="Read"/> tells of it.</summary>
    private sealed class Seen
    {
        public int Headings { get; init; }

        public string Title { get; init; } = "";

        public string[] Pieces { get; init; } = [];
    }
}
