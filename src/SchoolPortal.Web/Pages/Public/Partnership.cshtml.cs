using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>The partnership explained: a first page and the pages below it, all of them content.</summary>
public sealed class PartnershipModel(PortalDbContext db, PublishedContent content) : PageModel
{
    private static readonly string Root = PublicLinks.Partnership[1..];

    [FromRoute]
    public string? Name { get; set; }

    /// <summary>The page of this address.</summary>
    public PublishedPage Shown { get; private set; } = null!;

    /// <summary>The one that the others stand below.</summary>
    public PublishedPage First { get; private set; } = null!;

    /// <summary>The pages below the first but this one.</summary>
    public IEnumerable<PublishedPage> Others { get; private set; } = [];

    public bool IsFirst => Shown == First;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var pages = (await content.AllAsync(db, cancel)).Where(page => page.Key.Split('/')[0] == Root).ToList();
        var key = Name is null ? Root : $"{Root}/{Name}";
        if (pages.Find(page => page.Key == key) is not { } found)
        {
            return NotFound();
        }

        (Shown, First) = (found, pages[0]);
        Others = pages.Skip(1).Where(page => page != found);
        return Page();
    }
}
