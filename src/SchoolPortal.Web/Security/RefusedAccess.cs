using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Security;

/// <summary>
/// Writes down what signed-in people were refused (requirement R60): the path without its query, at most one line a minute
/// for each person and path, so that nobody fills the log by pressing reload.
/// </summary>
internal static class RefusedAccess
{
    private const int LongestWhat = 200;

    public static IApplicationBuilder UseRefusedAccessLog(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next();
        var isErrorPage = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (context.Response.StatusCode == StatusCodes.Status403Forbidden && !isErrorPage && context.Features.Get<Actor>() is { } actor)
        {
            await WriteAsync(context.RequestServices, actor, context.Request.Path, context.RequestAborted);
        }
    });

    private static async Task WriteAsync(IServiceProvider services, Actor actor, PathString path, CancellationToken cancel)
    {
        // A scope of its own: what the refused request left half done must not be saved.
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow();
        var what = $"Refused: {path}";
        what = what.Length > LongestWhat ? what[..LongestWhat] : what;
        var minuteAgo = now.AddMinutes(-1);
        if (!await db.AuditEvents.AnyAsync(e => e.PersonId == actor.PersonId && e.At > minuteAgo && e.What == what, cancel))
        {
            db.AuditEvents.Add(new AuditEvent(new Change(actor, now, what), nameof(Session), actor.PersonId, null, null));
            await db.SaveChangesAsync(cancel);
        }
    }
}
