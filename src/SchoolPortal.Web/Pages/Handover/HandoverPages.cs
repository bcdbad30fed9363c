using SchoolPortal.Documents.Forms;
using SchoolPortal.Documents.Schools;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Handover;

/// <summary>What a new Lead Police Contact takes over: its reading, its file and its job.</summary>
internal static class HandoverPages
{
    public static IServiceCollection AddHandoverPages(this IServiceCollection services) =>
        services.AddScoped<ReadHandover>().AddScoped<JobWork, HandoverFilesWork>();

    public static void MapHandoverPages(this WebApplication app) => app.MapGet("/schools/{schoolNumber:int}/handover.docx", WordAsync)
        .WithMetadata(new RequiresAttribute(Operation.ViewHistory))
        .RequireRateLimiting(PortalSecurity.DocumentLimit);

    private static async Task<IResult> WordAsync(CurrentSchool school, ReadHandover read, Actor actor, CancellationToken cancel)
    {
        var pack = await read.HandleAsync(actor, new JobSchool(school.Place, school.Number, school.Name), cancel);
        return Results.File(SchoolCardDocument.Write(pack), FormDocument.MediaType, SchoolCardDocument.FileName(pack));
    }
}
