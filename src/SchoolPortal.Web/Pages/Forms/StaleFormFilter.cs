using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>
/// A section posted with a form token that is no longer good (the browser was closed in between, or its cookies cleared) is not
/// saved, but what was typed is kept as its writer's draft and shown to them again, to be saved from a fresh form.
/// </summary>
internal sealed class StaleFormFilter(SectionDrafts drafts, DraftSlips slips, ITempDataDictionaryFactory tempData) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.Result is IAntiforgeryValidationFailedResult
            && await slips.InAsync(http.Request, http.RequestAborted) is { } slip
            && slip.PersonId == http.Features.Get<Actor>()?.PersonId
            && await drafts.KeepAsync(slip, TypedForm.Write(http.Request.Form), http.RequestAborted) is not null)
        {
            var told = tempData.GetTempData(http);
            told["Done"] = "What you typed is kept, but not saved";
            told["Next"] = "This page had been open for too long. Look at it again and save it.";
            // The check of the token comes before the framework's own saving of what is to be told.
            told.Save();
            context.Result = new LocalRedirectResult(http.Request.Path);
        }

        await next();
    }
}
