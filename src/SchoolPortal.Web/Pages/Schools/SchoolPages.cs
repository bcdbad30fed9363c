using SchoolPortal.Data.Schools;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Documents.Schools;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>What the pages about schools need, and their downloads.</summary>
internal static class SchoolPages
{
    public static IServiceCollection AddSchoolPages(this IServiceCollection services) =>
        services.AddSingleton<SchoolListIndex>().AddScoped<SettleSchoolPlace>().AddScoped<CorrectFact>().AddScoped<Life.ChangeSchoolLife>().AddScoped<ReadSchoolCard>();

    public static void MapSchoolPages(this WebApplication app)
    {
        app.MapGet(SchoolLinks.Csv, SchoolListCsv.GetAsync)
            .WithMetadata(new RequiresAttribute(Operation.ViewSchool))
            .RequireRateLimiting(PortalSecurity.DocumentLimit);
        app.MapGet("/schools/{schoolNumber:int}/card.docx", CardAsync)
            .WithMetadata(new RequiresAttribute(Operation.ViewContacts))
            .RequireRateLimiting(PortalSecurity.DocumentLimit);
    }

    private static async Task<IResult> CardAsync(CurrentSchool school, ReadSchoolCard read, CancellationToken cancel)
    {
        var card = await read.HandleAsync(school, cancel);
        return Results.File(SchoolCardDocument.Write(card), FormDocument.MediaType, SchoolCardDocument.FileName(card));
    }
}
