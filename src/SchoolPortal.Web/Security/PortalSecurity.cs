using System.Globalization;
using System.Threading.RateLimiting;

using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Security;

/// <summary>Accounts, sessions, cookies, permission and limits, in one place.</summary>
internal static class PortalSecurity
{
    public const string SignInLimit = "sign-in";
    public const string DocumentLimit = "documents";
    public const string ImportLimit = "imports";

    /// <summary>OWASP's figure for SHA-512 (requirement R62); older hashes are made anew at sign-in.</summary>
    private const int HashRounds = 220_000;

    public static IServiceCollection AddPortalSecurity(this IServiceCollection services, IConfiguration settings, IHostEnvironment environment)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(s => Request(s).Features.Get<Actor>() ?? throw new InvalidOperationException("Nobody is signed in."));
        services.AddScoped(s => Request(s).Features.Get<Session>() ?? throw new InvalidOperationException("Nobody is signed in."));
        services.AddScoped(s => Request(s).Features.Get<CurrentSchool>() ?? throw new InvalidOperationException("No school in this address."));

        services.AddIdentityCore<PortalUser>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.Password.RequiredLength = 1;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddPasswordValidator<PassphraseRules>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = HashRounds);

        // On plain http://localhost (Development) a browser keeps no Secure cookie, so there the names go without __Host-.
        var secure = !environment.IsDevelopment();
        var prefix = secure ? "__Host-" : "";
        void Harden(CookieBuilder cookie, string name)
        {
            cookie.Name = prefix + name;
            cookie.HttpOnly = true;
            cookie.SameSite = SameSiteMode.Lax;
            cookie.Path = "/";
            cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        }

        services.AddScoped<SessionCookie>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            Harden(options.Cookie, "SchoolPortal");
            options.EventsType = typeof(SessionCookie);
            options.SlidingExpiration = false;
            options.ExpireTimeSpan = Session.Absolute;
        });
        services.AddAntiforgery(options => Harden(options.Cookie, "SchoolPortal.Form"));
        services.Configure<CookieTempDataProviderOptions>(options => Harden(options.Cookie, "SchoolPortal.Told"));
        services.AddDataProtection().SetApplicationName("SchoolPortal").PersistKeysToDbContext<PortalDbContext>();

        services.AddScoped<IAuthorizationHandler, RequiresHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, NotFoundWhenNotVisible>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(Closed);

        services.AddHsts(options =>
        {
            options.MaxAge = TimeSpan.FromDays(365);
            options.IncludeSubDomains = true;
        });
        return services.AddPortalLimits(settings);
    }

    // A page that says nothing of who may come is closed to everybody.
    private static AuthorizationPolicy Closed { get; } =
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build();

    private static IServiceCollection AddPortalLimits(this IServiceCollection services, IConfiguration settings)
    {
        var limits = settings.GetSection("Limits");
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(SignInLimit, http => HttpMethods.IsPost(http.Request.Method)
                ? PerMinute(http.Connection.RemoteIpAddress?.ToString() ?? "", limits.GetValue("SignInsPerMinute", 30))
                : RateLimitPartition.GetNoLimiter(""));
            options.AddPolicy(DocumentLimit, http => PerMinute(PersonOf(http), limits.GetValue("DocumentsPerMinute", 60)));
            options.AddPolicy(ImportLimit, http => PerMinute(PersonOf(http), limits.GetValue("ImportsPerMinute", 6)));
        });
    }

    private static RateLimitPartition<string> PerMinute(string who, int permitted) =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = permitted,
            Window = TimeSpan.FromMinutes(1),
        });

    private static string PersonOf(HttpContext http) =>
        http.Features.Get<Actor>()?.PersonId.ToString("N", CultureInfo.InvariantCulture) ?? http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static HttpContext Request(IServiceProvider services) =>
        services.GetRequiredService<IHttpContextAccessor>().HttpContext ?? throw new InvalidOperationException("Only within a request.");
}
