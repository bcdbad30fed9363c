using Microsoft.AspNetCore.Mvc.ApplicationParts;

using SchoolPortal.Web.Pages.Shared;

namespace SchoolPortal.Benchmarks;

/// <summary>The baseline of every page: a Razor Page in the portal's own layout that shows 25 rows from memory. No records, no sign-in.</summary>
internal static class TableHost
{
    public static async Task RunAsync(string address)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.Services.AddSingleton<PortalFacts>();
        builder.Services.AddRazorPages().ConfigureApplicationPartManager(parts =>
        {
            // Only the layout of the portal is wanted; its pages need its services.
            var portal = typeof(SchoolPortal.Web.Pages.Shared.PortalFacts).Assembly;
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(portal));
        });
        var app = builder.Build();
        app.MapRazorPages();
        await app.RunAsync();
    }
}
