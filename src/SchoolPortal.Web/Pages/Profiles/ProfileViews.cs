using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Says which restricted sections of a profile Police read; the school's own people are not written down.</summary>
public sealed class ProfileViews(RestrictedViews views, Actor actor)
{
    /// <param name="school">The school.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="year">Its year.</param>
    /// <param name="shown">The sections shown, as this person reads them.</param>
    /// <param name="cancel">Cancels.</param>
    public Task RecordAsync(CurrentSchool school, Guid profileId, int year, IEnumerable<SectionDefinition> shown, CancellationToken cancel)
    {
        var told = shown
            .Where(section => new ProfileAccess(actor, school.Place).IsViewRecorded && ProfileAccess.HoldsRestricted(section))
            .Select(section => $"Viewed restricted parts of {section.Title} in the {year} profile");
        return views.RecordAsync(actor, [.. told], nameof(Profile), profileId, school.Id, cancel);
    }
}
