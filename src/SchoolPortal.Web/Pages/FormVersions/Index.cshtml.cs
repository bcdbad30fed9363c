using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Shared;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.FormVersions;

/// <summary>The versions of the profile's questions, how many profiles were answered under each, and the way to the next.</summary>
[Requires(Operation.ManageTemplates)]
[EnableRateLimiting(PortalSecurity.ImportLimit)]
[AtMost(FormVersion.MostJson + 100_000)]
public sealed class IndexModel(PortalDbContext db, BringForm bring, Actor actor) : PageModel, IShowAgain
{
    private Dictionary<int, int> profiles = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<FormVersionLine> Versions { get; private set; } = [];

    /// <summary>The version that is asked.</summary>
    public FormDefinition InUse { get; private set; } = null!;

    /// <summary>Profiles in the making that have not followed it yet.</summary>
    public int Behind { get; private set; }

    [BindProperty]
    public FormUpload Input { get; set; } = new();

    /// <summary>How many profiles are pinned to a version.</summary>
    public string ProfilesOf(int version) => profiles.GetValueOrDefault(version).ToString("N0", NewZealandTime.Culture);

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Upload is not { } upload)
        {
            throw new RuleBroken(nameof(Input.Upload), "Choose the file of questions that you changed");
        }

        var (id, problems) = await bring.HandleAsync(actor, await upload.BytesAsync(cancel), Input.Note!, cancel);
        if (id is not { } version)
        {
            ModelState.AddProblems(problems.Select(sentence => new FieldProblem("", $"{nameof(Input)}.{nameof(Input.Upload)}", sentence)));
            await ShowAgainAsync(cancel);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        TempData["Done"] = "The questions are checked: every answer has a place";
        TempData["Next"] = "Look at what they would do to the profiles in the making, then publish them.";
        return Redirect(FormVersionLinks.Version(version));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        InUse = await db.FormInUseAsync(FormDefinitions.SchoolProfile.Key, cancel);
        Versions = await db.FormVersions.AsNoTracking().Where(f => f.FormKey == InUse.Key)
            .OrderByDescending(f => f.BroughtAt).Select(FormVersionLine.Of).ToListAsync(cancel);
        profiles = await db.Profiles.GroupBy(p => p.FormVersion).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Behind = await db.Profiles.Behind(InUse).CountAsync(cancel);
    }

    public sealed class FormUpload
    {
        public IFormFile? Upload { get; set; }

        [Required(ErrorMessage = "Say in one line what is different in it")]
        [StringLength(FormVersion.LongestNote, ErrorMessage = "Use 500 characters or fewer to say what is different")]
        public string? Note { get; set; }
    }
}
