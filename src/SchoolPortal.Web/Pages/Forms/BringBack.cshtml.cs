using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Shared;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>Takes back a draft that was changed in Word. Who may change nothing of this form finds no such page.</summary>
[Requires(Operation.EditAgreement, Operation.EditProfile, Operation.EditOwnSections)]
[EnableRateLimiting(PortalSecurity.ImportLimit)]
[AtMost(ReturnedFile.MostBytes + 100_000)]
public sealed class BringBackModel(PortalDbContext db, IEnumerable<FormDrafts> forms, ReceiveDraft receive, CurrentSchool school) : PageModel, IShowAgain
{
    public CurrentSchool School => school;

    /// <summary>What the address calls a record of the form.</summary>
    [FromRoute(Name = "record")]
    public string Noun { get; set; } = "";

    public FormDrafts Drafts { get; private set; } = null!;

    /// <summary>The drafts that can be taken away now.</summary>
    public IReadOnlyList<DraftRecord> Open { get; private set; } = [];

    /// <summary>Files about which nobody has decided yet, the newest first.</summary>
    public IReadOnlyList<WaitingFile> Waiting { get; private set; } = [];

    [BindProperty]
    public WordUpload Input { get; set; } = new();

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (forms.FirstOrDefault(form => form.Noun == Noun && form.MayChange(school)) is { } found)
        {
            Drafts = found;
        }
        else
        {
            context.Result = NotFound();
        }
    }

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Upload is not { } upload)
        {
            throw new RuleBroken(ReceiveDraft.Field, "Choose the Word file that you changed");
        }

        var id = await receive.HandleAsync(Drafts, school, upload.FileName, await upload.BytesAsync(cancel), cancel);
        TempData["Done"] = "The file is read, and nothing is changed yet";
        TempData["Next"] = "Look at what it would change, choose, then save. It is kept here until you decide.";
        return Redirect(DraftLinks.Returned(school.Number, Noun, id));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var records = await Drafts.ListAsync(school, cancel);
        Open = [.. records.Where(record => record.IsOpen)];
        var names = records.ToDictionary(record => record.Id, record => record.Name);
        var waiting = await db.ReturnedDrafts
            .Where(r => names.Keys.Contains(r.RecordId) && r.State == ReturnedDraftState.Waiting)
            .OrderByDescending(r => r.ReturnedAt)
            .Select(r => new { r.Id, r.FileName, r.RecordId, r.ReturnedBy, r.ReturnedAt })
            .ToListAsync(cancel);
        Waiting = waiting.ConvertAll(r => new WaitingFile(r.Id, r.FileName, names[r.RecordId], r.ReturnedBy, r.ReturnedAt));
    }

    /// <summary>A file about which nobody has decided yet.</summary>
    public sealed record WaitingFile(Guid Id, string Name, string Record, string By, DateTime At);

    public sealed class WordUpload
    {
        public IFormFile? Upload { get; set; }
    }
}
