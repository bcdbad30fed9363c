using SchoolPortal.Domain.Notices;

namespace SchoolPortal.Web.Pages.Notices;

/// <summary>What every page has in common to which a link in an e-mail leads.</summary>
internal static class LinkPage
{
    /// <summary>The address is a key: it is told to no other page, kept by no cache and found by no search.</summary>
    public static void Guard(HttpResponse response)
    {
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
    }

    /// <summary>The status of the page that tells how a link answers.</summary>
    public static int StatusOf(LinkAnswer answer) => answer switch
    {
        LinkAnswer.Unknown => StatusCodes.Status404NotFound,
        LinkAnswer.Expired or LinkAnswer.Ended => StatusCodes.Status410Gone,
        _ => StatusCodes.Status200OK,
    };
}
