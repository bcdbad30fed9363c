using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Admin.DirectoryImports;

[Requires(Operation.ImportDirectory)]
public sealed class ProposalModel(
    PortalDbContext db, ChooseDirectoryRows choose, ApplyDirectoryImport apply, DiscardDirectoryImport discard, Actor actor)
    : PageModel, IShowAgain
{
    public const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The part that is shown; without a word about it, the first that has rows.</summary>
    [BindProperty(SupportsGet = true)]
    public ProposalPart? Show { get; set; }

    [BindProperty(Name = "p", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public DirectoryImport Import { get; private set; } = null!;

    public ProposalCounts Counts { get; private set; } = null!;

    public ProposalPart Part { get; private set; }

    public IReadOnlyList<DirectoryImportRow> Rows { get; private set; } = [];

    /// <summary>What schools and Police say beside the directory, of the rows shown.</summary>
    public SaidOfRows Said { get; private set; } = null!;

    public IReadOnlyList<SplitArea> Areas { get; private set; } = [];

    public IReadOnlyList<FieldOption> Districts { get; private set; } = [];

    /// <summary>A directory in force that is newer than this one.</summary>
    public string? NewerVintage { get; private set; }

    public bool IsProposed => Import.State == DirectoryImportState.Proposed;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await db.DirectoryImports.AnyAsync(import => import.Id == Id, cancel))
        {
            return NotFound();
        }

        await ShowAgainAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostTickAsync(Guid[] shown, Guid[] chosen, [FromForm(Name = "rulings")] Dictionary<string, Ruling> rulings, CancellationToken cancel)
    {
        await choose.TickAsync(Id, shown, chosen, rulings, cancel);
        return Back("The ticks of this page are saved");
    }

    public async Task<IActionResult> OnPostTickAllAsync(DirectoryRowKind kind, bool chosen, CancellationToken cancel)
    {
        await choose.TickAllAsync(Id, kind, chosen, cancel);
        return Back(chosen ? "All rows of this part are ticked" : "All rows of this part are unticked");
    }

    public async Task<IActionResult> OnPostAreaAsync(string area, Guid district, CancellationToken cancel)
    {
        await choose.SettleAreaAsync(Id, area, district, cancel);
        return Back($"The schools of {area} are put in one district");
    }

    public async Task<IActionResult> OnPostDistrictsAsync(Dictionary<Guid, Guid> districts, CancellationToken cancel)
    {
        await choose.SettleSchoolsAsync(Id, districts, cancel);
        return Back("The districts of this page are saved");
    }

    public async Task<IActionResult> OnPostApplyAsync(CancellationToken cancel)
    {
        await apply.HandleAsync(Id, actor, cancel);
        return Back("The directory is applied", "Each school’s history says what changed. You can undo it here while nothing has built on it.");
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel)
    {
        await discard.HandleAsync(Id, actor, cancel);
        return Back("The proposal is put aside", "Nothing was changed.");
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Import = await db.DirectoryImports.AsNoTracking().SingleAsync(import => import.Id == Id, cancel);
        Counts = await ProposalCounts.OfAsync(db, Id, cancel);
        NewerVintage = (await db.DirectoryImports.AsNoTracking()
            .Where(other => other.State == DirectoryImportState.Applied && other.AsAt > Import.AsAt)
            .OrderByDescending(other => other.AsAt)
            .FirstOrDefaultAsync(cancel))?.Vintage;
        Part = Show ?? Counts.First;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Counts.Of(Part) + PageSize - 1) / PageSize));
        Rows = await ProposalCounts.Rows(db, Id, Part).AsNoTracking()
            .OrderBy(row => row.Number).ThenBy(row => row.Line).ThenBy(row => row.Id)
            .Skip((PageNumber - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancel);
        Said = await SaidOfRows.LoadAsync(db, Rows, IsProposed, cancel);
        if (Part == ProposalPart.Split)
        {
            Areas = await SplitArea.OfAsync(db, Id, cancel);
            Districts = [.. (await db.Districts.AsNoTracking().OrderBy(district => district.Order).ToListAsync(cancel))
                .Select(district => new FieldOption(district.Id.ToString(), district.Name))];
        }
    }

    private RedirectToPageResult Back(string done, string? next = null)
    {
        TempData["Done"] = done;
        TempData["Next"] = next;
        return RedirectToPage(new { id = Id, show = Show, p = PageNumber > 1 ? PageNumber : (int?)null });
    }
}
