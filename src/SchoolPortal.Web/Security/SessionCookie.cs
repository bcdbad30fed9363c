using System.Security.Claims;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Account;
using SchoolPortal.Web.Pages.Forms;

namespace SchoolPortal.Web.Security;

/// <summary>
/// The cookie carries only the id of a session that the server keeps. Every request asks the database whether anything
/// changed that decides whether the session is alive, the account enabled and which authority it has today, so that
/// sign-out, disabling and changed roles count at the next request, on every node.
/// </summary>
internal sealed class SessionCookie(PortalDbContext db, MarksReader marks, KnownSessions sessions, DraftSlips slips, TimeProvider clock) : CookieAuthenticationEvents
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

        var seen = await marks.ReadAsync(http.RequestAborted);
        if (!Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var id)
            || await sessions.FindAsync(db, id, seen, http.RequestAborted) is not { } known)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return;
        }

        if (clock.UtcNow() - known.Session.LastSeenAt >= TimeSpan.FromMinutes(1))
        {
            await sessions.SeenAsync(db, known.Session, http.RequestAborted);
        }

        http.Features.Set(seen);
        http.Features.Set(known.Session);
        http.Features.Set(known.Actor);
        http.Features.Set(known.Header);
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    public override async Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        // Relative addresses: whatever Host a request names, nobody is sent to another site.
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method) && request.Path != SectionDrafts.Address && await slips.InAsync(request, context.HttpContext.RequestAborted) is not null)
        {
            context.Response.Redirect(SignInAgainModel.AddressFor(request.Path), permanent: false, preserveMethod: true);
            return;
        }

        var back = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString.ToString() : "/today";
        context.Response.Redirect("/account/sign-in" + QueryString.Create("returnUrl", back));
    }
}
