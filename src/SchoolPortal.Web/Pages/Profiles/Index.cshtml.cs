using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>The years of a school's profile, and the button that opens this year's.</summary>
[Requires(Operation.ViewProfile)]
public sealed class IndexModel(PortalDbContext db, TimeProvider clock, CurrentSchool school, OpenProfile open) : PageModel, IShowAgain
{
    [BindProperty]
    public int Year { get; set; }

    public CurrentSchool School => school;

    public DateOnly Today { get; } = clock.Today();

    /// <summary>The year that is opened here: this one, and next year's as soon as this one's is there and December has come.</summary>
    public int YearToOpen => Profiles.Any(p => p.Year == Today.Year) ? ProfileYears.Newest(Today) : Today.Year;

    public DateOnly Due { get; private set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ProfileSummary> Profiles { get; private set; } = [];

    public bool MayOpen => school.May(Operation.OpenProfile) && Profiles.All(p => p.Year != YearToOpen);

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!school.May(Operation.OpenProfile))
        {
            return Forbid();
        }

        await open.HandleAsync(school.Id, Year, cancel);
        TempData["Done"] = $"The {Year} profile is open";
        TempData["Next"] = "Check each section and change what has changed. Several people may work on it at once.";
        return Redirect(ProfileLinks.Year(school.Number, Year));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Profiles = await ProfileSummary.ListAsync(db, school.Id, cancel);
        var terms = await db.SchoolTerms.AsNoTracking().Where(t => t.Year == YearToOpen).ToListAsync(cancel);
        Due = new SchoolCalendar(terms).ProfileDue(YearToOpen);
    }
}
