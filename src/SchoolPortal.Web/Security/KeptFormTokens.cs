using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Security;

/// <summary>
/// Makes a session's form token once instead of on every page: each signed-in page has the form that signs out, and to make
/// its token was a twentieth of the page. A token belongs to the person and to the browser's form cookie, and stays good as
/// long as both; the check of a post is the framework's own.
/// </summary>
internal sealed class KeptFormTokens(IAntiforgery framework, IOptions<AntiforgeryOptions> options) : IAntiforgery, IDisposable
{
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext)
    {
        var session = httpContext.Features.Get<Session>();
        if (session is null || !httpContext.Request.Cookies.TryGetValue(options.Value.Cookie.Name!, out var cookie))
        {
            return framework.GetAndStoreTokens(httpContext);
        }

        if (kept.TryGetValue((session.Id, cookie), out AntiforgeryTokenSet? known))
        {
            return known!;
        }

        var tokens = framework.GetAndStoreTokens(httpContext);
        // A cookie that could not be read was replaced just now, and is not the one the token belongs to.
        if (tokens.CookieToken is null)
        {
            using var entry = kept.CreateEntry((session.Id, cookie)).SetValue(tokens).SetSize(1).SetSlidingExpiration(TimeSpan.FromMinutes(session.IdleMinutes));
        }

        return tokens;
    }

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => framework.GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => framework.IsRequestValidAsync(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => framework.ValidateRequestAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext) => framework.SetCookieTokenAndHeader(httpContext);

    public void Dispose() => kept.Dispose();
}
