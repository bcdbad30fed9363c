using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Domain;

namespace SchoolPortal.Web.Security;

/// <summary>A page with a form: can show itself again, with everything typed, after something was not right.</summary>
public interface IShowAgain
{
    /// <summary>Loads what the page shows beside the form. What was typed is in the model state already.</summary>
    Task ShowAgainAsync(CancellationToken cancel);
}

/// <summary>
/// What goes wrong in a post comes back on the page it was posted from: faults of the form and broken rules beside their
/// fields (400), a lost race at the top (409). A handler therefore runs only with a form that could be read. A post that no
/// handler of the page takes is refused (405).
/// </summary>
internal sealed class RulesFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || http.IsShowingError())
        {
            await next();
            return;
        }

        if (context.HandlerMethod is null)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }

        if (context.HandlerInstance is not (PageModel page and IShowAgain again))
        {
            await next();
            return;
        }

        var cancel = http.RequestAborted;
        if (!context.ModelState.IsValid)
        {
            await again.ShowAgainAsync(cancel);
            context.Result = ShowAgain(page, StatusCodes.Status400BadRequest);
            return;
        }

        var executed = await next();
        var status = executed.Exception switch
        {
            RuleBroken => StatusCodes.Status400BadRequest,
            StepNotAllowed or ChangedMeanwhile => StatusCodes.Status409Conflict,
            _ => 0,
        };
        if (status == 0)
        {
            return;
        }

        var field = (executed.Exception as RuleBroken)?.Field ?? "";
        page.ModelState.AddModelError(field.Length == 0 ? "" : $"Input.{field}", executed.Exception!.Message);
        executed.ExceptionHandled = true;
        await again.ShowAgainAsync(cancel);
        executed.Result = ShowAgain(page, status);
    }

    private static PageResult ShowAgain(PageModel page, int status)
    {
        var result = page.Page();
        result.StatusCode = status;
        return result;
    }
}
