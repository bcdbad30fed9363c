using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Audit;

/// <summary>What the audit log needs, and its download.</summary>
internal static class AuditPages
{
    /// <summary>Lines of one file; a spreadsheet takes no more than a million, and a person reads far fewer.</summary>
    public const int MostLines = 50_000;

    public static IServiceCollection AddAuditPages(this IServiceCollection services) => services.AddScoped<AuditLog>();

    public static void MapAuditPages(this WebApplication app) =>
        app.MapGet(AuditLinks.Csv, CsvAsync)
            .WithMetadata(new RequiresAttribute(Operation.ViewAudit))
            .RequireRateLimiting(PortalSecurity.DocumentLimit);

    private static async Task<IResult> CsvAsync(
        [AsParameters] AuditSearch search, AuditLog log, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var csv = new CsvText().Row("When (UTC)", "Who", "Position", "What", "Why", "Kind of record", "School number", "School", "From address");
        await foreach (var row in log.Rows(search).Take(MostLines).AsAsyncEnumerable().WithCancellation(cancel))
        {
            csv.Row(
                row.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", NewZealandTime.Culture), row.Who, row.Position, row.What, row.Why, row.Subject,
                row.SchoolNumber?.ToString(NewZealandTime.Culture), row.School, row.Address);
        }

        csv.Row($"In confidence. Made for {actor.Name} on {NewZealandTime.Show(clock.UtcNow())}.");
        return Results.File(csv.ToBytes(), "text/csv; charset=utf-8", $"audit-{clock.Today():yyyy-MM-dd}.csv");
    }
}
