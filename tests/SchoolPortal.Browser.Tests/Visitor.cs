using System.Collections.Concurrent;

using Microsoft.Playwright;

namespace SchoolPortal.Browser.Tests;

/// <summary>Somebody at a browser of their own, and what went wrong behind the pages they saw.</summary>
public sealed class Visitor : IAsyncDisposable
{
    /// <summary>A wide screen, and one as a person sees it who reads at 400 %.</summary>
    public static IReadOnlyList<(int Width, int Height)> Screens { get; } = [(1280, 900), (320, 640)];

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> troubles = new();

    private Visitor(IBrowserContext context, IPage page, Uri portal)
    {
        this.context = context;
        Page = page;
        page.SetDefaultTimeout(15_000);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                troubles.Enqueue($"{Path}: the console says “{message.Text}”");
            }
        };
        page.PageError += (_, error) => troubles.Enqueue($"{Path}: the script broke: {error}");
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not ("data" or "blob") } address && address.Authority != portal.Authority)
            {
                troubles.Enqueue($"{Path}: asks another host for {request.Url}");
            }
        };
    }

    /// <summary>The tab they look at.</summary>
    public IPage Page { get; }

    /// <summary>The address in the tab, without the host.</summary>
    public string Path => new Uri(Page.Url).PathAndQuery;

    /// <summary>Console errors, broken scripts and requests to other hosts so far.</summary>
    public IReadOnlyCollection<string> Troubles => troubles;

    /// <summary>A new visitor, not signed in.</summary>
    public static async Task<Visitor> ComeAsync(Chromium chromium, BrowserPortal portal, bool script = true)
    {
        var own = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = portal.Address.ToString(),
            ViewportSize = new() { Width = Screens[0].Width, Height = Screens[0].Height },
            JavaScriptEnabled = script,
            IgnoreHTTPSErrors = true,
            Locale = "en-NZ",
            TimezoneId = "Pacific/Auckland",
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Visitor(own, await own.NewPageAsync(), portal.Address);
    }

    /// <summary>Goes to an address of the portal.</summary>
    public async Task<int> GoAsync(string address) => (await Page.GotoAsync(address))?.Status ?? 0;

    /// <summary>Signs in as a person would.</summary>
    public async Task SignInAsync(string email, string passphrase)
    {
        await GoAsync("/account/sign-in");
        await Page.GetByLabel("Email address").FillAsync(email);
        await Page.GetByLabel("Passphrase", new() { Exact = true }).FillAsync(passphrase);
        await PressAsync("Sign in");
        await Page.WaitForURLAsync("**/today");
    }

    /// <summary>Presses the button of the page, not of its header, that is called so.</summary>
    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Follows the link of the page that is called so.</summary>
    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => context.DisposeAsync();
}
