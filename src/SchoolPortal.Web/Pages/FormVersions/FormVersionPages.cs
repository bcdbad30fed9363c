using System.Net.Mime;
using System.Text;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Hosting;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.FormVersions;

/// <summary>The use cases and downloads of the profile's questions.</summary>
internal static class FormVersionPages
{
    public static IServiceCollection AddFormVersionPages(this IServiceCollection services) =>
        services.AddScoped<BringForm>().AddScoped<PublishForm>().AddScoped<MoveProfiles>().AddSingleton<DailyBell>();

    public static void MapFormVersionPages(this WebApplication app)
    {
        Download(FormVersionLinks.InUse, InUseAsync);
        Download("/admin/forms/{id:guid}/questions.json", FileAsync);

        void Download(string address, Delegate write) => app.MapGet(address, write)
            .WithMetadata(new RequiresAttribute(Operation.ManageTemplates))
            .RequireRateLimiting(PortalSecurity.DocumentLimit);
    }

    private static async Task<IResult> InUseAsync(PortalDbContext db, CancellationToken cancel)
    {
        var form = await db.FormInUseAsync(FormDefinitions.SchoolProfile.Key, cancel);
        var published = await db.FormVersions.Where(f => f.FormKey == form.Key && f.Number == form.Version && f.State == FormVersionState.Published)
            .Select(f => f.Json).SingleOrDefaultAsync(cancel);
        return FileOf(published ?? FormDefinitions.JsonOf(form), form.Key, form.Version);
    }

    private static async Task<IResult> FileAsync(Guid id, PortalDbContext db, CancellationToken cancel) =>
        await db.FormVersions.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancel) is { } version
            ? FileOf(version.Json, version.FormKey, version.Number)
            : Results.NotFound();

    private static IResult FileOf(string json, string key, int version) =>
        Results.File(Encoding.UTF8.GetBytes(json), MediaTypeNames.Application.Json, $"{key}.{version}.json");
}
