using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>The profile's use cases and downloads.</summary>
internal static class ProfilePages
{
    public static IServiceCollection AddProfilePages(this IServiceCollection services) => services
        .AddScoped<OpenProfile>()
        .AddScoped<SaveProfileSection>()
        .AddScoped<TakeProfileStep>()
        .AddScoped<SectionVersions>()
        .AddScoped<SectionComments>()
        .AddScoped<SectionKeepers>()
        .AddScoped<SectionCompany>()
        .AddScoped<KeepProfileUnchanged>()
        .AddScoped<ReconfirmSection>()
        .AddScoped<OpenProfiles>()
        .AddScoped<TakeSnapshots>()
        .AddScoped<ReturnProfile>()
        .AddScoped<ProfileViews>()
        .AddScoped<ArchiveProfiles>()
        .AddScoped<ProfileDocument>()
        .AddScoped<FormDrafts, ProfileDrafts>()
        .AddScoped<JobWork, ProfileFilesWork>()
        .AddScoped<ReadProfileYears>()
        .AddScoped<CompareProfileYears>();

    public static void MapProfilePages(this WebApplication app)
    {
        app.MapBlankForm(FormDefinitions.SchoolProfile.Key);
        Download("/schools/{schoolNumber:int}/profile/{year:int}.docx", ProfileDownloads.OfYearAsync);
        Download("/schools/{schoolNumber:int}/profile/{year:int}/draft.docx", ProfileDownloads.ToFillInAsync);
        Download("/schools/{schoolNumber:int}/profile/compare.docx", ProfileDownloads.ComparedAsync);

        void Download(string address, Delegate write) => app.MapGet(address, write)
            .WithMetadata(new RequiresAttribute(Operation.ViewProfile))
            .RequireRateLimiting(PortalSecurity.DocumentLimit);
    }
}
