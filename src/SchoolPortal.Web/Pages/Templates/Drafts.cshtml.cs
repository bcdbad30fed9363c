using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Templates;

/// <summary>Drafts that are written in another template than the one in use.</summary>
[Requires(Operation.ManageTemplates)]
public sealed class DraftsModel(PortalDbContext db, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    [FromQuery(Name = "p")]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Behind> Drafts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var inUse = await db.TemplateVersions.InUseOn(clock.Today()).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(cancel);
        var behind = db.Agreements.Where(a => a.State == AgreementState.Draft && a.TemplateId != inUse);
        Total = await behind.CountAsync(cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Drafts = await behind
            .Join(db.Schools, a => a.SchoolId, s => s.Id, (a, s) => new { Agreement = a, School = s })
            .OrderBy(pair => pair.School.SortName).ThenBy(pair => pair.School.Number)
            .Skip((PageNumber - 1) * PageSize).Take(PageSize)
            .Select(pair => new Behind(
                pair.School.Number,
                pair.School.Facts.Name,
                pair.Agreement.Number,
                db.TemplateVersions.Where(t => t.Id == pair.Agreement.TemplateId).Select(t => (int?)t.Number).FirstOrDefault(),
                pair.Agreement.StateSince))
            .ToListAsync(cancel);
    }

    /// <summary>One of them.</summary>
    public sealed record Behind(int SchoolNumber, string School, int Number, int? Version, DateTime Since);
}
