using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles.Campaign;

/// <summary>How the year's profiles come in: its reading, its deed and its download.</summary>
internal static class CampaignPages
{
    public static IServiceCollection AddCampaignPages(this IServiceCollection services) => services
        .AddScoped<ReadCampaign>()
        .AddScoped<NudgeSchool>()
        .AddScoped<JobWork, NudgeSchoolsWork>();

    public static void MapCampaignPages(this WebApplication app) => app.MapGet(CampaignLinks.Csv, CampaignCsv.GetAsync)
        .WithMetadata(new RequiresAttribute(Operation.FollowProfiles))
        .RequireRateLimiting(PortalSecurity.DocumentLimit);
}
