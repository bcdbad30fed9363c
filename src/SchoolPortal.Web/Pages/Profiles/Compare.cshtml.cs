using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Two years of a school's profile, question by question with the words marked.</summary>
[Requires(Operation.ViewProfile)]
public sealed class CompareModel(PortalDbContext db, Actor actor, CurrentSchool school, CompareProfileYears compare) : PageModel
{
    private List<ProfileSummary> profiles = [];

    public CurrentSchool School => school;

    /// <summary>The earlier year; without one, the newest before the later.</summary>
    [FromQuery]
    public int? From { get; set; }

    /// <summary>The later year; without one, the newest.</summary>
    [FromQuery]
    public int? To { get; set; }

    /// <summary>The years to choose from, newest first.</summary>
    public IEnumerable<FieldOption> Years =>
        profiles.Select(profile => new FieldOption($"{profile.Year}", $"{profile.Year}, {Words.Of(profile.State)}"));

    /// <summary>Null while there is but one year.</summary>
    public FormComparison? Comparison { get; private set; }

    /// <summary>The later year, while sections of it still say what the year before said.</summary>
    public ProfileSummary? Unfinished =>
        profiles.Find(profile => profile.Year == To && profile.IsOpen && profile.SectionsDone < profile.Form.Sections.Count);

    public bool HidesSomething => new ProfileAccess(actor, school.Place).LeftOut(profiles[0].Form).Count > 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        profiles = await ProfileSummary.ListAsync(db, school.Id, cancel);
        if (profiles.Count == 0)
        {
            return NotFound();
        }

        To ??= profiles[0].Year;
        From ??= profiles.Find(profile => profile.Year < To)?.Year;
        if (profiles.Count == 1 && From is null && To == profiles[0].Year)
        {
            return Page();
        }

        if (From > To)
        {
            (From, To) = (To, From);
        }

        Comparison = From is { } from ? await compare.HandleAsync(profiles, from, To!.Value, cancel) : null;
        return Comparison is null ? NotFound() : Page();
    }
}
