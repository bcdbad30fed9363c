using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>
/// Keeps each profile as it stood when it was due; the profile itself lives on. The portal's own daily work, by batches: it goes
/// on where it stopped, and two nodes at once keep each profile once.
/// </summary>
public sealed class TakeSnapshots(PortalDbContext db, TimeProvider clock)
{
    private const int Batch = 200;

    public async Task HandleAsync(CancellationToken cancel)
    {
        while (await NextAsync(clock.Today(), cancel) is { Count: > 0 } profiles)
        {
            var change = new Change(Actor.Portal, clock.UtcNow(), "Kept the profile as it stood when it was due");
            db.ProfileSnapshots.AddRange(profiles.Select(profile => new ProfileSnapshot(profile, change.At)));
            try
            {
                await db.SaveAsync(change, cancel);
            }
            catch (ChangedMeanwhile)
            {
                // Another node took some of these in this moment. The next batch is asked for anew.
            }

            db.ChangeTracker.Clear();
        }
    }

    private Task<List<Profile>> NextAsync(DateOnly today, CancellationToken cancel)
    {
        var earliest = today.AddDays(-ProfileSnapshot.DaysToTake);
        return db.Profiles.AsNoTracking().Include(p => p.Sections)
            .Where(p => p.DueOn < today && p.DueOn >= earliest && p.OpenedOn <= p.DueOn && !db.ProfileSnapshots.Any(s => s.ProfileId == p.Id))
            .OrderBy(p => p.Id)
            .Take(Batch)
            .ToListAsync(cancel);
    }
}
