using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments.Import;

/// <summary>What one file would do to its register, row by row.</summary>
[Requires(Operation.KeepPoliceRegister)]
public sealed class ProposalModel(PortalDbContext db, RegisterImports imports, Actor actor) : PageModel, IShowAgain
{
    public const int PageSize = 50;
    public const int MostShown = 200;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(Name = "p", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public RegisterImport Import { get; private set; } = null!;

    /// <summary>Null once the file is settled.</summary>
    public RegisterProposal? Proposal { get; private set; }

    public IReadOnlyList<RegisterChange> Rows { get; private set; } = [];

    public int Total => Proposal?.Changes.Count ?? 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await db.RegisterImports.AnyAsync(import => import.Id == Id, cancel))
        {
            return NotFound();
        }

        await ShowAgainAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(string? seen, CancellationToken cancel)
    {
        if (!await db.RegisterImports.AnyAsync(import => import.Id == Id, cancel))
        {
            return NotFound();
        }

        var applied = await imports.ApplyAsync(actor, Id, seen, cancel);
        TempData["Done"] = $"{applied.Added} {Words.Of(applied.Kind)} are added and {applied.Changed} changed";
        return Redirect(AssignmentLinks.Import(Id));
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel)
    {
        if (!await db.RegisterImports.AnyAsync(import => import.Id == Id, cancel))
        {
            return NotFound();
        }

        await imports.DiscardAsync(actor, Id, cancel);
        TempData["Done"] = "The file is put aside, and nothing was changed";
        return Redirect(AssignmentLinks.Imports);
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        Import = await db.RegisterImports.AsNoTracking().SingleAsync(import => import.Id == Id, cancel);
        if (Import.State == RegisterImportState.Proposed)
        {
            Proposal = await imports.CompareAsync(Import.Kind, Import.Bytes, cancel);
            PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
            Rows = [.. Proposal.Changes.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        }
    }

    public static TagColour Colour(RegisterImportState state) => state switch
    {
        RegisterImportState.Proposed => TagColour.Blue,
        RegisterImportState.Applied => TagColour.Green,
        _ => TagColour.Grey,
    };
}
