using System.Security.Cryptography.X509Certificates;

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Data.People;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Security;

/// <summary>Accounts, sessions, cookies, permission and limits, in one place.</summary>
internal static class PortalSecurity
{
    /// <summary>With it the name of each cookie of the portal begins, after a prefix that browsers know.</summary>
    public const string CookieName = "SchoolPortal";

    public const string SignInLimit = "sign-in";
    public const string LinkLimit = "links";
    public const string SearchLimit = "searches";
    public const string DocumentLimit = "documents";
    public const string ImportLimit = "imports";

    /// <summary>OWASP's figure for SHA-512 (requirement R62); older hashes are made anew at sign-in.</summary>
    private const int HashRounds = 220_000;

    public static IServiceCollection AddPortalSecurity(this IServiceCollection services, IConfiguration settings, IHostEnvironment environment)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(s => Request(s).Features.Get<Actor>() ?? throw new InvalidOperationException("Nobody is signed in."));
        services.AddScoped(s => Request(s).Features.Get<Session>() ?? throw new InvalidOperationException("Nobody is signed in."));
        services.AddScoped(s => Request(s).Features.Get<Marks>() ?? throw new InvalidOperationException("Nobody is signed in."));
        services.AddScoped(s => Request(s).Features.Get<CurrentSchool>() ?? throw new InvalidOperationException("No school in this address."));

        services.AddIdentityCore<PortalUser>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
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

        services.AddSingleton<IPasswordHasher<PortalUser>, PasswordHasher<PortalUser>>();
        services.AddSingleton<PassphraseCheck>();
        services.AddScoped<WrongTries>().AddScoped<RecentSignIn>();
        services.AddSingleton<KnownSessions>().AddScoped<SessionCookie>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            Harden(options.Cookie, CookieName);
            options.EventsType = typeof(SessionCookie);
            options.SlidingExpiration = false;
            options.ExpireTimeSpan = Session.Absolute;
        });
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, KeptTickets>();
        services.AddAntiforgery(options =>
        {
            Harden(options.Cookie, $"{CookieName}.Form");
            // SecurityHeaders says on every answer who may frame it.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.KeepFormTokens();
        services.Configure<CookieTempDataProviderOptions>(options => Harden(options.Cookie, $"{CookieName}.Told"));
        services.AddKeys(settings);

        services.AddScoped<IAuthorizationHandler, RequiresHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, NotFoundWhenNotVisible>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(Closed);

        // First of all, so that they also stand round what the framework puts round the pages.
        services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, SecurityHeaders>());
        return services.AddRateLimits(settings);
    }

    private static void KeepFormTokens(this IServiceCollection services)
    {
        var framework = services.Last(s => s.ServiceType == typeof(IAntiforgery)).ImplementationType!;
        services.AddSingleton<IAntiforgery>(s => ActivatorUtilities.CreateInstance<KeptFormTokens>(s, ActivatorUtilities.CreateInstance(s, framework)));
    }

    // Kept in the database, so that every node reads every cookie; encrypted there when the operator gives a certificate.
    private static void AddKeys(this IServiceCollection services, IConfiguration settings)
    {
        var keys = services.AddDataProtection().SetApplicationName("SchoolPortal").PersistKeysToDbContext<PortalDbContext>();
        if (settings["DataProtection:CertificateFile"] is { Length: > 0 } file)
        {
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, settings["DataProtection:CertificatePassword"]));
        }
    }

    // A page that says nothing of who may come is closed to everybody.
    private static AuthorizationPolicy Closed { get; } =
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build();

    private static HttpContext Request(IServiceProvider services) =>
        services.GetRequiredService<IHttpContextAccessor>().HttpContext ?? throw new InvalidOperationException("Only within a request.");
}
