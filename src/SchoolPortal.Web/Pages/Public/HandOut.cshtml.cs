using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Web.Mail;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>A hand-out as a page, which is also the one to print.</summary>
public sealed class HandOutModel(PortalDbContext db, PublishedContent content, HandOutFiles files, MailSettings settings) : PageModel
{
    [FromRoute]
    public string Name { get; set; } = "";

    public PublicHandOut HandOut { get; private set; } = null!;

    public PublishedPage Shown { get; private set; } = null!;

    public HandOutFileSet Files { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (PublicHandOut.Find(Name) is not { } found || await content.FindAsync(db, found.PageKey, cancel) is not { } page)
        {
            return NotFound();
        }

        (HandOut, Shown, Files) = (found, page, files.Of(found, page, PublicFeeds.Root(Request, settings)));
        return Page();
    }
}
