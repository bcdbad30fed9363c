using Microsoft.AspNetCore.HttpOverrides;

using SchoolPortal.Web.Hosting;
using SchoolPortal.Web.Pages;
using SchoolPortal.Web.Security;

using Serilog;

Log.Logger = PortalLog.ForStart();
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
builder.AddPortalLog();
builder.AddPortalRecords();
builder.Services.AddPortalSecurity(builder.Configuration, builder.Environment);
builder.Services.AddPortalPages();
builder.Services.AddPortalHealth();
builder.Host.UseDefaultServiceProvider(o => o.ValidateOnBuild = o.ValidateScopes = true);

var app = builder.Build();
if (await Commands.RunAsync(app, args) is { } exitCode)
{
    return exitCode;
}

app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
app.UseSecurityHeaders();
app.UsePortalLog();
if (!app.Environment.IsDevelopment())
{
    app.UseHsts();
    app.UseHttpsRedirection();
}

app.UseExceptionHandler("/problem/500");
app.UseStatusCodePagesWithReExecute("/problem/{0}");
app.UseRouting();
app.UseAuthentication();
app.UseRefusedAccessLog();
app.UseAuthorization();
app.UseRateLimiter();
app.MapStaticAssets().AllowAnonymous();
app.MapPortalHealth();
app.MapPortalPages();

await Startup.PrepareAsync(app, app.Lifetime.ApplicationStopping);
await app.RunAsync();
return 0;

/// <summary>Named for the tests that host it.</summary>
public partial class Program;
