using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Hosting;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>The use cases and downloads of agreements.</summary>
internal static class AgreementPages
{
    public static IServiceCollection AddAgreementPages(this IServiceCollection services) => services
        .AddScoped<StartAgreement>()
        .AddScoped<SaveAgreementSection>()
        .AddScoped<TakeAgreementStep>()
        .AddScoped<SignAgreement>()
        .AddScoped<BringAgreementsIntoForce>()
        .AddScoped<EndAgreements>()
        .AddScoped<NoteNewContacts>()
        .AddScoped<AcknowledgeAgreement>()
        .AddScoped<ContactSchedule>()
        .AddScoped<AgreementWord>()
        .AddHostedService<DailyWork>();

    public static void MapAgreementPages(this WebApplication app)
    {
        app.MapBlankForm(FormDefinitions.PartnershipAgreement);
        foreach (var address in new[] { "/schools/{schoolNumber:int}/agreement.docx", "/schools/{schoolNumber:int}/agreement/{number:int}.docx" })
        {
            app.MapGet(address, WordAsync)
                .WithMetadata(new RequiresAttribute(Operation.ViewAgreement))
                .RequireRateLimiting(PortalSecurity.DocumentLimit);
        }

        app.MapGet("/schools/{schoolNumber:int}/agreement/{number:int}/contacts.docx", ContactsAsync)
            .WithMetadata(new RequiresAttribute(Operation.ViewAgreement))
            .RequireRateLimiting(PortalSecurity.DocumentLimit);
    }

    private static async Task<IResult> ContactsAsync(int number, ContactSchedule schedule, CurrentSchool school, CancellationToken cancel) =>
        await schedule.HandleAsync(school, number, cancel) is { } file
            ? Results.File(file.Bytes, FormDocument.MediaType, file.Name)
            : Results.NotFound();

    private static async Task<IResult> WordAsync(int? number, AgreementWord word, Actor actor, CurrentSchool school, CancellationToken cancel) =>
        await word.HandleAsync(actor, school, number, cancel) is { } file
            ? Results.File(file.Bytes, FormDocument.MediaType, file.Name)
            : Results.NotFound();
}
