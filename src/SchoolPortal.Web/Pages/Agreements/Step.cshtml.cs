using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Any step of an agreement but signing: what will happen, the reason where one is needed, and the button.</summary>
[Requires(Operation.ViewAgreement)]
public sealed class StepModel(PortalDbContext db, TakeAgreementStep take, CurrentSchool school, Actor actor) : PageModel, IShowAgain
{
    public CurrentSchool School => school;

    public AgreementLine Line { get; private set; } = null!;

    public LifecycleRow<AgreementState, AgreementStep> Row { get; private set; } = null!;

    internal StepWords StepText { get; private set; } = null!;

    /// <summary>The step can be taken as things stand.</summary>
    public bool IsOffered => Row.From.Contains(Line.State);

    [BindProperty]
    public Reasoning Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync([FromRoute] int number, [FromRoute] string step, CancellationToken cancel) =>
        await RefusalAsync(number, step, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync([FromRoute] int number, [FromRoute] string step, CancellationToken cancel)
    {
        if (await RefusalAsync(number, step, cancel) is { } refusal)
        {
            return refusal;
        }

        await take.HandleAsync(actor, school.Place, number, Row.Step, Input.Reason, cancel);
        TempData["Done"] = StepText.Done;
        TempData["Next"] = StepText.Next;
        return Redirect(AgreementLinks.Overview(school.Number));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var number = int.Parse(RouteData.Values["number"]!.ToString()!, NewZealandTime.Culture);
        await RefusalAsync(number, RouteData.Values["step"]!.ToString()!, cancel);
    }

    /// <summary>Loads the page; gives what to answer instead when there is no such step or it is not this person's.</summary>
    private async Task<IActionResult?> RefusalAsync(int number, string step, CancellationToken cancel)
    {
        if (AgreementLinks.StepOf(step) is not { } known
            || StepWords.Of(known) is not { } words
            || await db.AgreementsAt(school).Where(a => a.Number == number).Select(AgreementLine.Of).SingleOrDefaultAsync(cancel) is not { } line)
        {
            return NotFound();
        }

        (Line, StepText, Row) = (line, words, AgreementLifecycle.Table[known]);
        return Row.Who.Any(school.Roles.Contains) ? null : Forbid();
    }

    public sealed class Reasoning
    {
        [StringLength(1000, ErrorMessage = "Use 1,000 characters or fewer for the reason")]
        public string? Reason { get; set; }
    }
}
