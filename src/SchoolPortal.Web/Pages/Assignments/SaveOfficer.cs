using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Adds an officer to the register or corrects one, and ties them to the account with the same address.</summary>
public sealed class SaveOfficer(PortalDbContext db, AreaKeeping keeping, PoliceAddress addresses, TimeProvider clock)
{
    /// <summary>Refuses an address that is not of Police (setting <c>Police:EmailDomains</c>) or another officer's, and a station in an area where the actor assigns nobody.</summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="officerId">The officer, or null for a new one.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <returns>The officer's id.</returns>
    public async Task<Guid> HandleAsync(Actor actor, Guid? officerId, OfficerDetails typed, CancellationToken cancel)
    {
        var email = typed.Email.Trim().ToLowerInvariant();
        addresses.MustBeOfPolice(email);
        var station = await db.Stations.SingleOrDefaultAsync(s => s.Id == typed.StationId, cancel)
            ?? throw new RuleBroken("StationId", "Choose a station from the list");
        await MustKeepAsync(actor, station.AreaId, "StationId", cancel);
        if (await db.Officers.AnyAsync(o => o.Email == email && o.Id != officerId, cancel))
        {
            throw new RuleBroken("Email", "Another officer has this email address; look for them in the register");
        }

        var personId = await db.People.Where(p => p.Email == email).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancel);
        var officer = officerId is null ? null : await db.Officers.SingleAsync(o => o.Id == officerId, cancel);
        if (officer is null)
        {
            officer = new Officer(typed.Name, typed.Rank, station, email, typed.Phone, typed.ActiveFrom, personId);
            db.Officers.Add(officer);
        }
        else
        {
            await MustKeepAsync(actor, officer.Station.AreaId, "", cancel);
            officer.Change(typed.Name, typed.Rank, station, email, typed.Phone, personId);
        }

        MustStaySworn(officer, await LeadingAsync(officer.Id, cancel));
        await SetLastDayAsync(officer, typed.ActiveTo, cancel);
        var what = officerId is null ? $"Added {officer.Name} to the register of officers" : $"Changed the details of {officer.Name}";
        await db.SaveAsync(new Change(actor, clock.UtcNow(), what), cancel);
        return officer.Id;
    }

    private async Task MustKeepAsync(Actor actor, Guid areaId, string field, CancellationToken cancel)
    {
        if (!await keeping.KeepsAsync(actor, areaId, cancel))
        {
            throw new RuleBroken(field, "You keep the officers of your own area or district; ask the supervisor of that area");
        }
    }

    private Task<int> LeadingAsync(Guid officerId, CancellationToken cancel)
    {
        var today = clock.Today();
        return db.OfficerAssignments.CountAsync(
            a => a.OfficerId == officerId && a.Kind != AssignmentKind.SchoolCommunityOfficer && (a.To == null || (a.To >= today && a.To >= a.From)), cancel);
    }

    private static void MustStaySworn(Officer officer, int leading)
    {
        if (leading > 0 && !officer.IsSworn)
        {
            throw new RuleBroken("Rank", $"{officer.Name} is Lead Police Contact or relief at {leading} {(leading == 1 ? "school" : "schools")}, and must be sworn; hand the schools over first");
        }
    }

    private async Task SetLastDayAsync(Officer officer, DateOnly? lastDay, CancellationToken cancel)
    {
        if (lastDay is not { } day)
        {
            officer.Stay();
            return;
        }

        var held = await db.OfficerAssignments.CountAsync(a => a.OfficerId == officer.Id && (a.To == null || (a.To > day && a.To >= a.From)), cancel);
        if (held > 0)
        {
            throw new RuleBroken("ActiveTo", $"{officer.Name} still holds {held} {(held == 1 ? "duty" : "duties")} after that day; end or hand them over first");
        }

        officer.Leave(day);
    }
}

/// <summary>What is known of an officer; see <see cref="Officer.Change"/>.</summary>
public sealed record OfficerDetails(string Name, Rank Rank, Guid StationId, string Email, string? Phone, DateOnly ActiveFrom, DateOnly? ActiveTo);
