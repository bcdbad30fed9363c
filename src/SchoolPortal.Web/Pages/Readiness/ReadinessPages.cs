using SchoolPortal.Web.Pages.Profiles;

namespace SchoolPortal.Web.Pages.Readiness;

/// <summary>What reminds, asks and answers about the yearly profile and each term's readiness.</summary>
internal static class ReadinessPages
{
    public static IServiceCollection AddReadinessPages(this IServiceCollection services) => services
        .AddScoped<RemindOfProfiles>()
        .AddScoped<AskReadiness>()
        .AddScoped<FindReadinessLink>()
        .AddScoped<ConfirmReadiness>();
}
