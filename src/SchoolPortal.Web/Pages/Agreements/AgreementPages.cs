using System.Net.Mime;

using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Hosting;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Jobs;
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
        .AddScoped<ConfirmPaperSignature>()
        .AddScoped<KeepSignature>()
        .AddScoped<BringAgreementsIntoForce>()
        .AddScoped<EndAgreements>()
        .AddScoped<NoteNewContacts>()
        .AddScoped<AcknowledgeAgreement>()
        .AddScoped<ContactSchedule>()
        .AddScoped<ReadAgreementContents>()
        .AddScoped<AgreementWord>()
        .AddScoped<CompareAgreements>()
        .AddScoped<ExplainDeviations>()
        .AddScoped<AgreementEvidence>()
        .AddScoped<FormDrafts, AgreementDrafts>()
        .AddScoped<JobWork, AgreementFilesWork>()
        .AddScoped<JobWork, RenewAgreementsWork>()
        .AddScoped<JobWork, SendAgreementsWork>()
        .AddHostedService<DailyWork>();

    public static void MapAgreementPages(this WebApplication app)
    {
        app.MapBlankForm(FormDefinitions.PartnershipAgreement.Key);
        Download("/schools/{schoolNumber:int}/agreement.docx", WordAsync);
        Download("/schools/{schoolNumber:int}/agreement/{number:int}.docx", WordAsync);
        Download("/schools/{schoolNumber:int}/agreement/{number:int}/contacts.docx", ContactsAsync);
        Download("/schools/{schoolNumber:int}/agreement/{number:int}/frozen.docx", FrozenAsync);
        Download("/schools/{schoolNumber:int}/agreement/{number:int}/signed.docx", SignedAsync);
        Download("/schools/{schoolNumber:int}/agreement/{number:int}/evidence.json", EvidenceAsync);
        Download("/schools/{schoolNumber:int}/agreement/{number:int}/scans/{sha256}", ScanAsync);
        Download("/schools/{schoolNumber:int}/agreement/compare.docx", ComparedAsync);

        void Download(string address, Delegate write) => app.MapGet(address, write)
            .WithMetadata(new RequiresAttribute(Operation.ViewAgreement))
            .RequireRateLimiting(PortalSecurity.DocumentLimit);
    }

    private static async Task<IResult> WordAsync(int? number, AgreementWord word, Actor actor, CurrentSchool school, CancellationToken cancel) =>
        FileOf(await word.HandleAsync(actor, school, number, cancel));

    private static async Task<IResult> ContactsAsync(int number, ContactSchedule schedule, CurrentSchool school, CancellationToken cancel) =>
        FileOf(await schedule.HandleAsync(school, number, cancel));

    private static async Task<IResult> ComparedAsync(string from, int to, CompareAgreements compare, CancellationToken cancel) =>
        FileOf(await compare.WriteAsync(from, to, cancel));

    private static async Task<IResult> FrozenAsync(int number, AgreementEvidence evidence, Actor actor, CurrentSchool school, CancellationToken cancel) =>
        FileOf(await evidence.KeptAsync(actor, school, number, AgreementFileKind.Frozen, cancel));

    private static async Task<IResult> SignedAsync(int number, AgreementEvidence evidence, Actor actor, CurrentSchool school, CancellationToken cancel) =>
        FileOf(await evidence.KeptAsync(actor, school, number, AgreementFileKind.Signed, cancel));

    private static async Task<IResult> EvidenceAsync(int number, AgreementEvidence evidence, Actor actor, CurrentSchool school, CancellationToken cancel) =>
        FileOf(await evidence.WriteAsync(actor, school, number, cancel), MediaTypeNames.Application.Json);

    private static async Task<IResult> ScanAsync(int number, string sha256, AgreementEvidence evidence, CurrentSchool school, CancellationToken cancel) =>
        await evidence.ScanAsync(school, number, sha256, cancel) is { } scan ? Results.File(scan.Bytes, scan.MediaType, scan.Name) : Results.NotFound();

    private static IResult FileOf((byte[] Bytes, string Name)? file, string mediaType = FormDocument.MediaType) =>
        file is { } found ? Results.File(found.Bytes, mediaType, found.Name) : Results.NotFound();
}
