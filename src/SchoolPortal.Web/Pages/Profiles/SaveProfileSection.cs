using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Saves one section of a profile.</summary>
public sealed class SaveProfileSection(PortalDbContext db, TimeProvider clock, Actor actor)
{
    /// <summary>Saves what was entered, unless somebody saved this section since the form was opened.</summary>
    /// <returns>Keys of the sections that are still to be done, in the order of the form.</returns>
    public async Task<IReadOnlyList<string>> HandleAsync(
        CurrentSchool school, int year, string key, SectionEntry entry, Guid basedOn, CancellationToken cancel, string? why = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var profile = await db.Profiles.Include(p => p.Sections)
                .SingleAsync(p => p.SchoolId == school.Id && p.Year == year, cancel);
            var form = db.ProfileForm(profile.FormVersion);
            var section = form.Section(key)!;
            new ProfileAccess(actor, school.Place).MustEdit(section);
            var what = profile.State == ProfileState.Confirmed ? "Amended" : "Saved";
            var change = new Change(actor, clock.UtcNow(), $"{what} section {form.NumberOf(section)}, {section.Title}, of the {year} profile", why);
            profile.SaveSection(form, key, entry, basedOn, school.Roles, change);
            try
            {
                await db.SaveAsync(change, cancel);
                return [.. profile.OpenSections(form).Select(open => open.Key)];
            }
            catch (ChangedMeanwhile) when (attempt < form.Sections.Count)
            {
                // Two sections saved at one moment meet only in the profile's count and state, which are worked out anew.
                // When it was this very section, its own check tells the person on the next turn.
                db.ChangeTracker.Clear();
            }
        }
    }
}
