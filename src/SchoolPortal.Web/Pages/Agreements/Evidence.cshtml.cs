using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>What proves an agreement apart from the portal: hashes, signatures, and the files to keep.</summary>
[Requires(Operation.ViewAgreement)]
public sealed class EvidenceModel(PortalDbContext db, AgreementEvidence find, CurrentSchool school, Actor actor) : PageModel
{
    public CurrentSchool School => school;

    public int Number { get; private set; }

    /// <summary>Null while the text is not frozen.</summary>
    public Evidence? Evidence { get; private set; }

    /// <summary>The hash that a QR code on paper names; null when nobody came by one.</summary>
    [FromQuery]
    public string? Text { get; set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] int number, CancellationToken cancel)
    {
        Number = number;
        Evidence = await find.FindAsync(actor, school, number, cancel);
        return Evidence is not null || await db.HasAgreementAsync(school, number, cancel) ? Page() : NotFound();
    }
}
