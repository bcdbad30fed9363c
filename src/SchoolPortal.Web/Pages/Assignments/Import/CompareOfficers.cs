using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Contacts;

namespace SchoolPortal.Web.Pages.Assignments.Import;

/// <summary>Compares a file of officers with the register. An officer is known by their work email address.</summary>
public sealed class CompareOfficers(PortalDbContext db, PoliceAddress addresses, TimeProvider clock)
{
    private static readonly Dictionary<string, Rank> Ranks = Enum.GetValues<Rank>().ToDictionary(rank => Folded.Of(Words.Of(rank)), StringComparer.Ordinal);

    /// <exception cref="NotADirectoryException">The file is no list of officers.</exception>
    public async Task<RegisterProposal> HandleAsync(byte[] bytes, CancellationToken cancel)
    {
        var file = RegisterFile.Read(bytes, OfficerColumns.Read, ["Name", "Rank", "Station", "Email address"], "a list of officers");
        var today = clock.Today();
        var stations = (await db.Stations.ToListAsync(cancel)).ToLookup(station => station.SortName);
        var areas = await db.Areas.AsNoTracking().ToDictionaryAsync(area => area.Id, area => area.Name, cancel);
        var known = await db.Officers.ToDictionaryAsync(officer => officer.Email, StringComparer.Ordinal, cancel);
        var people = await db.People.AsNoTracking().ToDictionaryAsync(person => person.Email, person => (Guid?)person.Id, StringComparer.OrdinalIgnoreCase, cancel);
        var duties = (await db.OfficerAssignments.AsNoTracking()
            .Where(duty => duty.To == null || (duty.To >= today && duty.To >= duty.From))
            .Select(duty => new HeldNow(duty.OfficerId, duty.Kind, duty.To))
            .ToListAsync(cancel)).ToLookup(duty => duty.OfficerId);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);

        return RegisterComparison.Of(file, row =>
        {
            var email = row.Needed("Email address").ToLowerInvariant();
            RowReader.Rule("Email address", () => addresses.MustBeOfPolice(email));
            if (!seen.TryAdd(email, row.Line))
            {
                throw new CellFault("Email address", $"{email} stands already on line {seen[email]}.");
            }

            var officer = known.GetValueOrDefault(email);
            var read = new Read(
                row.Needed("Name"),
                Ranks.TryGetValue(Folded.Of(row.Needed("Rank")), out var rank) ? rank : throw new CellFault("Rank", $"\u201c{row.Text("Rank")}\u201d is no rank known here."),
                StationOf(row, stations, areas),
                RowReader.Rule("Phone", () => ContactDetails.ReadPhone("Phone", row.Text("Phone", officer?.Phone))),
                row.Day("First day", officer?.ActiveFrom, today) ?? officer?.ActiveFrom ?? today,
                row.Day("Last day", officer?.ActiveTo, today));
            MustFit(read, officer, officer is null ? [] : [.. duties[officer.Id]]);
            var changes = RegisterComparison.Differing(officer is null ? null : Told(email, Kept(officer), areas), Told(email, read, areas));
            return changes.Count == 0 ? null : new RegisterChange(row.Line, officer?.Id, read.Name, changes, () => Do(officer, email, read, people.GetValueOrDefault(email)));
        });
    }

    private static Station StationOf(RowReader row, ILookup<string, Station> stations, Dictionary<Guid, string> areas)
    {
        var asked = row.Needed("Station");
        var found = stations[Folded.Of(asked)].Where(station => row.Text("Area") is not { } area || Folded.Of(areas[station.AreaId]) == Folded.Of(area)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new CellFault("Station", $"There is no station \u201c{asked}\u201d{(row.Text("Area") is { } area ? $" in {area}" : "")} in the register. Add it first."),
            _ => throw new CellFault("Station", $"There are several stations named \u201c{asked}\u201d. Say which area in a column Area."),
        };
    }

    private static void MustFit(Read read, Officer? officer, IReadOnlyList<HeldNow> held)
    {
        if (read.Name.Length > 100)
        {
            throw new CellFault("Name", "The name must be 100 characters or fewer.");
        }

        if (read.LastDay < read.FirstDay)
        {
            throw new CellFault("Last day", "The last day lies before the first day.");
        }

        if (officer is not null && read.FirstDay != officer.ActiveFrom)
        {
            throw new CellFault("First day", $"The first day of an officer in the register stays {NewZealandTime.Show(officer.ActiveFrom)}.");
        }

        var leading = held.Count(duty => duty.Kind is AssignmentKind.LeadPoliceContact or AssignmentKind.ReliefLeadPoliceContact);
        if (leading > 0 && (read.Rank is Rank.AuthorisedOfficer or Rank.Employee))
        {
            throw new CellFault("Rank", $"{read.Name} is Lead Police Contact or relief at {leading} {(leading == 1 ? "school" : "schools")}, and must be sworn. Hand the schools over first.");
        }

        if (read.LastDay is { } last && held.Count(duty => duty.To is null || duty.To > last) is > 0 and var after)
        {
            throw new CellFault("Last day", $"{read.Name} still holds {after} {(after == 1 ? "duty" : "duties")} after that day. End or hand them over first.");
        }
    }

    private void Do(Officer? officer, string email, Read read, Guid? personId)
    {
        if (officer is null)
        {
            officer = new Officer(read.Name, read.Rank, read.Station, email, read.Phone, read.FirstDay, personId);
            db.Officers.Add(officer);
        }
        else
        {
            officer.Change(read.Name, read.Rank, read.Station, email, read.Phone, personId);
        }

        if (read.LastDay is { } last)
        {
            officer.Leave(last);
        }
        else
        {
            officer.Stay();
        }
    }

    private static Read Kept(Officer officer) => new(officer.Name, officer.Rank, officer.Station, officer.Phone, officer.ActiveFrom, officer.ActiveTo);

    private static IReadOnlyList<(string Field, string? Value)> Told(string email, Read officer, Dictionary<Guid, string> areas) =>
    [
        ("Name", officer.Name),
        ("Rank", Words.Of(officer.Rank)),
        ("Station", officer.Station.Name),
        ("Area", areas[officer.Station.AreaId]),
        ("Email address", email),
        ("Phone", officer.Phone is { } phone ? PhoneText.Show(phone) : null),
        ("First day", NewZealandTime.Show(officer.FirstDay)),
        ("Last day", officer.LastDay is { } last ? NewZealandTime.Show(last) : null),
    ];

    private sealed record Read(string Name, Rank Rank, Station Station, string? Phone, DateOnly FirstDay, DateOnly? LastDay);

    private sealed record HeldNow(Guid OfficerId, AssignmentKind Kind, DateOnly? To);
}
