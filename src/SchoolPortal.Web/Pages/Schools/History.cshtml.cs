using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>Everything that was done at a school: who, when, from what, to what and why.</summary>
[Requires(Operation.ViewHistory)]
public sealed class HistoryModel(PortalDbContext db, CurrentSchool school) : PageModel
{
    public CurrentSchool School => school;

    [BindProperty(SupportsGet = true, Name = PageAddress.PageKey)]
    public int PageNumber { get; set; } = 1;

    public SchoolHistory History { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PageNumber = Math.Clamp(PageNumber, 1, 1_000_000);
        History = await SchoolHistory.LoadAsync(db, school, PageNumber, cancel);
    }
}
