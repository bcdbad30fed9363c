using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Two versions of a school's agreement, or one and the standard text, question by question with the words marked.</summary>
[Requires(Operation.ViewAgreement)]
public sealed class CompareModel(PortalDbContext db, CurrentSchool school, CompareAgreements compare, TimeProvider clock) : PageModel
{
    public CurrentSchool School => school;

    /// <summary>Number of the earlier agreement, or <c>standard</c>.</summary>
    [FromQuery]
    public string? From { get; set; }

    /// <summary>Number of the later agreement.</summary>
    [FromQuery]
    public int? To { get; set; }

    public IReadOnlyList<FieldOption> Versions { get; private set; } = [];

    public IEnumerable<FieldOption> Earlier => Versions.Prepend(new FieldOption(CompareAgreements.Standard, "Standard text"));

    public FormComparison? Comparison { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var lines = await db.AgreementsAt(school).OrderByDescending(a => a.Number).Select(AgreementLine.Of).ToListAsync(cancel);
        if (lines.Count == 0)
        {
            return NotFound();
        }

        Versions = [.. lines.Select(line => new FieldOption(line.Number.ToString(NewZealandTime.Culture), $"Agreement {line.Number}, {Words.Of(line.Standing(clock.Today()))}"))];
        To ??= lines[0].Number;
        From ??= lines.Find(line => line.Number < To)?.Number.ToString(NewZealandTime.Culture) ?? CompareAgreements.Standard;
        Comparison = await compare.HandleAsync(From, To.Value, cancel);
        return Comparison is null ? NotFound() : Page();
    }
}
