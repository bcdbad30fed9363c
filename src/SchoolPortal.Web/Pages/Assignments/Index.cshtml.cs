using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>The register of officers with what each carries, and how many schools have nobody.</summary>
[Requires(Operation.ViewAssignments)]
public sealed class IndexModel(PortalDbContext db, OfficerRegister register, Actor actor, TimeProvider clock) : PageModel
{
    public const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "")]
    public OfficerSearch Asked { get; set; } = new();

    /// <summary>The day the page speaks of.</summary>
    public AsAt AsAt => AsAt.Of(Asked.AsAt, clock.Today());

    public int PageNumber { get; private set; }

    public int Total { get; private set; }

    public int WithoutLead { get; private set; }

    public IReadOnlyList<OfficerRow> Rows { get; private set; } = [];

    public IReadOnlyList<FieldOption> Districts { get; private set; } = [];

    public IReadOnlyList<FieldOption> Areas { get; private set; } = [];

    public IReadOnlyList<FieldOption> Stations { get; private set; } = [];

    public static IReadOnlyList<FieldOption> Shows { get; } =
    [
        new(OfficerSearch.Over, $"More than {OfficerRow.MostSchools} schools"),
        new(OfficerSearch.Left, "No longer with schools"),
    ];

    public bool MayKeepOfficers => actor.May(Operation.AssignOfficers);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Total = await register.Matching(Asked).CountAsync(cancel);
        PageNumber = Math.Clamp(Asked.PageNumber, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Rows = await register.Rows(Asked).Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        Districts = await PlaceChoices.DistrictsAsync(db, cancel);
        Areas = await PlaceChoices.AreasAsync(db, Asked.District, cancel);
        Stations = await StationChoices.WithOfficersAsync(db, cancel);

        var day = AsAt.Day;
        WithoutLead = await db.Schools.VisibleTo(actor, Operation.ViewAssignments)
            .CountAsync(
                s => s.Status != SchoolStatus.Closed && s.Status != SchoolStatus.Merged && !db.OfficerAssignments.Any(
                    a => a.SchoolId == s.Id && a.Kind == AssignmentKind.LeadPoliceContact && a.From <= day && (a.To == null || a.To >= day)),
                cancel);
    }
}
