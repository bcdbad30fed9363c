using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Public;
using SchoolPortal.Web.Pages.Public;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Content;

/// <summary>Every content page with its owner and the day of its next review, the earliest first.</summary>
[Requires(Operation.EditContent)]
public sealed class IndexModel(PortalDbContext db, PublishedContent content, TimeProvider clock) : PageModel
{
    private const int SoonDays = 30;

    public DateOnly Today { get; } = clock.Today();

    /// <summary>A review up to this day is near.</summary>
    public DateOnly Soon => Today.AddDays(SoonDays);

    /// <summary>Each with the name of who writes a draft of it, or null.</summary>
    public IReadOnlyList<(PublishedPage Page, string? Drafter)> Pages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var drafts = await db.ContentVersions.Where(v => v.State == ContentState.Draft).ToDictionaryAsync(v => v.PageKey, v => v.WrittenBy, cancel);
        Pages =
        [
            .. from page in await content.AllAsync(db, cancel)
               orderby page.Words.ReviewOn
               select (page, drafts.GetValueOrDefault(page.Key)),
        ];
    }
}
