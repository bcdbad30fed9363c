using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Web.Mail;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>The hand-outs that are for everybody.</summary>
public sealed class HandOutsModel(PortalDbContext db, PublishedContent content, HandOutFiles files, MailSettings settings) : PageModel
{
    public IReadOnlyList<(PublicHandOut HandOut, PublishedPage Content, HandOutFileSet Files)> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var pages = await content.AllAsync(db, cancel);
        All =
        [
            .. from handOut in PublicHandOut.All
               let page = pages.Single(page => page.Key == handOut.PageKey)
               select (handOut, page, files.Of(handOut, page, PublicFeeds.Root(Request, settings))),
        ];
    }
}
