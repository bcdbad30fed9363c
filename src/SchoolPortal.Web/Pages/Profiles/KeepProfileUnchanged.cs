using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Says at one press that last year's answers still hold in every section that is complete as it was filled in from them.</summary>
public sealed class KeepProfileUnchanged(PortalDbContext db, TimeProvider clock, Actor actor)
{
    /// <summary>What is settled by it, and what still asks for a look of its own, in the order of the form.</summary>
    public async Task<(IReadOnlyList<SectionDefinition> Kept, IReadOnlyList<SectionDefinition> Left)> HandleAsync(
        CurrentSchool school, int year, Guid seen, CancellationToken cancel)
    {
        var profile = await db.Profiles.Include(p => p.Sections).SingleAsync(p => p.SchoolId == school.Id && p.Year == year, cancel);
        var form = db.ProfileForm(profile.FormVersion);
        var access = new ProfileAccess(actor, school.Place);
        var change = new Change(actor, clock.UtcNow(), $"Kept sections of the {year} profile as they were last year");
        profile.MustBeAsSeen(seen);
        var kept = profile.KeepUnchanged(form, access.MayEdit, school.Roles, change);
        await db.SaveAsync(change, cancel);
        return (kept, [.. profile.OpenSections(form).Where(access.MayEdit)]);
    }
}
