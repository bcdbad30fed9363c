using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>One's own jobs, the newest first.</summary>
[Requires(Operation.ViewSchool)]
public sealed class IndexModel(PortalDbContext db, Actor actor, TimeProvider clock) : PageModel
{
    public const int PageSize = 20;

    public IReadOnlyList<JobLine> Jobs { get; private set; } = [];

    public int Total { get; private set; }

    public DateTime Now { get; } = clock.UtcNow();

    [FromQuery(Name = PageAddress.PageKey)]
    public int PageNumber { get; set; } = 1;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var mine = db.Jobs.AsNoTracking().Where(j => j.PersonId == actor.PersonId);
        Total = await mine.CountAsync(cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Jobs = await mine.OrderByDescending(j => j.AskedAt).Skip((PageNumber - 1) * PageSize).Take(PageSize).Select(JobLine.Of(db)).ToListAsync(cancel);
    }
}
