using System.Net;

using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Web.Demo;

using Xunit;

namespace SchoolPortal.Browser.Tests;

/// <summary>
/// A demo person follows every link they are shown, and every page that they reach is held to <see cref="PageCheck"/>. A new
/// page is in here without a word.
/// </summary>
public sealed class EveryPageTests(Chromium chromium, DemonstrationPortal portal) : IClassFixture<DemonstrationPortal>
{
    /// <summary>Pages of one kind that a person looks at; their content differs, their markup hardly does.</summary>
    private const int AlikeEnough = 2;

    private List<(RouteEndpoint Endpoint, TemplateMatcher Matcher)>? routes;

    public static TheoryData<string> People => [.. DemoPeople.SignIns.Select(signIn => signIn.Before)];

    [Theory]
    [MemberData(nameof(People))]
    public async Task Every_page_within_reach_can_be_read_by_everybody(string person)
    {
        await using var visitor = await Visitor.ComeAsync(chromium, portal);
        await visitor.SignInAsync(DemoAccounts.Address(person), DemoAccounts.Passphrase);
        var faults = new List<string>();
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        var unseen = new List<string>();

        var reached = await WalkAsync(visitor, async status =>
        {
            if (status != 200)
            {
                faults.Add($"{visitor.Path}: answers {status}");
                return;
            }

            var (owed, isNew) = await PageCheck.LookAsync(visitor);
            faults.AddRange(owed);
            if (isNew)
            {
                unseen.Add(visitor.Path);
            }

            var title = await visitor.Page.TitleAsync();
            var page = visitor.Path.Split('?')[0];
            if (titles.TryGetValue(title, out var other) && other != page
                && (page.StartsWith("/schools/", StringComparison.Ordinal) || RouteOf(page) != RouteOf(other)))
            {
                faults.Add($"{page}: has the title of {other}, “{title}”");
            }

            titles[title] = page;
        });

        Assert.True(reached.Count > 5, $"{person} reached {reached.Count} pages only.");
        faults.AddRange(visitor.Troubles);
        faults.AddRange(await WithoutScriptAsync(visitor, unseen));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>What does not stand without script, for the same person: of the pages that have a piece which nobody before them saw.</summary>
    private static async Task<IReadOnlyList<string>> WithoutScriptAsync(Visitor person, IEnumerable<string> pages)
    {
        await using var visitor = await person.WithoutScriptAsync();
        var faults = new List<string>();
        foreach (var page in pages)
        {
            faults.AddRange(await PageCheck.OwesWithoutScriptAsync(visitor, page));
        }

        return faults;
    }

    /// <summary>From Today on, page by page; files are asked for too, as a download must answer whoever is offered it.</summary>
    private async Task<IReadOnlyCollection<string>> WalkAsync(Visitor visitor, Func<int, Task> lookAsync)
    {
        var looked = new Dictionary<RouteEndpoint, int>();
        var known = new HashSet<string>(StringComparer.Ordinal) { "/today" };
        var ahead = new Queue<string>(known);
        var reached = new List<string>();
        while (ahead.TryDequeue(out var address))
        {
            if (IsFile(address))
            {
                var file = await visitor.Page.APIRequest.GetAsync(address);
                Assert.True(file.Status == (int)HttpStatusCode.OK, $"{address}: answers {file.Status}");
                await file.DisposeAsync();
                continue;
            }

            await lookAsync(await visitor.GoAsync(address));
            reached.Add(address);
            foreach (var link in await visitor.LinksAsync())
            {
                if (known.Add(link) && RouteOf(link) is var route && looked.GetValueOrDefault(route) < AlikeEnough)
                {
                    looked[route] = looked.GetValueOrDefault(route) + 1;
                    ahead.Enqueue(link);
                }
            }
        }

        return reached;
    }

    private static bool IsFile(string address) => Path.GetExtension(address.Split('?')[0]).Length > 0;

    private RouteEndpoint RouteOf(string address) => Routes.First(route => route.Matcher.TryMatch(address.Split('?')[0], [])).Endpoint;

    private List<(RouteEndpoint Endpoint, TemplateMatcher Matcher)> Routes => routes ??=
    [
        .. portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .OrderBy(endpoint => endpoint.Order).ThenBy(endpoint => endpoint.RoutePattern.InboundPrecedence)
            .Select(endpoint => (endpoint, new TemplateMatcher(TemplateParser.Parse(endpoint.RoutePattern.RawText!), []))),
    ];
}
