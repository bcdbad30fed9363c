using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Schools.Life;

/// <summary>Merges, splits, closes, reopens or renames a school, after a look at what will happen to what.</summary>
[Requires(Operation.ImportDirectory)]
public sealed class IndexModel(PortalDbContext db, ChangeSchoolLife life, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public LifeInput Input { get; set; } = new();

    [FromRoute]
    public int Number { get; set; }

    public string Name { get; private set; } = "";

    public SchoolStatus Status { get; private set; }

    public IReadOnlyList<FieldOption> Events { get; private set; } = [];

    /// <summary>What will happen, once it is clear what is wanted.</summary>
    public IReadOnlyList<string>? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        return Name.Length > 0 ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Name.Length == 0)
        {
            return NotFound();
        }

        Preview = await life.PreviewAsync(actor, Number, Input.Read(clock.Today()), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostBackAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        return Name.Length > 0 ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Name.Length == 0)
        {
            return NotFound();
        }

        var change = Input.Read(clock.Today());
        await life.HandleAsync(actor, Number, change, cancel);
        TempData["Done"] = $"{Name} is {Words.Of(change.Event)}";
        TempData["Next"] = change.Event == SchoolEvent.Reopen ? "Assign an officer, name its people and invite them." : null;
        return Redirect(SchoolLinks.School(Number));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Number == Number, cancel) is { } school)
        {
            (Name, Status) = (school.Facts.Name, school.Status);
            Events = [.. school.Possible.Select(what => new FieldOption(what.ToString(), Words.Capital(what)))];
        }
    }
}
