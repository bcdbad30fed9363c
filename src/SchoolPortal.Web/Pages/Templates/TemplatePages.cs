using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Templates;

/// <summary>The use cases and downloads of templates.</summary>
internal static class TemplatePages
{
    public static IServiceCollection AddTemplatePages(this IServiceCollection services) =>
        services.AddScoped<BringTemplate>().AddScoped<PublishTemplate>().AddScoped<TakeTemplate>();

    public static void MapTemplatePages(this WebApplication app)
    {
        Download("/admin/templates/standard.docx", StandardAsync);
        Download("/admin/templates/{id:guid}/template.docx", FileAsync);
        Download("/admin/templates/{id:guid}/preview.docx", PreviewAsync);

        void Download(string address, Delegate write) => app.MapGet(address, write)
            .WithMetadata(new RequiresAttribute(Operation.ManageTemplates))
            .RequireRateLimiting(PortalSecurity.DocumentLimit);
    }

    private static async Task<IResult> StandardAsync(string? form, IEnumerable<FormDrafts> forms, PortalDbContext db, CancellationToken cancel)
    {
        var blank = StoredTemplates.Blank(await db.FormInUseAsync(forms.OfKey(form).Form.Key, cancel));
        return FileOf(FormDocument.Write(blank), FormDocument.FileName(blank));
    }

    private static async Task<IResult> FileAsync(Guid id, PortalDbContext db, CancellationToken cancel) =>
        await db.TemplateVersions.Where(t => t.Id == id).Select(t => new { t.Bytes, t.FileName }).SingleOrDefaultAsync(cancel) is { } file
            ? FileOf(file.Bytes, file.FileName)
            : Results.NotFound();

    private static async Task<IResult> PreviewAsync(Guid id, bool? signed, PortalDbContext db, CancellationToken cancel)
    {
        if (await db.TemplateVersions.Where(t => t.Id == id).Select(TemplateLine.Of).SingleOrDefaultAsync(cancel) is not { } version)
        {
            return Results.NotFound();
        }

        var template = await db.TemplateAsync(db.Form(version.FormKey, version.FormVersion), id, cancel);
        var sample = FormSample.Of(template, StoredTemplates.SignedBy(template.Form));
        var content = signed == true ? FormSample.Signed(sample) : sample;
        return FileOf(FormDocument.Write(content), $"{template.Form.Key}-template-{version.Number}-{(signed == true ? "signed-" : "")}preview.docx");
    }

    private static IResult FileOf(byte[] bytes, string name) => Results.File(bytes, FormDocument.MediaType, name);
}
