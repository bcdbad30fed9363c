using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Any step of an agreement but signing: what will happen, the reason where one is needed, and the button.</summary>
[Requires(Operation.ViewAgreement)]
public sealed class StepModel(
    PortalDbContext db, TakeAgreementStep take, CurrentSchool school, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    public CurrentSchool School => school;

    public AgreementLine Line { get; private set; } = null!;

    public LifecycleRow<AgreementState, AgreementStep> Row { get; private set; } = null!;

    internal StepWords StepText { get; private set; } = null!;

    /// <summary>Why the step cannot be taken as things stand, or null when it can.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The day on which a notice given today runs out; null for any other step.</summary>
    public DateOnly? LastDay { get; private set; }

    [FromRoute]
    public int Number { get; set; }

    [FromRoute]
    public string Step { get; set; } = "";

    [BindProperty]
    public Reasoning Input { get; set; } = new();

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
        await take.HandleAsync(actor, school.Place, Number, Row.Step, Input.Reason, cancel);
        TempData["Done"] = StepText.Done;
        TempData["Next"] = StepText.Next;
        return Redirect(AgreementLinks.Overview(school.Number));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => LoadAsync(cancel);

    /// <summary>Loads the page; gives what to answer instead when there is no such step or it is not this person's.</summary>
    private async Task<IActionResult?> LoadAsync(CancellationToken cancel)
    {
        if (AgreementLinks.StepOf(Step) is not { } known
            || StepWords.Of(known) is not { } words
            || await db.AgreementsAt(school).Where(a => a.Number == Number).Select(AgreementLine.Of).SingleOrDefaultAsync(cancel) is not { } line)
        {
            return NotFound();
        }

        (Line, StepText, Row) = (line, words, AgreementLifecycle.Table[known]);
        var today = clock.Today();
        Refusal = school.Status.IsOver() ? $"This school has {Words.Of(school.Status)}, so nothing more is done with its agreements."
            : !Row.From.Contains(line.State) ? $"Agreement {Number} is {Words.Of(line.State)}, so this step is not possible now."
            : new RunningTerm(line.EndsOn, line.NoticeFrom).Refusal(known, school.Roles, today);
        if (known == AgreementStep.GiveNotice && Refusal is null)
        {
            var agreement = await db.WithPartsAsync(school.Id, Number, cancel);
            LastDay = agreement.NoticeRunsOut(AgreementContent.FormOf(agreement), await db.CalendarAsync(today, cancel), today);
        }

        return Row.Who.Any(school.Roles.Contains) ? null : Forbid();
    }

    public sealed class Reasoning
    {
        [StringLength(1000, ErrorMessage = "Use 1,000 characters or fewer for the reason")]
        public string? Reason { get; set; }
    }
}
