using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace SchoolPortal.Web.Security;

/// <summary>
/// Refuses a larger request with 413 before anything reads it. Without this the antiforgery check meets the size first and
/// answers 400, as if the form were stale.
/// </summary>
/// <param name="bytes">The largest body, a little above the size that the page states for a file.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AtMostAttribute(long bytes) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    public long Bytes => bytes;

    public int Order => int.MinValue;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > bytes)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
        else if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = bytes;
        }
    }
}
