using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Assignments;
using SchoolPortal.Web.Security;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>Settles area, station and notes of a school.</summary>
[Requires(Operation.EditSchoolPlace)]
public sealed class PlaceModel(PortalDbContext db, CurrentSchool school, SettleSchoolPlace settle) : PageModel, IShowAgain
{
    [BindProperty]
    public PoliceSide Input { get; set; } = new();

    public CurrentSchool School => school;

    public IReadOnlyList<FieldOption> Areas { get; private set; } = [];

    public IReadOnlyList<FieldOption> Stations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input = await db.Schools.Where(s => s.Id == school.Id)
            .Select(s => new PoliceSide { AreaId = s.AreaId, StationId = s.StationId, Notes = s.Notes, BasedOn = s.Token })
            .SingleAsync(cancel);
        await LoadPlacesAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await settle.HandleAsync(school, Input.AreaId, Input.StationId, TypedText.Clean(Input.Notes), Input.BasedOn, cancel);
        TempData["Done"] = "The Police side is saved";
        TempData["Next"] = "Who answers for the area sees the school in their list from now on.";
        return Redirect(SchoolLinks.School(school.Number));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        await LoadPlacesAsync(cancel);

        // Saving again is a decision made knowing of the other's change.
        ModelState.Remove("Input.BasedOn");
        Input.BasedOn = await db.Schools.Where(s => s.Id == school.Id).Select(s => s.Token).SingleAsync(cancel);
    }

    private async Task LoadPlacesAsync(CancellationToken cancel)
    {
        var areas = await db.Areas
            .Where(a => school.Place.DistrictId == null || a.DistrictId == school.Place.DistrictId)
            .Join(db.Districts, a => a.DistrictId, d => d.Id, (a, d) => new { a.Id, Area = a.Name, District = d.Name, d.Order })
            .OrderBy(a => a.Order).ThenBy(a => a.Area)
            .ToListAsync(cancel);

        // Not in the query: SQLite would write the ids in capitals, and none would be the chosen one.
        Areas = areas.ConvertAll(a => new FieldOption(a.Id.ToString(), $"{a.District}: {a.Area}", null));
        Stations = await StationChoices.ForSchoolAsync(db, school.Id, school.Place.DistrictId, cancel);
    }

    public sealed class PoliceSide
    {
        public Guid? AreaId { get; set; }

        public Guid? StationId { get; set; }

        [StringLength(1000, ErrorMessage = "The notes must be 1,000 characters or fewer")]
        public string? Notes { get; set; }

        public Guid BasedOn { get; set; }
    }
}
