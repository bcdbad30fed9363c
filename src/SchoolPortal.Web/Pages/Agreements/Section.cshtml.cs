using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Changes one section of a draft.</summary>
[Requires(Operation.EditAgreement)]
public sealed class SectionModel(
    PortalDbContext db, SaveAgreementSection save, RestrictedViews views, CurrentSchool school, Actor actor, TimeProvider clock)
    : PageModel, IShowAgain
{
    /// <summary>Name of the hidden input that says that both texts were shown.</summary>
    public const string Settling = "settling";

    /// <summary>Name of the buttons, which say what comes after saving.</summary>
    public const string Then = "then";

    private AgreementSection stored = null!;
    private IReadOnlyList<ContactChoice> people = [];
    private SectionInput? posted;

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

    /// <summary>What another person saved meanwhile, beside what was typed here; null when nobody did.</summary>
    public SectionConflict? Conflict { get; private set; }

    /// <summary>What was chosen for a question that two people answered differently.</summary>
    public string? ChoiceOf(FieldDefinition field) =>
        Request.Form[Then].ToString() is SectionConflict.KeepMine or SectionConflict.KeepTheirs
            ? Request.Form[Then]
            : Request.Form[SectionConflict.ChoiceName(field)];

    /// <summary>The section's token when the form was opened.</summary>
    [BindProperty]
    public Guid BasedOn { get; set; }

    public string? SavedWhen => stored.SavedAt is { } at ? $"Saved by {stored.SavedBy}, {NewZealandTime.Show(at)}." : null;

    public string? NextAddress => Form.Sections.ElementAtOrDefault(Form.NumberOf(Section)) is { } next
        ? AgreementLinks.Section(school.Number, Number, next.Key)
        : null;

    // Before the form is judged: there must be something to judge it against.
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await LoadAsync(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (State != AgreementState.Draft)
        {
            return Redirect(AgreementLinks.SectionText(school.Number, Number, SectionKey));
        }

        BasedOn = stored.Token;
        var answers = stored.Answers();
        await DrawAsync(SectionForm.Of(Section, answers, people) with { Warnings = FreeTextGuard.Warnings(Section, answers, clock.Today()) }, cancel);
        if (Section.WithoutRestricted()?.Fields.Count != Section.Fields.Count)
        {
            await views.RecordAsync(
                actor, $"Read the restricted parts of \u201c{Section.Title}\u201d of agreement {Number}", nameof(Agreement), stored.AgreementId, school.Id, cancel);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancel)
    {
        var entered = Posted();
        if (PostedSection.MoreRowsFor(Request.Form, Section) is { } table)
        {
            await DrawAsync(Typed() with { MoreRowsFor = table }, cancel);
            return Page();
        }

        ModelState.AddProblems(entered.Problems);
        var answers = entered.Answers;
        if (IsSettling)
        {
            var both = BothTexts();
            ModelState.AddProblems(both.Undecided(ChoiceOf));
            answers = both.Settle(ChoiceOf);
        }

        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(cancel);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await save.HandleAsync(actor, school.Id, Number, SectionKey, answers, BasedOn, cancel);
        TempData["Done"] = $"\u201c{Section.Title}\u201d is saved";
        var looksOdd = FreeTextGuard.Warnings(Section, answers, clock.Today()).Count > 0 && !answers.Equals(stored.Answers());
        return Redirect(
            looksOdd ? AgreementLinks.Section(school.Number, Number, SectionKey)
            : then == "next" && NextAddress is { } next ? next
            : AgreementLinks.Overview(school.Number));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        // What somebody else saved in this very moment counts too.
        await LoadAsync(cancel);
        var isOutdated = State == AgreementState.Draft && BasedOn != stored.Token && Posted().CanBeSaved;
        if (isOutdated || IsSettling)
        {
            Conflict = BothTexts();
            BasedOn = stored.Token;
        }

        await DrawAsync(Typed(), cancel);
    }

    // Both texts were on the page from which this was posted, so the choices count.
    private bool IsSettling => Request.Form.ContainsKey(Settling);

    private SectionConflict BothTexts() =>
        new(Section, stored.Answers(), Posted().Answers, stored.SavedBy ?? "Somebody else", stored.Token);

    private SectionInput Posted() => posted ??= PostedSection.Read(Request.Form, Section, stored.Answers(), people, clock.Today());

    private SectionForm Typed() => new(Section, Posted().Typed) { People = PostedSection.WithStored(Section, stored.Answers(), people) };

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
            .Select(a => new { a.State, a.FormVersion, Section = a.Sections.FirstOrDefault(s => s.Key == SectionKey) })
            .SingleOrDefaultAsync(cancel);
        if (found?.Section is null)
        {
            return false;
        }

        (State, stored) = (found.State, found.Section);
        Form = AgreementContent.FormOf(found.FormVersion);
        Section = Form.Section(SectionKey)!;
        people = Section.Fields.Any(f => f.Kind == FieldKind.Contact)
            ? await ContactChoices.OfAsync(db, school.Id, clock.Today(), emergency: false, cancel)
            : [];
        return true;
    }
}
