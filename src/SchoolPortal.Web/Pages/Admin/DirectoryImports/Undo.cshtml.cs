using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Admin.DirectoryImports;

/// <summary>What undoing an import brings back and what it does not, before it is done.</summary>
[Requires(Operation.ImportDirectory)]
public sealed class UndoModel(PortalDbContext db, UndoDirectoryImport undo, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    /// <summary>How many of each are named; of the others the number is told.</summary>
    public const int Named = 25;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DirectoryImport Import { get; private set; } = null!;

    public UndoPreview Preview { get; private set; } = null!;

    /// <summary>Why it cannot be undone; null when it can.</summary>
    public string? Against { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await db.DirectoryImports.AnyAsync(import => import.Id == Id && import.State == DirectoryImportState.Applied, cancel))
        {
            return NotFound();
        }

        await ShowAgainAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await undo.HandleAsync(Id, actor, cancel);
        TempData["Done"] = "The import is undone";
        TempData["Next"] = "Every school is as it was before.";
        return RedirectToPage("Proposal", new { id = Id });
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        Import = await db.DirectoryImports.AsNoTracking().SingleAsync(import => import.Id == Id, cancel);
        Preview = await UndoPreview.OfAsync(db, Import, clock.Today(), cancel);
        Against = Import.State == DirectoryImportState.Applied
            ? await undo.ReasonAgainstAsync(Id, cancel)
            : $"This import is {Words.Of(Import.State)}";
    }
}
