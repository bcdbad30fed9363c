using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Templates;

/// <summary>The versions of the agreement's template, how many agreements are written in each, and the way to a new one.</summary>
[Requires(Operation.ManageTemplates)]
[EnableRateLimiting(PortalSecurity.ImportLimit)]
[AtMost(OwnTemplate.MostBytes + 100_000)]
public sealed class IndexModel(PortalDbContext db, BringTemplate bring, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    private Dictionary<Guid, int> agreements = [];
    private int inStandard;

    public DateOnly Today { get; } = clock.Today();

    /// <summary>Newest first.</summary>
    public IReadOnlyList<TemplateLine> Versions { get; private set; } = [];

    /// <summary>The version in use, or null while the standard template is.</summary>
    public Guid? InUse { get; private set; }

    /// <summary>Drafts that are written in another than the one in use.</summary>
    public int DraftsBehind { get; private set; }

    [BindProperty]
    public TemplateUpload Input { get; set; } = new();

    /// <summary>How many agreements are written in a version; null is the standard template.</summary>
    public string AgreementsOf(Guid? version) =>
        (version is { } id ? agreements.GetValueOrDefault(id) : inStandard).ToString("N0", NewZealandTime.Culture);

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Upload is not { } upload)
        {
            throw new RuleBroken(nameof(Input.Upload), "Choose the Word file that you changed");
        }

        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, cancel);
        var (id, problems) = await bring.HandleAsync(actor, upload.FileName, bytes.ToArray(), Input.Note!, cancel);
        if (id is not { } version)
        {
            foreach (var problem in problems)
            {
                ModelState.AddModelError($"{nameof(Input)}.{nameof(Input.Upload)}", problem);
            }

            await ShowAgainAsync(cancel);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        TempData["Done"] = "The template is checked, and nothing is wrong with it";
        TempData["Next"] = "Look at the preview and at what differs, then publish it from a day on.";
        return Redirect(TemplateLinks.Version(version));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Versions = await db.TemplateVersions.AsNoTracking().Where(t => t.FormKey == StoredTemplates.Form.Key)
            .OrderByDescending(t => t.Number).Select(TemplateLine.Of).ToListAsync(cancel);
        InUse = await db.TemplateVersions.InUseOn(Today).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(cancel);
        var counts = await db.Agreements.GroupBy(a => a.TemplateId)
            .Select(g => new { Template = g.Key, All = g.Count(), Drafts = g.Count(a => a.State == AgreementState.Draft) })
            .ToListAsync(cancel);
        agreements = counts.Where(c => c.Template is not null).ToDictionary(c => c.Template!.Value, c => c.All);
        inStandard = counts.Find(c => c.Template is null)?.All ?? 0;
        DraftsBehind = counts.Where(c => c.Template != InUse).Sum(c => c.Drafts);
    }

    public sealed class TemplateUpload
    {
        public IFormFile? Upload { get; set; }

        [Required(ErrorMessage = "Say in one line what is different in it")]
        [StringLength(TemplateVersion.LongestNote, ErrorMessage = "Use 500 characters or fewer to say what is different")]
        public string? Note { get; set; }
    }
}
