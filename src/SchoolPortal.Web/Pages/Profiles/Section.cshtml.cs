using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>One section: filled in by who keeps it while the profile is open, read by the others who may.</summary>
[Requires(Operation.ViewProfile)]
public sealed class SectionModel(
    PortalDbContext db, TimeProvider clock, Actor actor, CurrentSchool school, SaveProfileSection save, RecordRestrictedView record) : PageModel, IShowAgain
{
    /// <summary>Saves and goes to the list of sections, gaps or no gaps.</summary>
    public const string Later = "later";

    /// <summary>Last year's answers still hold.</summary>
    public const string Unchanged = "unchanged";

    /// <summary>There is nothing to report.</summary>
    public const string Nothing = "nothing";

    private readonly ProfileAccess access = new(actor, school.Place);

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string SectionKey { get; set; } = "";

    /// <summary>The section's token when the form was opened.</summary>
    [BindProperty]
    public Guid Token { get; set; }

    /// <summary>The token of the other person's text that was shown beside this one's.</summary>
    [BindProperty]
    public Guid? Seen { get; set; }

    /// <summary>Which button was pressed; nothing for "Save and continue".</summary>
    [BindProperty]
    public string? Deed { get; set; }

    public CurrentSchool School => school;

    public DateOnly Today { get; } = clock.Today();

    public SectionView View { get; private set; } = null!;

    /// <summary>The fields, or null when the section is only to be read.</summary>
    public SectionForm? Fields { get; private set; }

    /// <summary>Somebody else's text beside this person's, or null.</summary>
    public SectionConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } refused)
        {
            return refused;
        }

        Fields = access.MayEdit(View.Section) && View.Profile.IsOpen ? View.ToForm(Today) : null;
        await record.HandleAsync(school, View.Profile.Id, Year, [View.Section], cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } refused)
        {
            return refused;
        }

        if (!access.MayEdit(View.Section))
        {
            return Forbid();
        }

        var typed = ReadTyped();
        ShowTyped(typed);
        if (PostedSection.MoreRowsFor(Request.Form, View.Section) is { } table)
        {
            Fields = Fields! with { MoreRowsFor = table };
            return Page();
        }

        var entry = EntryOf(typed);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var open = await save.HandleAsync(school, Year, SectionKey, entry, Seen ?? Token, cancel);
        return Saved(entry, open);
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        ShowTyped(ReadTyped());
    }

    /// <summary>What was chosen for a question that two people answered differently.</summary>
    public string? ChoiceOf(FieldDefinition field) =>
        Deed is SectionConflict.KeepMine or SectionConflict.KeepTheirs ? Deed : Request.Form[SectionConflict.ChoiceName(field)];

    private async Task<IActionResult?> LoadAsync(CancellationToken cancel)
    {
        var found = await SectionView.LoadAsync(db, school, access, Year, SectionKey, Today, cancel);
        if (found is null)
        {
            return NotFound();
        }

        View = found;
        return access.MayRead(found.Section) ? null : Forbid();
    }

    private SectionInput ReadTyped() => PostedSection.Read(Request.Form, View.Section, View.Stored, View.People, Today);

    private void ShowTyped(SectionInput typed)
    {
        Fields = View.ToForm(typed);
        Conflict = Token == View.Saved.Token
            ? null
            : new SectionConflict(View.Section, View.Stored, typed.Answers, View.Saved.SavedBy ?? "Somebody else", View.Saved.Token);
    }

    /// <summary>What is to be saved; what hinders it goes into the model state.</summary>
    private SectionEntry EntryOf(SectionInput typed)
    {
        ModelState.AddProblems(typed.Problems);
        if (Conflict is null && Deed is Unchanged or Nothing && !typed.Answers.Equals(View.Stored.Of(View.Section)))
        {
            ModelState.AddModelError("", "You have changed answers on this page. Choose “Save and continue” to keep them.");
        }
        else if (Deed == Unchanged)
        {
            ModelState.AddProblems(SectionCheck.Missing(View.Section, typed.Answers));
        }

        var answers = typed.Answers;
        if (Conflict is not null && Seen == Conflict.TheirToken)
        {
            foreach (var field in Conflict.Undecided(ChoiceOf))
            {
                ModelState.AddModelError(SectionConflict.ChoiceName(field), $"Choose which answer to keep for “{field.Label}”.");
            }

            answers = Conflict.Settle(ChoiceOf);
        }

        return new SectionEntry(View.Stored.WithSection(View.Section, answers), Deed == Nothing);
    }

    private RedirectResult Saved(SectionEntry entry, IReadOnlyList<string> open)
    {
        var gaps = entry.NothingToReport ? 0 : SectionCheck.Missing(View.Section, entry.Answers).Count;
        var warnings = entry.NothingToReport ? 0 : FreeTextGuard.Warnings(View.Section, entry.Answers, Today).Count;
        var all = View.Profile.Form.Sections;
        TempData["Done"] = $"{View.Section.Title} is saved";
        TempData["Next"] = gaps > 0 ? $"Questions still to answer here: {gaps}."
            : warnings > 0 ? "Look again at what is marked below."
            : open.Count == 0 ? "Every section is done. The principal can submit the profile."
            : $"{all.Count - open.Count} of {all.Count} sections are done.";
        if (Deed != Later && gaps + warnings > 0)
        {
            return Redirect(ProfileLinks.Section(school.Number, Year, SectionKey));
        }

        var mine = all.Where(section => open.Contains(section.Key) && access.MayEdit(section)).ToList();
        var next = mine.Find(section => View.Profile.Form.NumberOf(section) > View.Number) ?? mine.FirstOrDefault();
        return Redirect(Deed == Later || next is null
            ? ProfileLinks.Year(school.Number, Year)
            : ProfileLinks.Section(school.Number, Year, next.Key));
    }
}
