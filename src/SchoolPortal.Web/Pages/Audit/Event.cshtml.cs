using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Audit;

/// <summary>
/// One line of the audit log with what changed. Answers and restricted values stay with those who may read them at the
/// school; here stands only that they changed.
/// </summary>
[Requires(Operation.ViewAudit)]
public sealed class EventModel(PortalDbContext db) : PageModel
{
    public AuditEvent Event { get; private set; } = null!;

    public string? School { get; private set; }

    public IReadOnlyList<FieldInWords> Fields { get; private set; } = [];

    public bool IsHidden { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.AuditEvents.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } line)
        {
            return NotFound();
        }

        Event = line;
        School = await db.Schools.Where(s => s.Id == line.SchoolId).Select(s => s.Facts.Name).SingleOrDefaultAsync(cancel);
        IsHidden = line.Changes is not null && (line.Restricted || line.Subject is nameof(AgreementSection) or nameof(DeviationReason) or nameof(ProfileSection) or nameof(SectionComment));
        if (!IsHidden)
        {
            Fields = (await HistoryWords.ForAsync(db, [line], cancel)).Tell(line, withRestricted: false, withSmallCounts: false);
        }

        return Page();
    }
}
