using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>The numbers of a school's profile over all its years, each with a small chart.</summary>
[Requires(Operation.ViewProfile)]
public sealed class TrendsModel(PortalDbContext db, CurrentSchool school, ReadProfileYears read) : PageModel
{
    public CurrentSchool School => school;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ProfileSummary> Years { get; private set; } = [];

    public IReadOnlyList<TrendTable> Tables { get; private set; } = [];

    public static IReadOnlyList<Bar> BarsOf(TrendLine line) => [.. line.Points.Select(point => new Bar($"{point.Year}", point.Number))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var profiles = await ProfileSummary.ListAsync(db, school.Id, cancel);
        if (profiles.Count == 0)
        {
            return NotFound();
        }

        var years = await read.HandleAsync(profiles, ProfileTrends.HasNumbers, cancel);
        Years = [.. years.Select(year => year.Profile)];
        Tables = ProfileTrends.Of([.. years.Select(year => (year.Profile.Year, year.Record))]);
        return Page();
    }
}
