using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Shared;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments.Import;

/// <summary>Brings a file of stations or officers, and lists those that were brought.</summary>
[Requires(Operation.KeepPoliceRegister)]
[EnableRateLimiting(PortalSecurity.ImportLimit)]
[AtMost(RegisterImport.MostBytes + 100_000)]
public sealed class IndexModel(PortalDbContext db, RegisterImports imports, Actor actor) : PageModel, IShowAgain
{
    public const int PageSize = 20;

    [BindProperty]
    public FileInput Input { get; set; } = new();

    [BindProperty(Name = "p", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<RegisterImport> Imports { get; private set; } = [];

    public int Total { get; private set; }

    public static IReadOnlyList<FieldOption> Kinds { get; } =
        [new(nameof(RegisterKind.Stations), "Police stations"), new(nameof(RegisterKind.Officers), "Officers who work with schools")];

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var upload = Input.Upload ?? throw new RuleBroken(nameof(Input.Upload), "Choose the CSV file");
        if (upload.Length > RegisterImport.MostBytes)
        {
            throw new RuleBroken(nameof(Input.Upload), "The file must be smaller than 5 MB; bring it in pieces, each with the headings");
        }

        if (await ReadAsync(upload, cancel) is not { } import)
        {
            TempData["Done"] = "This file says nothing that the register does not hold already";
            TempData["Next"] = "Every row was compared field by field, and nothing was stored.";
            return RedirectToPage();
        }

        TempData["Done"] = $"{import.FileName} is read, and nothing is changed yet";
        TempData["Next"] = "Look through what it would do and whether anything in it is wrong, then apply it.";
        return Redirect(AssignmentLinks.Import(import.Id));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Total = await db.RegisterImports.CountAsync(cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Imports = await db.RegisterImports.AsNoTracking()
            .OrderByDescending(import => import.BroughtAt)
            .Skip((PageNumber - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancel);
    }

    private async Task<RegisterImport?> ReadAsync(IFormFile upload, CancellationToken cancel)
    {
        try
        {
            return await imports.BringAsync(actor, Input.Kind!.Value, upload.FileName, await upload.BytesAsync(cancel), cancel);
        }
        catch (NotADirectoryException refused)
        {
            throw new RuleBroken(nameof(Input.Upload), refused.Message);
        }
    }

    public sealed class FileInput
    {
        [Required(ErrorMessage = "Choose what is in the file")]
        public RegisterKind? Kind { get; set; }

        public IFormFile? Upload { get; set; }
    }
}
