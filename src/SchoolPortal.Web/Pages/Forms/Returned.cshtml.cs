using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Templates;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>What a returned file would change in a draft; the person chooses, and only then anything is saved.</summary>
[Requires(Operation.EditAgreement, Operation.EditProfile, Operation.EditOwnSections)]
public sealed class ReturnedModel(
    PortalDbContext db,
    IEnumerable<FormDrafts> forms,
    TakeOverDraft takeOver,
    DiscardDraft discard,
    CurrentSchool school,
    Actor actor,
    TimeProvider clock)
    : PageModel, IShowAgain
{
    private FormDrafts drafts = null!;
    private DraftNow? now;

    public CurrentSchool School => school;

    /// <summary>What the address calls a record of the form.</summary>
    [FromRoute(Name = "record")]
    public string Noun { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public ReturnedDraft Returned { get; private set; } = null!;

    /// <summary>What the file was made from.</summary>
    public DraftRecord Record { get; private set; } = null!;

    /// <summary>Null when the file has been decided about, or the text it would change cannot be changed any more.</summary>
    public ReturnedReview? Review { get; private set; }

    /// <summary>What was posted under a name, or null.</summary>
    public string? Posted(string name) => Request.HasFormContentType ? (string?)Request.Form[name] : null;

    public Guid TokenOf(string sectionKey) => now!.Tokens[sectionKey];

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
        if (Review is not null)
        {
            await drafts.RecordViewAsync(school, Record, cancel);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Review is null)
        {
            return Redirect(DraftLinks.Returned(school.Number, Noun, Id)); // pressed twice: the page says how it stands
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

        await takeOver.HandleAsync(drafts, school, Record, Id, chosen, BasedOn, cancel);
        TempData["Done"] = $"{TakeOverDraft.CountOf(chosen)} from “{Returned.FileName}” saved";
        TempData["Next"] = "The sections below show how far it has come.";
        return Redirect(Record.Address);
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel)
    {
        await discard.HandleAsync(actor, school.Id, Id, cancel);
        TempData["Done"] = $"“{Returned.FileName}” is discarded, and nothing of it was saved";
        return Redirect(Record.Address);
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
            || forms.FirstOrDefault(form => form.Noun == Noun && form.Form.Key == found.Taken.FormKey && form.MayChange(school)) is not { } form
            || (await form.ListAsync(school, cancel)).FirstOrDefault(record => record.Id == found.Returned.RecordId) is not { } record)
        {
            return false;
        }

        (drafts, Returned, Record) = (form, found.Returned, record);
        (now, Review) = (null, null);
        if (Returned.State == ReturnedDraftState.Waiting && record.IsOpen)
        {
            now = await form.ReadAsync(school, record, cancel);
            Review = await CompareAsync(found.Taken, now, cancel);
        }

        return true;
    }

    private async Task<ReturnedReview> CompareAsync(TakenDraft taken, DraftNow current, CancellationToken cancel)
    {
        var template = await db.TemplateAsync(drafts.FormOf(taken.FormVersion), taken.TemplateId, cancel);
        var today = clock.Today();
        var text = taken.Text();
        var reading = FormReader.Read(ReturnedFile.Open(Returned.Bytes), DraftContent.Of(template, text, taken.Id), current.People, today);
        return ReturnedReview.Of(reading, template.Form, current, text.Answers, today);
    }
}
