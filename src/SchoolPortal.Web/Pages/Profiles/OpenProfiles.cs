using System.Data.Common;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>
/// Opens the year's profile for every open school, when its time has come: the portal's own daily work. It goes by batches, each
/// a transaction of its own, so that it goes on where it stopped; of two nodes at once one opens a profile, and the other goes on with
/// the rest at its next round.
/// </summary>
public sealed class OpenProfiles(PortalDbContext db, TimeProvider clock)
{
    private const int Batch = 500;

    public async Task HandleAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        var calendar = new SchoolCalendar(await db.SchoolTerms.AsNoTracking().ToListAsync(cancel));
        if (ProfileYears.ToOpen(today, calendar) is not { } year)
        {
            return;
        }

        try
        {
            while (await OpenSomeAsync(year, calendar.ProfileDue(year), cancel))
            {
            }
        }
        catch (DbException broken) when (DatabaseRules.Sentence(broken) is { } sentence)
        {
            throw new ChangedMeanwhile(sentence);
        }
    }

    /// <summary>Opens those of the next schools. False when every school has its profile.</summary>
    private async Task<bool> OpenSomeAsync(int year, DateOnly due, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var schools = await NextAsync(year, cancel);
        var earlier = await EarlierAsync(schools, year, cancel);
        var form = (await db.CurrentTemplateAsync(FormDefinitions.SchoolProfile.Key, clock.Today(), cancel)).Form;
        var change = new Change(Actor.Portal, clock.UtcNow(), $"Opened the {year} profile");
        var profiles = schools.Select(school => OpenProfile.From(db, form, school, year, earlier.GetValueOrDefault(school), due, change)).ToList();
        await db.BulkInsertAsync(profiles, cancel);
        await db.BulkInsertAsync([.. profiles.SelectMany(profile => profile.Sections)], cancel);
        db.AuditEvents.AddRange(profiles.Select(profile => new AuditEvent(change, nameof(Profile), profile.Id, profile.SchoolId, changes: null)));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return schools.Count == Batch;
    }

    private Task<List<Guid>> NextAsync(int year, CancellationToken cancel) => db.Schools
        .Where(s => s.Status == SchoolStatus.Open && !db.Profiles.Any(p => p.SchoolId == s.Id && p.Year == year))
        .OrderBy(s => s.Number)
        .Select(s => s.Id)
        .Take(Batch)
        .ToListAsync(cancel);

    /// <summary>The newest earlier profile of each school that has one.</summary>
    private async Task<Dictionary<Guid, Profile>> EarlierAsync(List<Guid> schools, int year, CancellationToken cancel) =>
        (await db.Profiles.AsNoTracking().Include(p => p.Sections)
            .Where(p => schools.Contains(p.SchoolId) && p.Year < year
                && !db.Profiles.Any(later => later.SchoolId == p.SchoolId && later.Year > p.Year && later.Year < year))
            .ToListAsync(cancel))
        .ToDictionary(p => p.SchoolId);
}
