using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>A content page about the portal itself, at an address of its own: contact, privacy, accessibility, copyright.</summary>
public sealed class AboutPortalModel(PortalDbContext db, PublishedContent content) : PageModel
{
    public PublishedPage Shown { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Shown = (await content.FindAsync(db, PageContext.ActionDescriptor.AttributeRouteInfo!.Template!, cancel))!;
        (ViewData["Title"], ViewData["Description"]) = (Shown.Words.Title, Shown.Words.Summary);
    }
}
