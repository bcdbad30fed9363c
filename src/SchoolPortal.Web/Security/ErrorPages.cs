using Microsoft.AspNetCore.Diagnostics;

using SchoolPortal.Data;
using SchoolPortal.Domain;

namespace SchoolPortal.Web.Security;

/// <summary>Every error of every method ends on the one problem page, with its own status (requirement R55).</summary>
internal static class ErrorPages
{
    private const string Page = "/problem";

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Page,
            // The page must not inherit a database context that has just failed.
            CreateScopeForErrors = true,
            StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = failed => failed.Exception is Refusal,
        });
        app.UseStatusCodePagesWithReExecute(Page);
    }

    /// <summary>True in the second run of a request, which only shows what went wrong in the first.</summary>
    public static bool IsShowingError(this HttpContext http) =>
        http.Features.Get<IExceptionHandlerFeature>() is not null || http.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    private static int StatusOf(Exception fault) => fault switch
    {
        RuleBroken => StatusCodes.Status400BadRequest,
        StepNotAllowed or ChangedMeanwhile => StatusCodes.Status409Conflict,
        BadHttpRequestException bad => bad.StatusCode,
        _ when PortalDatabase.IsOutOfReach(fault) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
