using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Templates;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Changes one section of a draft.</summary>
[Requires(Operation.EditAgreement)]
public sealed class SectionModel(
    PortalDbContext db, SaveAgreementSection save, RestrictedViews views, SectionDrafts drafts, CurrentSchool school, Actor actor, TimeProvider clock)
    : PageModel, IShowAgain
{
    private IReadOnlyList<ContactChoice> people = [];

    public CurrentSchool School => school;

    [FromRoute]
    public int Number { get; set; }

    [FromRoute]
    public string SectionKey { get; set; } = "";

    public FormDefinition Form { get; private set; } = null!;

    public SectionDefinition Section { get; private set; } = null!;

    public AgreementState State { get; private set; }

    /// <summary>The form as <c>_SectionFields</c> draws it.</summary>
    public SectionForm Fields { get; private set; } = null!;

    /// <summary>The section as it is stored.</summary>
    public AgreementSection Saved { get; private set; } = null!;

    /// <summary>What was posted, or typed before and not saved; null on a page just opened.</summary>
    public SectionPost? Posted { get; private set; }

    /// <summary>The form as it was opened, or null when it was posted.</summary>
    public OpenedSection? Opened { get; private set; }

    /// <summary>What <c>_SectionPost</c> draws.</summary>
    public SectionEditing Editing => new(Fields, Saved, Posted, Opened?.Slip ?? drafts.SlipFor(actor, Saved, Request.Form));

    public string? SavedWhen => Saved.SavedAt is { } at ? $"Saved by {Saved.SavedBy}, {NewZealandTime.Show(at)}." : null;

    public string? NextAddress => Form.Sections.ElementAtOrDefault(Form.NumberOf(Section)) is { } next
        ? AgreementLinks.Section(school.Number, Number, next.Key)
        : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (State != AgreementState.Draft)
        {
            return Redirect(AgreementLinks.SectionText(school.Number, Number, SectionKey));
        }

        var answers = Saved.Answers();
        Opened = await drafts.OpenAsync(actor, Saved, Read, cancel);
        Posted = Opened.Typed;
        await DrawAsync(
            Posted?.Fields ?? SectionForm.Of(Section, answers, people) with { Warnings = FreeTextGuard.Warnings(Section, answers, clock.Today()) }, cancel);
        if (Section.WithoutRestricted()?.Fields.Count != Section.Fields.Count)
        {
            await views.RecordAsync(
                actor, [$"Read the restricted parts of \u201c{Section.Title}\u201d of agreement {Number}"], nameof(Agreement), Saved.AgreementId, school.Id, cancel);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        var post = await ShowPostedAsync(cancel);
        if (post.AsksForRows)
        {
            return Page();
        }

        ModelState.AddProblems(post.Problems());
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var answers = post.Answers();
        await save.HandleAsync(actor, school.Id, Number, SectionKey, answers, post.BasedOn, cancel);
        await drafts.ClearAsync(Request.Form, cancel);
        TempData["Done"] = $"\u201c{Section.Title}\u201d is saved";
        var looksOdd = FreeTextGuard.Warnings(Section, answers, clock.Today()).Count > 0 && !answers.Equals(Saved.Answers());
        return Redirect(
            looksOdd ? AgreementLinks.Section(school.Number, Number, SectionKey)
            : post.Deed != SectionPost.Later && NextAddress is { } next ? next
            : AgreementLinks.Overview(school.Number));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        // What somebody else saved in this very moment counts too.
        await LoadAsync(cancel);
        await ShowPostedAsync(cancel);
    }

    /// <summary>Shows what was posted as it was typed, beside what somebody saved meanwhile.</summary>
    private async Task<SectionPost> ShowPostedAsync(CancellationToken cancel)
    {
        Posted = Read(Request.Form);
        await DrawAsync(Posted.Fields, cancel);
        return Posted;
    }

    private SectionPost Read(IFormCollection form) => new(form, Section, Saved, people, clock.Today());

    private async Task DrawAsync(SectionForm form, CancellationToken cancel) => Fields = form with
    {
        Facts = Section.Fields.Any(f => f.Kind == FieldKind.Fact)
            ? await LiveFacts.OfAsync(db, school.Id, clock.Today(), emergency: true, cancel)
            : form.Facts,
    };

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var found = await db.AgreementsAt(school)
            .Where(a => a.Number == Number)
            .Select(a => new { a.State, a.FormVersion, a.TemplateId, Section = a.Sections.FirstOrDefault(s => s.Key == SectionKey) })
            .SingleOrDefaultAsync(cancel);
        if (found?.Section is null)
        {
            return false;
        }

        (State, Saved) = (found.State, found.Section);
        Form = (await db.TemplateAsync(AgreementContent.FormOf(found.FormVersion), found.TemplateId, cancel)).Form;
        Section = Form.Section(SectionKey)!;
        people = Section.Fields.Any(f => f.Kind == FieldKind.Contact)
            ? await ContactChoices.OfAsync(db, school.Id, clock.Today(), emergency: false, cancel)
            : [];
        return true;
    }
}
