using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Notices;

/// <summary>What the portal told anybody about one school.</summary>
[Requires(Operation.ViewHistory)]
public sealed class SchoolModel(PortalDbContext db, CurrentSchool school, TimeProvider clock) : PageModel
{
    public const int PageSize = 25;

    public CurrentSchool School => school;

    [FromQuery(Name = PageAddress.PageKey)]
    public string? PageAsked { get; set; }

    public int PageNumber { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<NoticeLine> Notices { get; private set; } = [];

    public DateTime Now { get; } = clock.UtcNow();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var told = db.Notices.AsNoTracking().Where(n => n.SchoolId == school.Id);
        Total = await told.CountAsync(cancel);
        PageNumber = Math.Clamp(int.TryParse(PageAsked, out var page) ? page : 1, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Notices = await told.OrderByDescending(n => n.MadeAt).ThenByDescending(n => n.Id)
            .Skip((PageNumber - 1) * PageSize).Take(PageSize)
            .Select(NoticeLine.Of(db))
            .ToListAsync(cancel);
    }
}
