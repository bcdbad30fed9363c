using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;

namespace SchoolPortal.Web.Pages.FormVersions;

/// <summary>
/// Has the profiles in the making asked the version in use. Part of the daily round and rung for when a version is published;
/// may run again, on any node: what has moved is not looked at again.
/// </summary>
public sealed class MoveProfiles(PortalDbContext db, TimeProvider clock)
{
    private const int AtOnce = 50;
    private const int MostRefused = 5;

    /// <summary>Moves them, some at a time, each lot in a save of its own.</summary>
    public async Task HandleAsync(CancellationToken cancel)
    {
        var form = await db.FormInUseAsync(FormDefinitions.SchoolProfile.Key, cancel);
        var refused = 0;
        while (await db.Profiles.Include(p => p.Sections).Behind(form).OrderBy(p => p.Id).Take(AtOnce).ToListAsync(cancel) is { Count: > 0 } behind)
        {
            foreach (var profile in behind)
            {
                foreach (var step in db.ProfileWay(profile.FormVersion, form.Version).ToList())
                {
                    profile.TakeForm(step);
                }
            }

            try
            {
                await db.SaveAsync(new Change(Actor.Portal, clock.UtcNow(), $"Brought the profile to version {form.Version} of its questions"), cancel);
                refused = 0;
            }
            catch (ChangedMeanwhile) when (++refused < MostRefused)
            {
                // A section of these was saved, or another node moved them, in this moment. They are asked for anew.
            }

            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>Which profiles follow a new version.</summary>
internal static class ProfilesInTheMaking
{
    /// <summary>Those in the making that are pinned to an earlier version than this.</summary>
    public static IQueryable<Profile> Behind(this IQueryable<Profile> profiles, FormDefinition form) =>
        profiles.Where(p => ProfileLifecycle.InTheMaking.Contains(p.State) && p.FormVersion < form.Version);
}
