using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SchoolPortal.Web.Security;

/// <summary>
/// Turns away what none of our pages sends, before anything reads it: other methods than a browser's (405), posts from other
/// sites (400), text that is not UTF-8 (415), and more than the page takes (413; the antiforgery check would meet the size first and call the form stale).
/// </summary>
internal static class RequestGate
{
    /// <summary>The largest request of a page without <see cref="AtMostAttribute"/>: the longest form many times over.</summary>
    public const long OrdinaryBytes = 1_000_000;

    public static void UseRequestGate(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.IsShowingError() || Refusal(http) is not { } status)
        {
            return next(http);
        }

        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            http.Response.Headers.Allow = "GET, HEAD, POST";
        }

        http.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    private static int? Refusal(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return null;
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return StatusCodes.Status405MethodNotAllowed;
        }

        if (IsForeign(request))
        {
            return StatusCodes.Status400BadRequest;
        }

        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.Charset is { HasValue: true } charset
            && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        return request.ContentLength > MostBytes(http.GetEndpoint()) ? StatusCodes.Status413PayloadTooLarge : null;
    }

    /// <summary>What the page at this endpoint takes.</summary>
    public static long MostBytes(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<AtMostAttribute>()?.Bytes ?? OrdinaryBytes;

    // Every browser of today says where a post comes from, in one of these or both.
    private static bool IsForeign(HttpRequest request) =>
        (request.Headers.TryGetValue("Sec-Fetch-Site", out var site) && site != "same-origin" && site != "none")
        || (!StringValues.IsNullOrEmpty(request.Headers.Origin)
            && !(Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
                && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)));
}
