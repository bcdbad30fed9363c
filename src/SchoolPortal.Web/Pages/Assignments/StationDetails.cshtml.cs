using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Adds a station to the register, or corrects one.</summary>
[Requires(Operation.AssignOfficers)]
public sealed class StationDetailsModel(PortalDbContext db, SaveStation save, Actor actor) : PageModel, IShowAgain
{
    [BindProperty]
    public StationInput Input { get; set; } = new();

    /// <summary>The station to correct; null adds one.</summary>
    [FromRoute]
    public Guid? Id { get; set; }

    public IReadOnlyList<FieldOption> Areas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Id is not null)
        {
            if (await db.Stations.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Id, cancel) is not { } station)
            {
                return NotFound();
            }

            Input = StationInput.Of(station);
        }

        Areas = await PlaceChoices.AreasAsync(db, district: null, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Id is not null && !await db.Stations.AnyAsync(s => s.Id == Id, cancel))
        {
            return NotFound();
        }

        var id = await save.HandleAsync(actor, Id, Input.BasedOn, Input.Read(), cancel);
        TempData["Done"] = Id is null ? "The station is in the register" : "The station is changed";
        TempData["Next"] = Id is null ? "Choose it on the pages of its officers and of the schools it answers for." : null;
        return Redirect(AssignmentLinks.Station(id));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Areas = await PlaceChoices.AreasAsync(db, district: null, cancel);
        if (Id is not null)
        {
            // Saving again is a decision made knowing of the other's change.
            ModelState.Remove("Input.BasedOn");
            Input.BasedOn = await db.Stations.Where(s => s.Id == Id).Select(s => s.Token).SingleOrDefaultAsync(cancel);
        }
    }
}
