using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Confirms to a person what they signed; still there when they come back to it.</summary>
[Requires(Operation.ViewAgreement)]
public sealed class SignedModel(PortalDbContext db, CurrentSchool school, Actor actor, TimeProvider clock) : PageModel
{
    public CurrentSchool School => school;

    public AgreementLine Line { get; private set; } = null!;

    public SignatureLine Mine { get; private set; } = null!;

    public TurnWords Turn { get; private set; } = null!;

    /// <summary>Finds the signature again: agreement, and the beginning of the hash of what was signed.</summary>
    public string Reference => $"{school.Number}-{Line.Number}-{Line.FrozenSha256?[..10]}";

    public async Task<IActionResult> OnGetAsync([FromRoute] int number, CancellationToken cancel)
    {
        var line = await db.AgreementsAt(school).Where(a => a.Number == number).Select(AgreementLine.Of).SingleOrDefaultAsync(cancel);
        if (line is null)
        {
            return NotFound();
        }

        var signatures = await db.Signatures.AsNoTracking()
            .Where(s => s.AgreementId == line.Id && s.VoidedAt == null)
            .Select(SignatureLine.Of)
            .ToListAsync(cancel);
        if (signatures.Find(s => s.PersonId == actor.PersonId) is not { } mine)
        {
            return NotFound();
        }

        (Line, Mine) = (line, mine);
        Turn = TurnWords.Of(line, signatures, actor, school.Roles, clock.Today());
        return Page();
    }
}
