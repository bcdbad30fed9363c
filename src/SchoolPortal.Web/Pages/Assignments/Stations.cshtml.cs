using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>The register of stations.</summary>
[Requires(Operation.ViewAssignments)]
public sealed class StationsModel(PortalDbContext db, StationRegister register, Actor actor) : PageModel
{
    public const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "")]
    public StationSearch Asked { get; set; } = new();

    public int PageNumber { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<StationRow> Rows { get; private set; } = [];

    public IReadOnlyList<FieldOption> Districts { get; private set; } = [];

    public IReadOnlyList<FieldOption> Areas { get; private set; } = [];

    public static IReadOnlyList<FieldOption> Shows { get; } =
    [
        new(StationSearch.NoPhone, "Without a public phone"),
        new(StationSearch.Nowhere, "Without coordinates"),
        new(StationSearch.Closed, "Closed stations"),
    ];

    public bool MayAdd => actor.May(Operation.AssignOfficers);

    public bool MayImport => actor.May(Operation.KeepPoliceRegister);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Total = await register.Matching(Asked).CountAsync(cancel);
        PageNumber = Math.Clamp(Asked.PageNumber, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Rows = await register.Rows(Asked).Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        Districts = await PlaceChoices.DistrictsAsync(db, cancel);
        Areas = await PlaceChoices.AreasAsync(db, Asked.District, cancel);
    }
}
