using SchoolPortal.Data;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Lays two years of a school's profile side by side, as far as their reader may read them.</summary>
public sealed class CompareProfileYears(PortalDbContext db, ReadProfileYears read, ProfileDocument document, CurrentSchool school)
{
    /// <summary>The comparison, or null when one of the years has no profile.</summary>
    /// <param name="profiles">The school's profiles.</param>
    /// <param name="from">The earlier year.</param>
    /// <param name="to">The later year.</param>
    /// <param name="cancel">Stops the queries.</param>
    public async Task<FormComparison?> HandleAsync(IReadOnlyList<ProfileSummary> profiles, int from, int to, CancellationToken cancel)
    {
        if (Find(profiles, from) is not { } earlier || Find(profiles, to) is not { } later)
        {
            return null;
        }

        var years = await read.HandleAsync([earlier, later], _ => true, cancel);
        return new FormComparison(years[0].Named, years[^1].Named, ProfileLinks.ComparedWord(school.Number, from, to));
    }

    /// <summary>The whole later year as the content of a Word file with the changes tracked; null when one of the years has no profile.</summary>
    public async Task<FormContent?> WriteAsync(int from, int to, CancellationToken cancel)
    {
        if (Find(await ProfileSummary.ListAsync(db, school.Id, cancel), from) is not { } earlier
            || await document.ToReadAsync(school, to, cancel) is not { } later)
        {
            return null;
        }

        // Facts are today's in either year, so none of them has changed.
        var before = (await read.HandleAsync([earlier], _ => true, cancel))[0].Named;
        return (before with { Record = before.Record with { Facts = later.Facts } }).TrackedIn(later, later.Date!.Value);
    }

    private static ProfileSummary? Find(IEnumerable<ProfileSummary> profiles, int year) => profiles.FirstOrDefault(profile => profile.Year == year);
}
