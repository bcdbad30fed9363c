using SchoolPortal.Web.Hosting;
using SchoolPortal.Web.Pages;
using SchoolPortal.Web.Security;

using Serilog;

Log.Logger = PortalLog.ForStart();
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.WebHost.ConfigureKestrel(o =>
{
    o.AddServerHeader = false;
    o.Limits.MaxRequestBodySize = RequestGate.OrdinaryBytes;
});
builder.AddPortalLog();
builder.AddPortalRecords();
builder.Services.AddPortalSecurity(builder.Configuration, builder.Environment);
builder.Services.AddPortalPages();
builder.Services.AddPortalHealth();
builder.Host.UseDefaultServiceProvider(o => o.ValidateOnBuild = o.ValidateScopes = true);

var app = builder.Build();
if (await Commands.RunAsync(app.Services, args) is { } exitCode)
{
    return exitCode;
}

app.UseKnownProxies();
app.UsePortalLog();
if (!app.Environment.IsDevelopment())
{
    app.UseHttpsRedirection();
}

app.UseErrorPages();
app.UseRouting();
app.UseRequestGate();
app.UseVisitorPages();
app.UseAuthentication();
app.UseRefusedAccessLog();
app.UseAuthorization();
app.UseRateLimiter();
app.MapStaticAssets().AllowAnonymous().ShortCircuit();
app.MapPortalHealth();
app.MapPortalPages();

await Startup.PrepareAsync(app, app.Lifetime.ApplicationStopping);
await app.RunAsync();
return 0;

/// <summary>Named for the tests that host it.</summary>
public partial class Program;
