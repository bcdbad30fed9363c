using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;

using SchoolPortal.Domain;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Hosting;

/// <summary>On a page that shows the same to every visitor: its answer is kept for a while. Whoever has a cookie of ours gets their own.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SameForVisitorsAttribute : Attribute;

/// <summary>
/// Keeps what visitors are shown, packed once, and answers "nothing new" to those who have it already. It stands before
/// sign-in is looked at: a request that carries any cookie of the portal goes by, so nobody signed in can get a visitor's page
/// and no visitor theirs.
/// </summary>
public sealed class VisitorPages(TimeProvider clock) : IDisposable
{
    private const long MostBytes = 32_000_000;
    private const int LongestQuery = 200;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>Shows everything anew from the next request on.</summary>
    public void Forget() => cache.Clear();

    public void Dispose() => cache.Dispose();

    /// <summary>Answers from memory, or has the page made and keeps it.</summary>
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsForVisitors(http))
        {
            await next(http);
            return;
        }

        // The address names the host in feeds and site maps.
        var key = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.Path}{http.Request.QueryString}";
        var known = cache.Get<VisitorAnswer>(key);
        if (known is not null && clock.UtcNow() - known.MadeAt < Fresh)
        {
            await known.SendAsync(http);
            return;
        }

        if (await MakeAsync(http, next, known) is { } made)
        {
            cache.Set(key, made, new MemoryCacheEntryOptions { Size = made.Size, SlidingExpiration = Kept });
            await made.SendAsync(http);
        }
    }

    private static bool IsForVisitors(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<SameForVisitorsAttribute>() is not null
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && (http.Request.QueryString.Value?.Length ?? 0) <= LongestQuery
        && !http.IsShowingError()
        && !http.Request.Headers.Cookie.Any(cookies => cookies?.Contains(PortalSecurity.CookieName, StringComparison.Ordinal) == true);

    // The framework takes its message cookie away from those who never had it, too.
    private static bool TakesAway(string? cookie) => cookie?.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Has the page made; null when it is not to be kept, and then it is sent already.</summary>
    private async Task<VisitorAnswer?> MakeAsync(HttpContext http, RequestDelegate next, VisitorAnswer? before)
    {
        var (method, body) = (http.Request.Method, http.Response.Body);
        using var page = new MemoryStream();
        http.Response.Body = page;
        http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
            http.Request.Method = method;
        }

        if (http.Response.StatusCode == StatusCodes.Status200OK && http.Response.Headers.SetCookie.All(TakesAway))
        {
            http.Response.Headers.Remove(HeaderNames.SetCookie);
            return VisitorAnswer.Of(http.Response, page.ToArray(), clock.UtcNow(), before);
        }

        if (page.Length > 0 && !HttpMethods.IsHead(method))
        {
            page.Position = 0;
            await page.CopyToAsync(body, http.RequestAborted);
        }

        return null;
    }
}

/// <summary>Puts <see cref="VisitorPages"/> into the way of a request.</summary>
internal static class VisitorPagesInTheWay
{
    public static void UseVisitorPages(this WebApplication app)
    {
        var pages = app.Services.GetRequiredService<VisitorPages>();
        app.Use(next => http => pages.InvokeAsync(http, next));
    }
}
