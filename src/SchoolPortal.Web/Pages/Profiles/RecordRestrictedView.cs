using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>
/// Writes down that Police read restricted parts of a profile (domain §14.2): once a day for each reader and section.
/// The one thing that a GET writes, because being looked at is what must be told; nothing else is changed by it.
/// </summary>
public sealed class RecordRestrictedView(PortalDbContext db, TimeProvider clock, Actor actor)
{
    /// <param name="school">The school.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="year">Its year.</param>
    /// <param name="shown">The sections shown, as this person reads them.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task HandleAsync(
        CurrentSchool school, Guid profileId, int year, IEnumerable<SectionDefinition> shown, CancellationToken cancel)
    {
        if (!new ProfileAccess(actor, school.Place).IsViewRecorded)
        {
            return;
        }

        var now = clock.UtcNow();
        var since = NewZealandTime.StartOf(NewZealandTime.DayOf(now));
        var told = await db.AuditEvents.AsNoTracking()
            .Where(e => e.PersonId == actor.PersonId && e.At >= since && e.Subject == nameof(Profile) && e.SubjectId == profileId)
            .Select(e => e.What)
            .ToListAsync(cancel);
        var untold = shown.Where(ProfileAccess.HoldsRestricted)
            .Select(section => $"Viewed restricted parts of {section.Title} in the {year} profile")
            .Except(told)
            .Select(what => new Change(actor, now, what))
            .ToList();
        if (untold.Count > 0)
        {
            db.AuditEvents.AddRange(untold.Select(view => new AuditEvent(view, nameof(Profile), profileId, school.Id, changes: null)));
            await db.SaveAsync(untold[0], cancel);
        }
    }
}
