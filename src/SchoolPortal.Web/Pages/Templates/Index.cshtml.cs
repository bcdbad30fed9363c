using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Shared;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Templates;

/// <summary>The versions of a form's template, how many records are written in each, and the way to a new one.</summary>
[Requires(Operation.ManageTemplates)]
[EnableRateLimiting(PortalSecurity.ImportLimit)]
[AtMost(OwnTemplate.MostBytes + 100_000)]
public sealed class IndexModel(
    PortalDbContext db, IEnumerable<FormDrafts> forms, BringTemplate bring, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    private Dictionary<Guid, int> written = [];
    private int inStandard;

    /// <summary>Key of the form.</summary>
    [FromQuery(Name = TemplateLinks.FormKey)]
    public string? Key { get; set; }

    /// <summary>The forms to choose from.</summary>
    public IEnumerable<FormDrafts> Forms => forms;

    /// <summary>The one that was chosen.</summary>
    public FormDrafts Chosen => forms.OfKey(Key);

    public DateOnly Today { get; } = clock.Today();

    /// <summary>Newest first.</summary>
    public IReadOnlyList<TemplateLine> Versions { get; private set; } = [];

    /// <summary>The version in use, or null while the standard template is.</summary>
    public Guid? InUse { get; private set; }

    /// <summary>Drafts that are written in another than the one in use.</summary>
    public int DraftsBehind { get; private set; }

    [BindProperty]
    public TemplateUpload Input { get; set; } = new();

    /// <summary>How many records are written in a version; null is the standard template.</summary>
    public string WrittenIn(Guid? version) =>
        (version is { } id ? written.GetValueOrDefault(id) : inStandard).ToString("N0", NewZealandTime.Culture);

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Upload is not { } upload)
        {
            throw new RuleBroken(nameof(Input.Upload), "Choose the Word file that you changed");
        }

        var form = await db.FormInUseAsync(Chosen.Form.Key, cancel);
        var (id, problems) = await bring.HandleAsync(actor, form, upload.FileName, await upload.BytesAsync(cancel), Input.Note!, cancel);
        if (id is not { } version)
        {
            ModelState.AddProblems(problems.Select(sentence => new FieldProblem("", $"{nameof(Input)}.{nameof(Input.Upload)}", sentence)));
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
        var form = await db.FormInUseAsync(Chosen.Form.Key, cancel);
        Versions = await db.TemplateVersions.AsNoTracking().Where(t => t.FormKey == form.Key)
            .OrderByDescending(t => t.Number).Select(TemplateLine.Of).ToListAsync(cancel);
        InUse = await db.TemplateInUseAsync(form, Today, cancel);
        var counts = await Chosen.Written.GroupBy(w => w.TemplateId).Select(g => new { Template = g.Key, All = g.Count() }).ToListAsync(cancel);
        written = counts.Where(c => c.Template is not null).ToDictionary(c => c.Template!.Value, c => c.All);
        inStandard = counts.Find(c => c.Template is null)?.All ?? 0;
        DraftsBehind = await Chosen.Written.Behind(form, InUse).CountAsync(cancel);
    }

    public sealed class TemplateUpload
    {
        public IFormFile? Upload { get; set; }

        [Required(ErrorMessage = "Say in one line what is different in it")]
        [StringLength(TemplateVersion.LongestNote, ErrorMessage = "Use 500 characters or fewer to say what is different")]
        public string? Note { get; set; }
    }
}
