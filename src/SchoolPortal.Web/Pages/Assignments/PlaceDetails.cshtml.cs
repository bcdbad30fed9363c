using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Corrects the name of a district or an area, or adds an area.</summary>
[Requires(Operation.KeepPoliceRegister)]
public sealed class PlaceDetailsModel(PortalDbContext db, SavePlace save, Actor actor) : PageModel, IShowAgain
{
    [BindProperty]
    public PlaceInput Input { get; set; } = new();

    /// <summary>The district or area; null adds an area.</summary>
    [FromRoute]
    public Guid? Id { get; set; }

    public string? Name { get; private set; }

    public IReadOnlyList<FieldOption> Districts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        Input.Name = Name;
        return Id is not null && Name is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var name = TypedText.CleanLine(Input.Name);
        if (Id is not { } id)
        {
            await save.AddAreaAsync(actor, Input.DistrictId, name, cancel);
            TempData["Done"] = $"{name} is added";
            TempData["Next"] = "Give supervisors of the area their role, and settle the area on the pages of its schools.";
        }
        else if (await NameAsync(cancel) is null)
        {
            return NotFound();
        }
        else
        {
            await save.RenameAsync(actor, id, name, cancel);
            TempData["Done"] = $"The name is {name} now";
            TempData["Next"] = "It changes everywhere at once; what was signed under the old name keeps it.";
        }

        return Redirect(AssignmentLinks.Places);
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Name = await NameAsync(cancel);
        var districts = await db.Districts.AsNoTracking().OrderBy(d => d.Order).Select(d => new { d.Id, d.Name }).ToListAsync(cancel);
        Districts = districts.ConvertAll(d => new FieldOption(d.Id.ToString(), d.Name));
    }

    private async Task<string?> NameAsync(CancellationToken cancel) => Id is null ? null
        : await db.Districts.Where(d => d.Id == Id).Select(d => d.Name).SingleOrDefaultAsync(cancel)
            ?? await db.Areas.Where(a => a.Id == Id).Select(a => a.Name).SingleOrDefaultAsync(cancel);

    public sealed class PlaceInput
    {
        public Guid? DistrictId { get; set; }

        [Required(ErrorMessage = "Enter the name")]
        [StringLength(80, ErrorMessage = "The name must be 80 characters or fewer")]
        public string? Name { get; set; }
    }
}
