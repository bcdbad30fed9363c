using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Sends sections of a submitted profile back to the school, each with its reason.</summary>
public sealed class ReturnProfile(PortalDbContext db, TimeProvider clock, Actor actor)
{
    public async Task HandleAsync(
        CurrentSchool school, int year, IReadOnlyDictionary<string, string> reasons, Guid seen, CancellationToken cancel)
    {
        var profile = await db.Profiles.Include(p => p.Sections)
            .SingleAsync(p => p.SchoolId == school.Id && p.Year == year, cancel);
        var change = new Change(actor, clock.UtcNow(), $"Sent sections of the {year} profile back to the school");
        profile.MustBeAsSeen(seen);
        profile.Return(reasons, school.Roles, change);
        await db.SaveAsync(change, cancel);
    }
}
