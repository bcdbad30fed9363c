using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SchoolPortal.Data.Forms;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Public;
using SchoolPortal.Web.Pages.Shared;

namespace SchoolPortal.Web.Tests.Public;

/// <summary>The portal's pages and layout without sign-in, on an empty database, so that what the layout is given is set by the test.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private readonly TestDatabase _database;

    private PageHost(WebApplication app, TestDatabase database) => (_app, _database) = (app, database);

    public SignedIn? Person { get; set; }

    public string? Done { get; set; }

    public string? Fault { get; set; }

    public PortalFacts Facts { get; } = new();

    public static async Task<PageHost> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddRazorPages().AddApplicationPart(typeof(PortalFacts).Assembly);
        PageHost? host = null;
        var database = new TestDatabase();
        builder.Services.AddScoped(_ => database.Open());
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<PublishedContent>();
        builder.Services.AddSingleton(_ => host!.Facts);
        builder.Services.AddSingleton<KnownForms>();
        builder.Services.Configure<MvcOptions>(options => options.Filters.Add(new GivenToThePage(() => host!)));
        var app = builder.Build();
        host = new PageHost(app, database);
        app.Use((context, next) =>
        {
            context.Features.Set(host.Person);
            return next(context);
        });
        app.MapRazorPages();
        await app.StartAsync();
        return host;
    }

    public async Task<IHtmlDocument> Get(string address)
    {
        using var client = _app.GetTestClient();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _database.Dispose();
    }

    /// <summary>Puts a message or a fault before the page as a handler would.</summary>
    private sealed class GivenToThePage(Func<PageHost> host) : IPageFilter
    {
        public void OnPageHandlerSelected(PageHandlerSelectedContext context)
        {
            if (host().Fault is { } fault)
            {
                context.ModelState.AddModelError("", fault);
            }

            if (host().Done is { } done)
            {
                var factory = context.HttpContext.RequestServices.GetRequiredService<ITempDataDictionaryFactory>();
                factory.GetTempData(context.HttpContext)["Done"] = done;
            }
        }

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
        {
        }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
        {
        }
    }
}
