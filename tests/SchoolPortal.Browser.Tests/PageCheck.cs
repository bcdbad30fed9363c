using System.Collections.Concurrent;

using Deque.AxeCore.Commons;

namespace SchoolPortal.Browser.Tests;

/// <summary>What every page owes everybody who reads it, at both screen widths.</summary>
internal static class PageCheck
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Markup in which axe found nothing. It takes longer than all else here, so a page without a new piece is spared it.</summary>
    private static readonly ConcurrentDictionary<string, bool> Sound = new(StringComparer.Ordinal);

    // A piece of markup is an element within the two around it, without its words, addresses, numbers and names; that each name it goes by is there is asked here.
    private const string Read = """
        () => {
          const words = ["action", "alt", "aria-controls", "aria-describedby", "aria-label", "aria-labelledby", "content", "datetime", "for", "href", "id", "name", "src", "title", "value"];
          const lost = e => ["aria-describedby", "aria-labelledby", "for"].flatMap(a => (e.getAttribute(a) ?? "").split(" ")).filter(id => id && !document.getElementById(id));
          const named = [...document.querySelectorAll("[id]")].map(e => e.id);
          const attribute = a => words.includes(a.name) ? a.name + (a.value ? "=…" : "") : `${a.name}=${a.value.replace(/[0-9a-f-]{36}|\d+/g, "#")}`;
          const tag = e => `<${[e.localName, ...[...e.attributes].map(attribute)].join(" ")}>${e.textContent.trim() ? "…" : ""}`;
          const piece = e => tag(e.parentElement.parentElement) + tag(e.parentElement) + tag(e);
          return {
            headings: document.querySelectorAll("h1").length,
            title: document.title,
            lost: [...document.querySelectorAll("[for], [aria-describedby], [aria-labelledby]")].flatMap(lost),
            twice: named.filter((id, i) => named.indexOf(id) !== i),
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
    public static async Task<IReadOnlyList<string>> OwesAsync(Visitor visitor) => (await LookAsync(visitor)).Owed;

    /// <summary>What the page in the tab owes still, and whether it has a piece that no page before it had.</summary>
    public static async Task<(IReadOnlyList<string> Owed, bool IsNew)> LookAsync(Visitor visitor)
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

        owed.AddRange(from id in seen.Lost select $"{visitor.Path}: something goes by “{id}”, which is not there");
        owed.AddRange(from id in seen.Twice select $"{visitor.Path}: “{id}” is there twice");
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

        return ([.. owed, .. violations], judge);
    }

    /// <summary>What a page owes whoever runs no script: that it answers, says something, and fits. Axe itself is script.</summary>
    public static async Task<IReadOnlyList<string>> OwesWithoutScriptAsync(Visitor visitor, string address, int expected = 200)
    {
        var owed = new List<string>();
        var status = await visitor.GoAsync(address);
        var words = (await visitor.Page.EvaluateAsync<string>("document.querySelector('main').innerText")).Trim();
        if (status != expected || words.Length < 20)
        {
            owed.Add($"{address} without script: answers {status}, “{words}”");
        }

        foreach (var (width, height) in Visitor.Screens.Reverse())
        {
            await visitor.Page.SetViewportSizeAsync(width, height);
            if (await visitor.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth") is var wide && wide > width)
            {
                owed.Add($"{address} without script: {wide} pixels wide on a screen of {width}");
            }
        }

        return owed;
    }

    /// <summary>A page as <see cref="Read"/> tells of it.</summary>
    private sealed class Seen
    {
        public int Headings { get; init; }

        public string Title { get; init; } = "";

        public string[] Lost { get; init; } = [];

        public string[] Twice { get; init; } = [];

        public string[] Pieces { get; init; } = [];
    }
}
