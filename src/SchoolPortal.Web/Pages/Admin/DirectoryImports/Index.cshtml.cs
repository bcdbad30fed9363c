using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Admin.DirectoryImports;

[Requires(Operation.ImportDirectory)]
[EnableRateLimiting(PortalSecurity.ImportLimit)]
[AtMost(DirectoryFile.MostBytes + 100_000)]
public sealed class IndexModel(PortalDbContext db, ProposeDirectoryImport propose, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    public const int PageSize = 20;

    [BindProperty]
    public DirectoryUpload Input { get; set; } = new();

    [BindProperty(Name = "p", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<DirectoryImport> Imports { get; private set; } = [];

    /// <summary>How many rows of each were left out, or would be.</summary>
    public IReadOnlyDictionary<Guid, int> Unticked { get; private set; } = new Dictionary<Guid, int>();

    public int Total { get; private set; }

    /// <summary>Where the portal looks for directories by itself.</summary>
    public IReadOnlyList<WatchedDirectory> Watched { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Upload is not { } upload)
        {
            throw new RuleBroken(nameof(Input.Upload), "Choose the directory’s CSV file");
        }

        var import = await ReadAsync(upload, Day(), cancel);
        if (import.ProposesNothing)
        {
            TempData["Done"] = "This file says nothing that the portal does not hold already";
            TempData["Next"] = $"Its {import.Listed:N0} schools were compared field by field, and nothing was stored.";
            return RedirectToPage();
        }

        TempData["Done"] = $"{import.FileName} is read, and nothing is changed yet";
        TempData["Next"] = "Look through what it proposes, untick what is not to be taken over, then apply it.";
        return RedirectToPage("Proposal", new { id = import.Id });
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Watched = await db.WatchedDirectories.AsNoTracking().Where(place => place.IsWatched).OrderBy(place => place.Place).ToListAsync(cancel);
        Total = await db.DirectoryImports.CountAsync(cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Imports = await db.DirectoryImports.AsNoTracking()
            .OrderByDescending(import => import.BroughtAt)
            .Skip((PageNumber - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancel);
        var shown = Imports.Select(import => import.Id).ToList();
        Unticked = await db.DirectoryImportRows.Where(row => shown.Contains(row.ImportId) && !row.Chosen && row.Kind != DirectoryRowKind.Unreadable)
            .GroupBy(row => row.ImportId).Select(rows => new { rows.Key, Count = rows.Count() })
            .ToDictionaryAsync(rows => rows.Key, rows => rows.Count, cancel);
    }

    private async Task<DirectoryImport> ReadAsync(IFormFile upload, DateOnly? day, CancellationToken cancel)
    {
        try
        {
            await using var file = upload.OpenReadStream();
            return await propose.HandleAsync(file, upload.FileName, day, actor, cancel);
        }
        catch (NotADirectoryException refused)
        {
            throw new RuleBroken(nameof(Input.Upload), refused.Message);
        }
    }

    private DateOnly? Day() => string.IsNullOrWhiteSpace(Input.AsAt) ? null
        : TypedText.Date(Input.AsAt, clock.Today())
            ?? throw new RuleBroken(nameof(Input.AsAt), "Enter the date of the directory like 14/5/2026, or leave it empty");

    public sealed class DirectoryUpload
    {
        public IFormFile? Upload { get; set; }

        public string? AsAt { get; set; }
    }
}
