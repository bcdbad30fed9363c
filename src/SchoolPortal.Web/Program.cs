using SchoolPortal.Web.Pages.Shared;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddSingleton<PortalFacts>();
var app = builder.Build();
app.MapStaticAssets();
app.MapRazorPages();
await app.RunAsync();
