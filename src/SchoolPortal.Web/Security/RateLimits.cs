using System.Globalization;
using System.Threading.RateLimiting;

using Microsoft.AspNetCore.RateLimiting;

using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Security;

/// <summary>How often a minute one network may try to sign in or open links from e-mails or search without signing in, and one person ask for documents or bring files (requirement R59).</summary>
internal static class RateLimits
{
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration settings)
    {
        var limits = settings.GetSection("Limits");
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = TellWhenToComeBack;
            options.AddPolicy(PortalSecurity.SignInLimit, http => HttpMethods.IsPost(http.Request.Method)
                ? PerMinute(NetworkOf.Address(http.Connection.RemoteIpAddress), limits.GetValue("SignInsPerMinute", 30))
                : RateLimitPartition.GetNoLimiter(""));
            options.AddPolicy(PortalSecurity.LinkLimit, http => PerMinute(NetworkOf.Address(http.Connection.RemoteIpAddress), limits.GetValue("LinksPerMinute", 30)));
            options.AddPolicy(PortalSecurity.SearchLimit, http => http.Request.Query.Count > 0
                ? PerMinute(NetworkOf.Address(http.Connection.RemoteIpAddress), limits.GetValue("SearchesPerMinute", 60))
                : RateLimitPartition.GetNoLimiter(""));
            options.AddPolicy(PortalSecurity.DocumentLimit, http => PerMinute(PersonOf(http), limits.GetValue("DocumentsPerMinute", 60)));
            options.AddPolicy(PortalSecurity.ImportLimit, http => HttpMethods.IsPost(http.Request.Method)
                ? PerMinute(PersonOf(http), limits.GetValue("ImportsPerMinute", 6))
                : RateLimitPartition.GetNoLimiter(""));
        });
    }

    private static ValueTask TellWhenToComeBack(OnRejectedContext rejected, CancellationToken cancel)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }

    private static RateLimitPartition<string> PerMinute(string who, int permitted) =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = permitted,
            Window = TimeSpan.FromMinutes(1),
        });

    private static string PersonOf(HttpContext http) =>
        http.Features.Get<Actor>()?.PersonId.ToString("N", CultureInfo.InvariantCulture) ?? NetworkOf.Address(http.Connection.RemoteIpAddress);
}
