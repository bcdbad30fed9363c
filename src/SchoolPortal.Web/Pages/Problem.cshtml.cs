using System.Diagnostics;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Web.Pages.Shared;

namespace SchoolPortal.Web.Pages;

/// <summary>
/// Every error page. The request is run again with its own method, so a failed post lands here as a post without a token:
/// hence no antiforgery check, and the same answer for every method.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ProblemModel : PageModel
{
    public Problem What { get; private set; } = Of(StatusCodes.Status404NotFound, null);

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        // Somebody who types this address has no error; for them there is no such page.
        var happened = HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is not null
            || HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>() is not null;
        var shown = happened ? status : StatusCodes.Status404NotFound;
        Response.StatusCode = shown;
        What = Of(shown, shown >= 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null);
    }

    private static Problem Of(int status, string? reference) => status switch
    {
        400 => new("The page could not read that request", "The form may have been open for too long, or sent from another site.",
            ["Go back, copy what you typed, load the page again and send it once more"]),
        403 => new("You may not do this", "You are signed in, but your role does not allow it here.",
            ["If you should be able to, ask your school\u2019s principal or your area supervisor"]),
        404 or 405 => new("Page not found", "There is nothing at this address, or it is not yours to see.",
            ["Check the address", "Look for the school on the list of schools"]),
        409 => new("Somebody else was quicker", "This was changed after you opened it.", ["Go back, load the page again and see how it stands"]),
        413 => new("That file is too large", "The portal takes files up to 20 MB.", ["Choose a smaller file and send it again"]),
        429 => new("Too many requests", "The portal slows down when the same thing is asked for very often.", ["Wait one minute, then try again"]),
        503 => new("The portal cannot reach its records", "This is on our side and will pass.", ["Try again in a few minutes"], reference),
        _ => new("Something went wrong", "This is on our side. What you typed was not saved.", ["Try again in a few minutes"], reference),
    };
}
