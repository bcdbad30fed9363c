using System.Security.Claims;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Security;

/// <summary>
/// The cookie carries only the id of a session that the server keeps. Every request asks the database whether the session
/// is alive, the account enabled and which authority it has today, so that sign-out, disabling and changed roles count at
/// the next request, on every node.
/// </summary>
internal sealed class SessionCookie(PortalDbContext db, TimeProvider clock) : CookieAuthenticationEvents
{
    private const string SessionClaim = "session";

    /// <summary>The identity to put into the cookie of a new session.</summary>
    public static ClaimsPrincipal PrincipalOf(Session session) =>
        new(new ClaimsIdentity(
            [new(SessionClaim, session.Id.ToString()), new(ClaimTypes.NameIdentifier, session.PersonId.ToString())],
            CookieAuthenticationDefaults.AuthenticationScheme));

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.IsShowingError())
        {
            // An error page is shown whatever state the records are in, so it asks nothing of them.
            context.RejectPrincipal();
            return;
        }

        var now = clock.UtcNow();
        if (!Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var id)
            || await db.Sessions.SingleOrDefaultAsync(s => s.Id == id, http.RequestAborted) is not { } session
            || !session.IsAlive(now)
            || await db.ActorOf(session.PersonId, clock.Today(), http.RequestAborted) is not { } actor)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return;
        }

        if (now - session.LastSeenAt >= TimeSpan.FromMinutes(1))
        {
            session.Seen(now);
            await db.SaveChangesAsync(http.RequestAborted);
        }

        http.Features.Set(session);
        http.Features.Set(actor);
        http.Features.Set(Header.Of(actor, session));
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        // A relative address: whatever Host a request names, nobody is sent to another site.
        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString.ToString() : "/today";
        context.Response.Redirect("/account/sign-in" + QueryString.Create("returnUrl", back));
        return Task.CompletedTask;
    }
}
