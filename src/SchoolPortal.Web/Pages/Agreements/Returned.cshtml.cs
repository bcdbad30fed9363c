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
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Takes back a draft that was changed in Word.</summary>
[Requires(Operation.EditAgreement)]
[EnableRateLimiting(PortalSecurity.ImportLimit)]
[AtMost(ReturnedFile.MostBytes + 100_000)]
public sealed class ReturnedModel(PortalDbContext db, ReceiveAgreementFile receive, CurrentSchool school, Actor actor) : PageModel, IShowAgain
{
    public CurrentSchool School => school;

    /// <summary>Number of the draft in the making, or null.</summary>
    public int? Draft { get; private set; }

    /// <summary>Files about which nobody has decided yet, the newest first.</summary>
    public IReadOnlyList<WaitingFile> Waiting { get; private set; } = [];

    [BindProperty]
    public WordUpload Input { get; set; } = new();

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Upload is not { } upload)
        {
            throw new RuleBroken(ReceiveDraft.Field, "Choose the Word file that you changed");
        }

        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, cancel);
        var id = await receive.HandleAsync(actor, school, upload.FileName, bytes.ToArray(), cancel);
        TempData["Done"] = "The file is read, and nothing is changed yet";
        TempData["Next"] = "Look at what it would change, choose, then save. It is kept here until you decide.";
        return Redirect(AgreementLinks.Returned(school.Number, id));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Draft = await db.AgreementsAt(school).Where(a => a.State == AgreementState.Draft).Select(a => (int?)a.Number).SingleOrDefaultAsync(cancel);
        Waiting = await db.ReturnedDrafts
            .Where(r => r.SchoolId == school.Id && r.State == ReturnedDraftState.Waiting)
            .Join(db.Agreements, r => r.RecordId, a => a.Id, (r, a) => new { File = r, a.Number })
            .OrderByDescending(r => r.File.ReturnedAt)
            .Select(r => new WaitingFile(r.File.Id, r.File.FileName, r.Number, r.File.ReturnedBy, r.File.ReturnedAt))
            .ToListAsync(cancel);
    }

    /// <summary>A file about which nobody has decided yet.</summary>
    public sealed record WaitingFile(Guid Id, string Name, int Agreement, string By, DateTime At);

    public sealed class WordUpload
    {
        public IFormFile? Upload { get; set; }
    }
}
