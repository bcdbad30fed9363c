using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Testing;
using SchoolPortal.Web.Hosting;

namespace SchoolPortal.Web.Tests;

/// <summary>A portal whose clock may jump over years: it does its daily work when it is told to, and at no other time.</summary>
internal sealed class UnhurriedPortal : PortalHost
{
    /// <summary>One round of what the portal does each hour.</summary>
    public Task DailyWorkAsync() => ActivatorUtilities.CreateInstance<DailyWork>(Services).DoAsync(CancellationToken.None);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            services.Remove(services.Single(s => s.ImplementationType == typeof(DailyWork)));
            services.Remove(services.Single(s => s.ImplementationType == typeof(JobWorker)));
        });
    }
}
