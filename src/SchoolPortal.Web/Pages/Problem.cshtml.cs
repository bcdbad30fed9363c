using System.Diagnostics;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Domain;
using SchoolPortal.Web.Pages.Shared;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages;

/// <summary>
/// Every error page. The request is run again with its own method, so a failed post lands here as a post without a token:
/// hence no antiforgery check, and no handlers, since every method is shown the same.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ProblemModel : PageModel
{
    public Problem What { get; private set; } = NotFoundPage;

    private static Problem NotFoundPage { get; } = new(
        "Page not found",
        "There is nothing at this address, or it is not yours to see.",
        ["Check the address, or search above"], OffersSearch: true);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Somebody who types this address has no error; for them there is no such page.
        if (!HttpContext.IsShowingError())
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        What = Of(Response.StatusCode);
        // Before the framework makes an answer of its own to OPTIONS.
        context.Result = Page();
    }

    private Problem Of(int status) => status switch
    {
        403 => new("You may not do this", "You are signed in, but your role does not allow it here.",
            ["If you should be able to, ask your school\u2019s principal or your area supervisor"]),
        404 or 405 => NotFoundPage,
        409 => new("Somebody else was quicker", RuleSentence ?? "This was changed after you opened it.",
            ["Go back, load the page again and see how it stands"]),
        413 => new("That is too large", $"The portal takes at most {MostBytes / 1_000_000} MB there.", ["Choose a smaller file and send it again"]),
        429 => new("Too many requests", "The portal slows down when the same thing is asked for very often.", ["Wait one minute, then try again"]),
        503 => new("The portal cannot reach its records", "This is on our side and will pass. What you typed was not saved.",
            ["Go back, copy what you typed and try again in a few minutes"], Reference),
        >= 500 => new("Something went wrong", "This is on our side. What you typed was not saved.", ["Try again in a few minutes"], Reference),
        _ when RuleSentence is { } sentence => new("That cannot be done", sentence, ["Go back, change it and send it again"]),
        _ => new("The page could not read that request", "The form may have been open for too long, or sent from another site.",
            ["Go back, copy what you typed, load the page again and send it once more"]),
    };

    /// <summary>What a rule says to the person, when breaking it led here.</summary>
    private string? RuleSentence => (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error as Refusal)?.Message;

    private long MostBytes => RequestGate.MostBytes(HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint);

    /// <summary>Finds this request in the log.</summary>
    private string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
}
