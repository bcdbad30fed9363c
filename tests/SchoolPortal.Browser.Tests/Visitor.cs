using System.Collections.Concurrent;

using Microsoft.Playwright;

namespace SchoolPortal.Browser.Tests;

/// <summary>Somebody at a browser of their own, and what went wrong behind the pages they saw.</summary>
public sealed class Visitor : IAsyncDisposable
{
    /// <summary>A wide screen, and one as a person sees it who reads at 400 %.</summary>
    public static IReadOnlyList<(int Width, int Height)> Screens { get; } = [(1280, 900), (320, 640)];

    /// <summary>How long a page may take on a machine that does other work too.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly PageGetByLabelOptions Exactly = new() { Exact = true };

    private readonly Chromium chromium;
    private readonly BrowserPortal portal;
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> troubles = new();

    private Visitor(Chromium chromium, BrowserPortal portal, IBrowserContext context, IPage page)
    {
        this.chromium = chromium;
        this.portal = portal;
        this.context = context;
        Page = page;
        page.SetDefaultTimeout((float)Patience.TotalMilliseconds);
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
            if (new Uri(request.Url) is { Scheme: not ("data" or "blob") } address && address.Authority != portal.Address.Authority)
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
    public static Task<Visitor> ComeAsync(Chromium chromium, BrowserPortal portal) => ComeAsync(chromium, portal, script: true, signedIn: null);

    /// <summary>The same person, still signed in, at a browser that runs no script.</summary>
    public async Task<Visitor> WithoutScriptAsync() => await ComeAsync(chromium, portal, script: false, await context.StorageStateAsync());

    private static async Task<Visitor> ComeAsync(Chromium chromium, BrowserPortal portal, bool script, string? signedIn)
    {
        var own = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = portal.Address.ToString(),
            ViewportSize = new() { Width = Screens[0].Width, Height = Screens[0].Height },
            JavaScriptEnabled = script,
            StorageState = signedIn,
            IgnoreHTTPSErrors = true,
            Locale = "en-NZ",
            TimezoneId = "Pacific/Auckland",
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Visitor(chromium, portal, own, await own.NewPageAsync());
    }

    /// <summary>Goes to an address of the portal.</summary>
    public async Task<int> GoAsync(string address) => (await Page.GotoAsync(address))?.Status ?? 0;

    /// <summary>Signs in as a person would.</summary>
    public async Task SignInAsync(string email, string passphrase)
    {
        await GoAsync("/account/sign-in");
        await Page.GetByLabel("Email address").FillAsync(email);
        await Page.GetByLabel("Passphrase", Exactly).FillAsync(passphrase);
        await PressAsync("Sign in");
        if (Path != "/today")
        {
            throw new InvalidOperationException($"{email} could not sign in and is at {Path}.");
        }
    }

    /// <summary>Presses the button of the page, not of its header, that is called so, and waits for the next page.</summary>
    public Task PressAsync(string button) => OntoNextPageAsync(() => Button(button).ClickAsync());

    /// <summary>Follows the link of the page that is called so.</summary>
    public Task FollowAsync(string link) =>
        OntoNextPageAsync(() => Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync());

    /// <summary>The button of the page that is called so; a link that looks like one is one.</summary>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Does something that leads to another page, and waits until that is there.</summary>
    public async Task OntoNextPageAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource();
        void Arrive(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Arrive;
        try
        {
            await act();
            await loaded.Task.WaitAsync(Patience);
        }
        finally
        {
            Page.Load -= Arrive;
        }
    }

    /// <summary>Where the links of the page lead within the portal, each once, without the part after #.</summary>
    public async Task<IReadOnlyCollection<string>> LinksAsync() => await Page.EvaluateAsync<string[]>("""
        [...new Set([...document.links].filter(a => a.origin === location.origin).map(a => a.pathname + a.search))]
        """);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => context.DisposeAsync();
}
