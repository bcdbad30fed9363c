using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>The page that a party prints and signs by hand.</summary>
[Requires(Operation.ViewAgreement)]
public sealed class PaperModel(PortalDbContext db, CurrentSchool school) : PageModel
{
    public CurrentSchool School => school;

    public AgreementLine Line { get; private set; } = null!;

    /// <summary>Signatures given so far.</summary>
    public IReadOnlyList<SignatureLine> Signatures { get; private set; } = [];

    /// <summary>The text is frozen and signatures are still wanted.</summary>
    public bool IsOffered => AgreementLifecycle.Table[AgreementStep.SignOnPaper].From.Contains(Line.State);

    /// <summary>The reader may confirm signatures of the other side.</summary>
    public bool MayRecord => AgreementLifecycle.Table[AgreementStep.SignOnPaper].Who.Any(school.Roles.Contains);

    /// <summary>What the QR code says: where this version is proved, and the hash of its text.</summary>
    public string Address => $"{Request.Scheme}://{Request.Host}{AgreementLinks.Evidence(school.Number, Line.Number)}?text={Line.FrozenSha256}";

    public async Task<IActionResult> OnGetAsync([FromRoute] int number, CancellationToken cancel)
    {
        if (await db.AgreementsAt(school).Where(a => a.Number == number).Select(AgreementLine.Of).SingleOrDefaultAsync(cancel) is not { } line)
        {
            return NotFound();
        }

        Line = line;
        Signatures = await db.Signatures.AsNoTracking()
            .Where(s => s.AgreementId == line.Id && s.VoidedAt == null)
            .Select(SignatureLine.Of)
            .ToListAsync(cancel);
        return Page();
    }
}
