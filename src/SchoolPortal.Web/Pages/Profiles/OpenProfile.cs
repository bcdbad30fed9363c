using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Opens a year's profile of one school by hand, filled in from the newest earlier one, every section to be checked.</summary>
public sealed class OpenProfile(PortalDbContext db, TimeProvider clock, Actor actor)
{
    public async Task HandleAsync(Guid schoolId, int year, CancellationToken cancel)
    {
        var today = clock.Today();
        if (year != today.Year && year != ProfileYears.Newest(today))
        {
            throw new RuleBroken("", $"Only the profile of {today.Year} can be opened now");
        }

        var earlier = await db.Profiles.AsNoTracking().Include(p => p.Sections)
            .Where(p => p.SchoolId == schoolId && p.Year < year)
            .OrderByDescending(p => p.Year)
            .FirstOrDefaultAsync(cancel);
        var terms = await db.SchoolTerms.AsNoTracking().Where(t => t.Year == year).ToListAsync(cancel);
        var form = (await db.CurrentTemplateAsync(FormDefinitions.SchoolProfile.Key, today, cancel)).Form;
        var change = new Change(actor, clock.UtcNow(), $"Opened the {year} profile");
        db.Profiles.Add(From(db, form, schoolId, year, earlier, new SchoolCalendar(terms).ProfileDue(year), change));
        await db.SaveAsync(change, cancel);
    }

    /// <summary>A school's profile of a year, filled in from an earlier one, or from what the form starts with.</summary>
    internal static Profile From(
        PortalDbContext db, FormDefinition form, Guid schoolId, int year, Profile? earlier, DateOnly due, Change change) =>
        new(schoolId, year, form, earlier is null ? CarriedAnswers.AsTheyAre(form.StartingAnswers()) : db.CarryProfile(earlier.Answers(), earlier.FormVersion, form.Version), due, change);
}
