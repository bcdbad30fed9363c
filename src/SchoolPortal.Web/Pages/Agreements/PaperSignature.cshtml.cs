using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Documents.Agreements;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Assignments;
using SchoolPortal.Web.Pages.Shared;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Records that a party of the other side has signed on paper.</summary>
[Requires(Operation.ViewAgreement)]
[EnableRateLimiting(PortalSecurity.ImportLimit)]
[AtMost(Scan.MostBytes + 100_000)]
public sealed class PaperSignatureModel(
    PortalDbContext db, ConfirmPaperSignature confirm, RecentSignIn recent, CurrentSchool school, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    public CurrentSchool School => school;

    public AgreementLine Line { get; private set; } = null!;

    /// <summary>The parties whose signature this person may confirm.</summary>
    public IReadOnlyList<FieldOption> Parties { get; private set; } = [];

    /// <summary>The passphrase was given too long ago to confirm a signature with.</summary>
    public bool AsksPassphrase => !recent.IsRecent;

    public bool IsOffered => AgreementLifecycle.Table[AgreementStep.SignOnPaper].From.Contains(Line.State);

    [FromRoute]
    public int Number { get; set; }

    [BindProperty]
    public PaperInput Input { get; set; } = new();

    // Before the form is judged: who may not come is told so, whatever they posted.
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await LoadAsync(HttpContext.RequestAborted) is { } refusal)
        {
            context.Result = refusal;
            return;
        }

        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Input.Agrees)
        {
            throw new RuleBroken(nameof(Input.Agrees), "Tick this when you have compared the paper; nobody can record it without");
        }

        var day = DutyInput.DayOf(Input.SignedOn, nameof(Input.SignedOn), clock.Today());
        var entry = new PaperEntry(Input.Party!.Value, Input.TypedName!, Input.Position!, day, await Input.Upload!.BytesAsync(cancel), Input.Passphrase);
        await confirm.HandleAsync(actor, school.Place, Number, entry, cancel);
        TempData["Done"] = $"The signature of the {Words.Of(entry.Party)} is recorded";
        TempData["Next"] = "The scan is kept with it. Both sides can see who confirmed it.";
        return Redirect(AgreementLinks.Overview(school.Number));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => LoadAsync(cancel);

    private async Task<IActionResult?> LoadAsync(CancellationToken cancel)
    {
        if (await db.AgreementsAt(school).Where(a => a.Number == Number).Select(AgreementLine.Of).SingleOrDefaultAsync(cancel) is not { } line)
        {
            return NotFound();
        }

        Line = line;
        var signed = await db.Signatures.Where(s => s.AgreementId == line.Id && s.VoidedAt == null).Select(s => s.Party).ToListAsync(cancel);
        Parties =
        [
            .. Agreement.ConfirmableBy(school.Roles, Agreement.Parties.Except(signed)).Select(party => new FieldOption(party.ToString(), Words.Capital(party))),
        ];
        return AgreementLifecycle.Table[AgreementStep.SignOnPaper].Who.Any(school.Roles.Contains) ? null : Forbid();
    }

    public sealed class PaperInput
    {
        [Required(ErrorMessage = "Choose the party that signed")]
        public Role? Party { get; set; }

        [Required(ErrorMessage = "Type the full name on the paper")]
        [StringLength(100, ErrorMessage = "Use 100 characters or fewer for the name")]
        public string? TypedName { get; set; }

        [Required(ErrorMessage = "Enter the position on the paper")]
        [StringLength(100, ErrorMessage = "Use 100 characters or fewer for the position")]
        public string? Position { get; set; }

        [Required(ErrorMessage = "Enter the day on the paper")]
        public string? SignedOn { get; set; }

        [Required(ErrorMessage = "Choose the scan or photograph of the paper")]
        public IFormFile? Upload { get; set; }

        public bool Agrees { get; set; }

        public string? Passphrase { get; set; }
    }
}
