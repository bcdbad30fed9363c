using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Templates;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>What a returned file would change in a draft; the person chooses, and only then anything is saved.</summary>
[Requires(Operation.EditAgreement)]
public sealed class ReturnedReviewModel(
    PortalDbContext db, TakeOverAgreementFile takeOver, DiscardDraft discard, RestrictedViews views, CurrentSchool school, Actor actor, TimeProvider clock)
    : PageModel, IShowAgain
{
    private Agreement agreement = null!;

    public CurrentSchool School => school;

    [FromRoute]
    public Guid Id { get; set; }

    public ReturnedDraft Returned { get; private set; } = null!;

    public int Number => agreement.Number;

    /// <summary>Null when the file has been decided about, or its agreement is no draft any more.</summary>
    public ReturnedReview? Review { get; private set; }

    public AgreementState State => agreement.State;

    /// <summary>What was posted under a name, or null.</summary>
    public string? Posted(string name) => Request.HasFormContentType ? (string?)Request.Form[name] : null;

    public Guid TokenOf(string sectionKey) => agreement.Sections.Single(s => s.Key == sectionKey).Token;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await LoadAsync(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Review is not null && Agreement.ReadsAll(actor, school.Place))
        {
            await views.RecordAsync(actor, [$"Read a returned file of agreement {Number} with its restricted parts"], nameof(Agreement), agreement.Id, school.Id, cancel);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Review is null)
        {
            return Redirect(AgreementLinks.Returned(school.Number, Id)); // pressed twice: the page says how it stands
        }

        if (Review.Sections.Any(section => BasedOn(section.Key) != TokenOf(section.Key)))
        {
            throw new ChangedMeanwhile("Somebody saved this draft after you opened the page. The file is compared with what it says now: look again, then save.");
        }

        ModelState.AddProblems(Review.Undecided(Posted));
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var chosen = Review.Chosen(Posted);
        if (chosen.Count == 0)
        {
            throw new RuleBroken("", "Nothing of the file is chosen, so nothing would be saved. Choose at least one of its answers, or discard the file.");
        }

        await takeOver.HandleAsync(actor, school.Id, Number, Id, chosen, BasedOn, cancel);
        TempData["Done"] = $"{TakeOverAgreementFile.CountOf(chosen)} from “{Returned.FileName}” saved";
        TempData["Next"] = "The sections below show how far the draft has come.";
        return Redirect(AgreementLinks.Overview(school.Number));
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel)
    {
        await discard.HandleAsync(actor, school.Id, Id, cancel);
        TempData["Done"] = $"“{Returned.FileName}” is discarded, and nothing of it was saved";
        return Redirect(AgreementLinks.Overview(school.Number));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => LoadAsync(cancel);

    private Guid BasedOn(string sectionKey) => PostedToken.Read(Posted(ReturnedReview.TokenName(sectionKey)));

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var found = await db.ReturnedDrafts.AsNoTracking()
            .Where(r => r.Id == Id && r.SchoolId == school.Id)
            .Join(db.TakenDrafts, r => r.TakenId, t => t.Id, (r, t) => new { Returned = r, Taken = t })
            .SingleOrDefaultAsync(cancel);
        if (found is null
            || await db.AgreementsAt(school).Include(a => a.Sections).SingleOrDefaultAsync(a => a.Id == found.Returned.RecordId, cancel) is not { } stored)
        {
            return false;
        }

        (Returned, agreement) = (found.Returned, stored);
        Review = Returned.State == ReturnedDraftState.Waiting && State == AgreementState.Draft ? await CompareAsync(found.Taken, cancel) : null;
        return true;
    }

    private async Task<ReturnedReview> CompareAsync(TakenDraft taken, CancellationToken cancel)
    {
        var template = await db.TemplateAsync(taken.FormVersion, taken.TemplateId, cancel);
        var form = template.Form;
        var today = clock.Today();
        var people = await ContactChoices.OfAsync(db, school.Id, today, emergency: false, cancel);
        var text = taken.Text();
        var reading = FormReader.Read(ReturnedFile.Open(Returned.Bytes), AgreementContent.OfDraft(template, text, taken.Id), people, today);
        var seen = Agreement.ReadsAll(actor, school.Place) ? form : form.WithoutRestricted();
        return ReturnedReview.Of(reading, seen.Sections, text.Answers, agreement.Answers(), today);
    }
}
