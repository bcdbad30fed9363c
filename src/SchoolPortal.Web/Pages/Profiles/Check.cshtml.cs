using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Every answer on one page, to be checked before the principal submits, and to be read by both sides.</summary>
[Requires(Operation.ViewProfile)]
public sealed class CheckModel(
    PortalDbContext db, TimeProvider clock, Actor actor, CurrentSchool school, TakeProfileStep take, ProfileViews views) : PageModel, IShowAgain
{
    private readonly ProfileAccess access = new(actor, school.Place);

    [FromRoute]
    public int Year { get; set; }

    /// <summary>The profile's token when the page was opened.</summary>
    [BindProperty]
    public string? Token { get; set; }

    public CurrentSchool School => school;

    public ProfileReading Reading { get; private set; } = null!;

    /// <summary>What this person may read, section by section.</summary>
    public IReadOnlyList<SectionAnswers> Sections { get; private set; } = [];

    public bool HidesSomething => access.LeftOut(Reading.Profile.Form).Count > 0;

    /// <summary>The sections that hinder submitting.</summary>
    public IEnumerable<SectionDefinition> Open => Reading.Profile.Form.Sections.Where(section => !Reading.Sections[section.Key].IsDone);

    public bool Offers(ProfileStep step) =>
        ProfileLifecycle.Table.Offered(Reading.Profile.State, school.Roles).Any(row => row.Step == step);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        await views.RecordAsync(school, Reading.Profile.Id, Year, Sections.Select(shown => shown.Section), cancel);
        return Page();
    }

    /// <summary>The school hands the profile to Police.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!ProfileLifecycle.MayTake(ProfileStep.Submit, school.Roles))
        {
            return Forbid();
        }

        await take.HandleAsync(school, Year, ProfileStep.Submit, PostedToken.Read(Token), cancel);
        TempData["Done"] = $"The {Year} profile is submitted";
        TempData["Next"] = "The Lead Police Contact reads it next, and confirms it or sends sections back with reasons.";
        return Redirect(ProfileLinks.Year(school.Number, Year));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => LoadAsync(cancel);

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var reading = await ProfileReading.LoadAsync(db, school, Year, cancel);
        if (reading is null)
        {
            return false;
        }

        Reading = reading;
        var facts = await LiveFacts.OfAsync(db, school.Id, clock.Today(), school.May(Operation.ViewEmergencyContacts), cancel);
        Sections =
        [
            .. reading.Profile.Form.Sections.Select(access.Readable).OfType<SectionDefinition>()
                .Select(section => new SectionAnswers(section, access.Shown(reading.Profile.Form, reading.Sections[section.Key].Answers()))
                {
                    Facts = facts,
                    ChangeAddress = access.MayEdit(section) && reading.Profile.IsOpen
                        ? ProfileLinks.Section(school.Number, Year, section.Key)
                        : null,
                }),
        ];
        return true;
    }
}
