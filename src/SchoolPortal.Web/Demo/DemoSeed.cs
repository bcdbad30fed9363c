using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Demo;

/// <summary>
/// Sets up a demonstration among the real schools: people who can sign in, officers, contacts, and agreements and profiles in
/// every state. All of it or nothing; running it again changes nothing.
/// </summary>
internal sealed class DemoSeed(PortalDbContext db, TimeProvider clock, IPasswordHasher<PortalUser> hasher, ILookupNormalizer names)
{
    public async Task HandleAsync(CancellationToken cancel)
    {
        if (await db.People.AnyAsync(person => person.Email == DemoAccounts.Address("administrator"), cancel))
        {
            return;
        }

        var days = new DemoDays(clock.Today());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var area = await db.Areas.SingleAsync(area => area.Name == DemoSchools.Area, cancel);
        var district = await db.Districts.SingleAsync(district => district.Id == area.DistrictId, cancel);
        var local = await db.Schools.Where(school => school.Facts.TerritorialAuthority == DemoSchools.TerritorialArea).ToListAsync(cancel);
        var dozen = local.Where(school => DemoSchools.All.Contains(school.Number)).ToDictionary(school => school.Number);

        var people = DemoPeople.Add(new DemoAccounts(db, hasher, names), days, district, area, dozen);
        await db.SaveAsync(new Change(Actor.Portal, DemoDays.At(days.Beginning, "people"), "Set up the people of the demonstration"), cancel);

        var areas = await db.Areas.ToDictionaryAsync(a => a.Name, a => a.Id, StringComparer.Ordinal, cancel);
        var stations = DemoStation.AddAll(db, areas);
        foreach (var school in local)
        {
            school.SettlePlace(area, stations[DemoSchools.Station].Id, null);
        }

        await db.SaveAsync(new Change(DemoPeople.As(people.Supervisor), DemoDays.At(days.Beginning, "places"), "Entered the stations and settled the Police area"), cancel);
        await new DemoOfficers(db, days, people).HandleAsync(dozen, cancel);
        var contacts = await new DemoContacts(db, days, people).HandleAsync(dozen.Values, cancel);
        db.ChangeTracker.Clear();
        await new DemoTemplates(db, days, people).HandleAsync(cancel);
        await new DemoAgreements(db, days, people, dozen, contacts).HandleAsync(cancel);
        await new DemoProfiles(db, days, people, dozen, contacts).HandleAsync(cancel);
        await new DemoVisits(db, days, people).HandleAsync(dozen.Values, cancel);
        await new DemoInvitations(db, days, people, dozen).HandleAsync(cancel);
        await new DemoNotices(db, days, people, dozen).HandleAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
