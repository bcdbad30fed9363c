using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Closes the profiles of past years; the portal's own daily work, so that nobody has to think of it.</summary>
public sealed class ArchiveProfiles(PortalDbContext db, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Archives every profile of a year that is over. Doing it again changes nothing.</summary>
    public async Task HandleAsync(CancellationToken cancel)
    {
        var year = clock.Today().Year;
        var change = new Change(Actor.Portal, clock.UtcNow(), "Archived the profile of a year that is over");
        while (await db.Profiles.Where(p => p.Year < year && p.State != ProfileState.Archived).OrderBy(p => p.Id).Take(Batch).ToListAsync(cancel) is { Count: > 0 } over)
        {
            over.ForEach(profile => profile.Archive(change));
            await db.SaveAsync(change, cancel);
            db.ChangeTracker.Clear();
        }
    }
}
