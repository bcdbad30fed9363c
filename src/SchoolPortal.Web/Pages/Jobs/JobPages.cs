using SchoolPortal.Domain.People;
using SchoolPortal.Web.Hosting;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>The use cases of jobs, their worker and their download. The kinds are registered by the features that they belong to.</summary>
internal static class JobPages
{
    public static IServiceCollection AddJobPages(this IServiceCollection services) => services
        .AddSingleton<JobBell>()
        .AddScoped<BeginJob>()
        .AddScoped<CancelJob>()
        .AddScoped<ClearJobFiles>()
        .AddScoped<DoSchools>()
        .AddScoped<FinishJob>()
        .AddSingleton<RunJobs>()
        .AddHostedService<JobWorker>();

    public static void MapJobPages(this WebApplication app) => app.MapGet("/jobs/{id:guid}.zip", JobZip.GetAsync)
        .WithMetadata(new RequiresAttribute(Operation.ViewSchool))
        .RequireRateLimiting(PortalSecurity.DocumentLimit);
}
