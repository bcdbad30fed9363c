using System.Text.Encodings.Web;
using System.Text.Unicode;

using Microsoft.Extensions.WebEncoders;

using SchoolPortal.Data.Schools;
using SchoolPortal.Web.Pages.Account;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Admin.DirectoryImports;
using SchoolPortal.Web.Pages.Admin.DirectoryImports.Watch;
using SchoolPortal.Web.Pages.Assignments;
using SchoolPortal.Web.Pages.Audit;
using SchoolPortal.Web.Pages.Contacts;
using SchoolPortal.Web.Pages.Content;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.FormVersions;
using SchoolPortal.Web.Pages.Handover;
using SchoolPortal.Web.Pages.HandOuts;
using SchoolPortal.Web.Pages.Invitations;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Pages.Notices;
using SchoolPortal.Web.Pages.People;
using SchoolPortal.Web.Pages.Profiles;
using SchoolPortal.Web.Pages.Profiles.Campaign;
using SchoolPortal.Web.Pages.Public;
using SchoolPortal.Web.Pages.Readiness;
using SchoolPortal.Web.Pages.Schools;
using SchoolPortal.Web.Pages.Shared;
using SchoolPortal.Web.Pages.Templates;
using SchoolPortal.Web.Pages.Visits;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages;

/// <summary>The pages, their downloads and their use cases.</summary>
internal static class PortalPages
{
    public static IServiceCollection AddPortalPages(this IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.Conventions.OpenPublicPages())
            .AddMvcOptions(options =>
            {
                options.Filters.Add<RulesFilter>();
                options.Filters.Add<StaleFormFilter>();
            });
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        services.AddSingleton<PortalFacts>();
        services.AddScoped<ProposeDirectoryImport>().AddScoped<ChooseDirectoryRows>().AddScoped<ApplyDirectoryImport>()
            .AddScoped<DiscardDirectoryImport>().AddScoped<UndoDirectoryImport>().AddScoped<LoadFirstDirectory>();
        services.AddSingleton<WatchSettings>().AddSingleton(all => new WatchedAddress(all.GetRequiredService<WatchSettings>())).AddScoped<WatchDirectory>();
        services.AddScoped<SignInPerson>().AddScoped<EndSessions>().AddScoped<ChangePassphrase>()
            .AddScoped<AskNewPassphrase>().AddScoped<FindNewPassphrase>().AddScoped<SetNewPassphrase>();
        services.AddScoped<RestrictedViews>().AddScoped<NoteTakenDraft>().AddScoped<ReceiveDraft>().AddScoped<TakeOverDraft>().AddScoped<DiscardDraft>();
        services.AddSingleton<DraftSlips>().AddScoped<SectionDrafts>().AddScoped<KeptTyping>();
        services.AddPublicPages().AddContentPages().AddHandOutPages();
        services.AddSchoolPages();
        services.AddContactPages();
        services.AddAgreementPages();
        services.AddAssignmentPages().AddPeoplePages().AddAuditPages();
        services.AddInvitationPages();
        services.AddProfilePages();
        services.AddTemplatePages();
        services.AddFormVersionPages();
        services.AddHandoverPages();
        services.AddVisitPages();
        services.AddJobPages();
        services.AddNoticePages();
        services.AddCampaignPages();
        services.AddReadinessPages();
        return services;
    }

    public static void MapPortalPages(this WebApplication app)
    {
        app.MapRazorPages().WithStaticAssets();
        app.MapPublicPages();
        app.MapHandOutPages();
        app.MapAssignmentPages();
        app.MapAgreementPages();
        app.MapAuditPages();
        app.MapSchoolPages();
        app.MapProfilePages();
        app.MapTemplatePages();
        app.MapFormVersionPages();
        app.MapHandoverPages();
        app.MapJobPages();
        app.MapCampaignPages();
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
        app.MapGet("/account/stay", () => Results.NoContent()).RequireAuthorization();
    }
}
