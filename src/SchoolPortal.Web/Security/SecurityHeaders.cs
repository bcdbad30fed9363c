namespace SchoolPortal.Web.Security;

/// <summary>
/// Headers on every answer: pages, files, redirects, errors (requirements R32–R34, R39). They are set when the answer starts,
/// since the exception handler clears what was set before, and round the framework's own filters, so that the refusal of a
/// foreign Host carries them too.
/// </summary>
internal sealed class SecurityHeaders(IHostEnvironment environment) : IStartupFilter
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) =>
        {
            http.Response.OnStarting(() =>
            {
                Set(http);
                return Task.CompletedTask;
            });
            return rest(http);
        });
        next(app);
    };

    private void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        if (headers["Referrer-Policy"].Count == 0)
        {
            // A page whose address is a secret asks for more.
            headers["Referrer-Policy"] = "same-origin";
        }

        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (headers["Permissions-Policy"].Count == 0)
        {
            // The one page that offers to use where somebody is asks for that alone.
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        }

        if (http.Request.IsHttps && !environment.IsDevelopment())
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        // What one person sees is kept nowhere. Assets bring their own rule: those named by their content are kept for a year.
        if (http.User.Identity?.IsAuthenticated == true || http.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            headers.CacheControl = "no-store";
        }
        else if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-cache";
        }
    }
}
