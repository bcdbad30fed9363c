using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Says at one press that a section which falls stale after each term is still right.</summary>
public sealed class ReconfirmSection(PortalDbContext db, TimeProvider clock, Actor actor)
{
    /// <param name="school">The school.</param>
    /// <param name="year">The year.</param>
    /// <param name="key">The section's key.</param>
    /// <param name="seen">The section's token on the page where the button was pressed: what was changed since is looked at first.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task HandleAsync(CurrentSchool school, int year, string key, Guid seen, CancellationToken cancel)
    {
        var profile = await db.Profiles.Include(p => p.Sections).SingleAsync(p => p.SchoolId == school.Id && p.Year == year, cancel);
        var form = db.ProfileForm(profile.FormVersion);
        if (form.Section(key) is not { } section)
        {
            throw new RuleBroken("", "Choose one of the sections on this page");
        }

        new ProfileAccess(actor, school.Place).MustEdit(section);
        if (profile.Sections.Single(s => s.Key == key).Token != seen)
        {
            throw new ChangedMeanwhile($"Somebody changed {section.Title} after you opened the page. Look at what it says now, then confirm it.");
        }

        var change = new Change(actor, clock.UtcNow(), $"Confirmed that section {form.NumberOf(section)}, {section.Title}, of the {year} profile is still right");
        profile.Reconfirm(form, key, school.Roles, change);
        await db.SaveAsync(change, cancel);
    }
}
