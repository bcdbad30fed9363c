using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Signs an agreement for one's party.</summary>
[Requires(Operation.ViewAgreement)]
public sealed class SignModel(
    PortalDbContext db, SignAgreement sign, RecentSignIn recent, CurrentSchool school, Actor actor) : PageModel, IShowAgain
{
    public CurrentSchool School => school;

    public AgreementLine Line { get; private set; } = null!;

    /// <summary>The party this person signs for; null when nothing is left for them to sign.</summary>
    public Role? Party { get; private set; }

    /// <summary>For whom they sign, when they stand in for somebody.</summary>
    public Acting? Acting => Party is { } party ? actor.ActingAs(party, school.Place) : null;

    /// <summary>They may let somebody sign in their place.</summary>
    public bool MayNameStandIn => Acting is null && school.May(Operation.NameStandIn);

    /// <summary>The passphrase was given too long ago to sign with.</summary>
    public bool AsksPassphrase => !recent.IsRecent;

    public bool IsOffered => AgreementLifecycle.Table[AgreementStep.Sign].From.Contains(Line.State);

    [FromRoute]
    public int Number { get; set; }

    [BindProperty]
    public Signing Input { get; set; } = new();

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

    public void OnGet() => Input.Position = actor.Position;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Input.Agrees)
        {
            throw new RuleBroken(nameof(Input.Agrees), "Tick the statement if you agree with it; nobody can sign without it");
        }

        var entry = new SigningEntry(Input.TypedName!, Input.Position!, Input.Passphrase);
        await sign.HandleAsync(actor, school.Place, Number, entry, cancel);
        return Redirect(AgreementLinks.Signed(school.Number, Number));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => LoadAsync(cancel);

    private async Task<IActionResult?> LoadAsync(CancellationToken cancel)
    {
        if (await db.AgreementsAt(school).Where(a => a.Number == Number).Select(AgreementLine.Of).SingleOrDefaultAsync(cancel) is not { } line)
        {
            return NotFound();
        }

        Line = line;
        var signed = await db.Signatures
            .Where(s => s.AgreementId == line.Id && s.VoidedAt == null)
            .Select(s => new { s.Party, s.PersonId })
            .ToListAsync(cancel);
        Party = signed.Exists(s => s.PersonId == actor.PersonId)
            ? null
            : Agreement.Parties.Except(signed.Select(s => s.Party)).Where(school.Roles.Contains).Select(r => (Role?)r).FirstOrDefault();
        return Agreement.Parties.Any(school.Roles.Contains) ? null : Forbid();
    }

    public sealed class Signing
    {
        [Required(ErrorMessage = "Type your full name")]
        [StringLength(100, ErrorMessage = "Use 100 characters or fewer for your name")]
        public string? TypedName { get; set; }

        [Required(ErrorMessage = "Enter the position you sign in")]
        [StringLength(100, ErrorMessage = "Use 100 characters or fewer for your position")]
        public string? Position { get; set; }

        public bool Agrees { get; set; }

        public string? Passphrase { get; set; }
    }
}
