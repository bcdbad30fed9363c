using SchoolPortal.Documents.Forms;
using SchoolPortal.Documents.Public;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Mail;
using SchoolPortal.Web.Pages.Public;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.HandOuts;

/// <summary>A school's own hand-outs, and their files.</summary>
internal static class HandOutPages
{
    public static IServiceCollection AddHandOutPages(this IServiceCollection services) =>
        services.AddScoped<ReadSchoolHandOut>().AddScoped<ReadPartnershipReport>();

    public static void MapHandOutPages(this WebApplication app)
    {
        Download("/schools/{schoolNumber:int}/handouts/{audience}.docx", Operation.ViewContacts, (string audience, CurrentSchool school, ReadSchoolHandOut read, HttpRequest request, MailSettings settings, CancellationToken cancel) =>
            HandOutAsync(audience, handOut => Word(handOut), school, read, PublicFeeds.Root(request, settings), cancel));
        Download("/schools/{schoolNumber:int}/handouts/{audience}.pptx", Operation.ViewContacts, (string audience, CurrentSchool school, ReadSchoolHandOut read, HttpRequest request, MailSettings settings, CancellationToken cancel) =>
            HandOutAsync(audience, handOut => Results.File(HandOutSlides.Write(handOut), HandOutSlides.MediaType, handOut.FileName("pptx")), school, read, PublicFeeds.Root(request, settings), cancel));
        Download("/schools/{schoolNumber:int}/partnership-report.docx", Operation.ViewHistory, async (CurrentSchool school, ReadPartnershipReport read, CancellationToken cancel) =>
            Word(await read.HandleAsync(school, cancel)));

        void Download(string address, Operation operation, Delegate write) => app.MapGet(address, write)
            .WithMetadata(new RequiresAttribute(operation))
            .RequireRateLimiting(PortalSecurity.DocumentLimit);
    }

    private static IResult Word(HandOut handOut) => Results.File(HandOutDocument.Write(handOut), FormDocument.MediaType, handOut.FileName("docx"));

    private static async Task<IResult> HandOutAsync(string audience, Func<HandOut, IResult> answer, CurrentSchool school, ReadSchoolHandOut read, string root, CancellationToken cancel) =>
        Enum.TryParse<Audience>(audience, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(audience[0])
            ? answer(await read.HandleAsync(school, known, root, cancel))
            : Results.NotFound();
}
