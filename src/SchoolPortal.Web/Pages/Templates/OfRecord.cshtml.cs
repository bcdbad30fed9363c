using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Templates;

/// <summary>
/// Which template a school's agreement or profile is written in, what differs in the one in use, and the way to take a draft
/// over to it. Who may not read it finds no such page.
/// </summary>
[Requires(Operation.ViewAgreement, Operation.ViewProfile)]
public sealed class OfRecordModel(
    PortalDbContext db, IEnumerable<FormDrafts> forms, TakeTemplate take, CurrentSchool school, TimeProvider clock) : PageModel, IShowAgain
{
    private FormDrafts drafts = null!;

    public CurrentSchool School => school;

    /// <summary>What the address calls a record of the form.</summary>
    [FromRoute(Name = "record")]
    public string Noun { get; set; } = "";

    [FromRoute]
    public int Number { get; set; }

    public DraftRecord Record { get; private set; } = null!;

    /// <summary>The template in use; null is the standard one.</summary>
    public Guid? Current { get; private set; }

    public bool IsCurrent { get; private set; }

    /// <summary>Number of the version it is written in; null is the standard template.</summary>
    public int? OwnNumber { get; private set; }

    /// <summary>Number of the version in use, likewise.</summary>
    public int? CurrentNumber { get; private set; }

    /// <summary>Fixed text that differs in the template in use.</summary>
    public IReadOnlyList<WordingChange> Changes { get; private set; } = [];

    public bool MayTake => drafts.MayChange(school) && !school.Status.IsOver();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await FindAsync(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync([FromForm] Guid? shown, CancellationToken cancel)
    {
        if (!drafts.MayChange(school))
        {
            return Forbid();
        }

        await take.HandleAsync(drafts, school, Record, shown, cancel);
        TempData["Done"] = $"{Record.Capital} has the text of the template in use";
        TempData["Next"] = "Your answers are unchanged. Read the text through before you send it on.";
        return Redirect(Record.Address);
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        await FindAsync(cancel);
        var own = (await db.TemplateAsync(drafts.FormOf(Record.FormVersion), Record.TemplateId, cancel)).Form;
        var current = (await db.CurrentTemplateAsync(drafts.Form.Key, clock.Today(), cancel)).Form;
        (Current, IsCurrent) = (current.Template, current.Template == own.Template);
        var numbers = await db.TemplateVersions.Where(t => t.Id == own.Template || t.Id == current.Template)
            .ToDictionaryAsync(t => t.Id, t => t.Number, cancel);
        OwnNumber = NumberOf(own.Template);
        CurrentNumber = NumberOf(current.Template);
        Changes = WordingChange.Between(own, current);

        int? NumberOf(Guid? template) => template is { } id ? numbers[id] : null;
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (forms.FirstOrDefault(form => form.Noun == Noun && form.MayRead(school)) is not { } found
            || (await found.ListAsync(school, cancel)).FirstOrDefault(record => record.Number == Number) is not { } record)
        {
            return false;
        }

        (drafts, Record) = (found, record);
        return true;
    }
}
