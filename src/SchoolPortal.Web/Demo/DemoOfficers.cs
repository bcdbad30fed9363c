using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Demo;

/// <summary>Officers across the country and the schools they are named for: most schools have somebody, many have nobody.</summary>
internal sealed class DemoOfficers(PortalDbContext db, DemoDays days, DemoPeople people)
{
    private const int PercentWithLeadPolice = 56;
    private const int PercentWithCommunityOfficer = 31;

    /// <summary>Writes officers and their duties.</summary>
    public async Task HandleAsync(IReadOnlyDictionary<int, School> dozen, CancellationToken cancel)
    {
        var stations = await db.Stations.ToDictionaryAsync(station => station.Name, StringComparer.Ordinal, cancel);
        var home = stations[DemoSchools.Station];
        var lead = Add("Lead Police Contact", Rank.SeniorConstable, home, people.LeadPolice);
        var community = Add("School Community Officer", Rank.Constable, home, people.CommunityOfficer);
        var employee = Add("School liaison adviser", Rank.Employee, home);
        var before = Add("School officer before", Rank.Sergeant, home);
        var officers = DemoStation.All.ToDictionary(
            station => station,
            station => (
                Lead: Add("School officer", new DemoDice(station.Town.Length).Pick(station.Town, Ranks), stations[station.Town]),
                Community: Add("School Community Officer", Rank.Constable, stations[station.Town])));
        await db.SaveAsync(new Change(DemoPeople.As(people.National), DemoDays.At(days.Beginning, "officers"), "Entered the officers who work with schools"), cancel);

        var relief = officers[DemoStation.All.Single(station => station.Town == "Māngere")].Lead;
        foreach (var school in dozen.Values)
        {
            db.OfficerAssignments.AddRange(DutiesOfDozen(school, lead, community, employee, before, relief));
        }

        await db.SaveAsync(new Change(DemoPeople.As(people.Supervisor), DemoDays.At(days.Ago(420), "duties"), "Assigned officers to the schools of the area"), cancel);
        before.Leave(days.Ago(400));
        await db.SaveAsync(new Change(DemoPeople.As(people.Supervisor), DemoDays.At(days.Ago(400), "leave"), "Noted that the officer no longer works with schools"), cancel);
        await AssignTheRestAsync(dozen, officers, cancel);
        await new DemoLeave(db, days, people).HandleAsync(lead, relief, officers.ToDictionary(each => each.Key.Town, each => each.Value.Lead, StringComparer.Ordinal), cancel);
    }

    private static readonly Rank[] Ranks = [Rank.Constable, Rank.SeniorConstable, Rank.SeniorConstable, Rank.Sergeant];

    private Officer Add(string name, Rank rank, Station station, Person? account = null)
    {
        var address = account?.Email ?? DemoAccounts.Address(Folded.Of($"{name} {station.Name}").Replace(' ', '.'));
        var phone = $"+6495550{100 + new DemoDice(station.Name.Length).Roll(name + station.Name, 100)}";
        var officer = new Officer(name, rank, station, address, phone, days.Beginning, account?.Id);
        db.Officers.Add(officer);
        return officer;
    }

    /// <summary>One of each thing that can happen to a duty, in the dozen schools.</summary>
    private IEnumerable<OfficerAssignment> DutiesOfDozen(School school, Officer lead, Officer community, Officer employee, Officer before, Officer relief)
    {
        var leads = new List<OfficerAssignment>();
        switch (school.Number)
        {
            case DemoSchools.NgaIwi:
                // The duty ended and nobody follows: a gap to fill.
                leads.Add(Assign(school, AssignmentKind.LeadPoliceContact, leads, before, days.Beginning));
                leads[0].End(days.Ago(400));
                break;
            case DemoSchools.Fairburn:
                leads.Add(Assign(school, AssignmentKind.LeadPoliceContact, leads, before, days.Beginning));
                leads.Add(Assign(school, AssignmentKind.LeadPoliceContact, leads, lead, days.Ago(420), "The school likes a call before a visit. Gate on the street side is locked from 9am."));
                break;
            case DemoSchools.JeanBatten:
                leads.Add(Assign(school, AssignmentKind.LeadPoliceContact, leads, lead, days.Beginning));
                leads.Add(Assign(school, AssignmentKind.LeadPoliceContact, leads, relief, days.Today.AddDays(30), "Takes over with the new month."));
                break;
            default:
                leads.Add(Assign(school, AssignmentKind.LeadPoliceContact, leads, lead, days.Beginning));
                break;
        }

        foreach (var duty in leads)
        {
            yield return duty;
        }

        if (school.Number == DemoSchools.Otahuhu)
        {
            var stand = Assign(school, AssignmentKind.ReliefLeadPoliceContact, [], relief, days.Ago(4));
            stand.End(days.Today.AddDays(10));
            yield return stand;
        }

        if (school.Number is not (DemoSchools.NgaIwi or DemoSchools.Kings))
        {
            yield return Assign(school, AssignmentKind.SchoolCommunityOfficer, [], school.Number == DemoSchools.MtRichmond ? employee : community, days.Beginning);
        }
    }

    /// <summary>Every other open school, by its nearest station; written in bulk, each with its line of history.</summary>
    private async Task AssignTheRestAsync(
        IReadOnlyDictionary<int, School> dozen, Dictionary<DemoStation, (Officer Lead, Officer Community)> officers, CancellationToken cancel)
    {
        var schools = await db.Schools.AsNoTracking()
            .Where(school => school.Status == SchoolStatus.Open && school.Facts.Latitude != null && school.Facts.Longitude != null)
            .Select(school => new { school.Id, school.Number, Point = new GeoPoint(school.Facts.Latitude!.Value, school.Facts.Longitude!.Value) })
            .ToListAsync(cancel);
        var duties = new List<OfficerAssignment>();
        foreach (var school in schools.Where(school => !dozen.ContainsKey(school.Number)))
        {
            var chance = new DemoDice(school.Number);
            var (lead, community) = officers[DemoStation.Nearest(school.Point)];
            if (chance.Falls("lead", PercentWithLeadPolice))
            {
                duties.Add(new Duty(school.Id, AssignmentKind.LeadPoliceContact, []).Assign(lead, days.Ago(30 + chance.Roll("since", 1000)), null));
            }

            if (chance.Falls("community", PercentWithCommunityOfficer))
            {
                duties.Add(new Duty(school.Id, AssignmentKind.SchoolCommunityOfficer, []).Assign(community, days.Ago(30 + chance.Roll("since", 1000)), null));
            }
        }

        await db.BulkInsertAsync(duties, cancel);
        await db.BulkInsertAsync([.. duties.Select(Line)], cancel);
    }

    private AuditEvent Line(OfficerAssignment duty) => new(
        new Change(DemoPeople.As(people.National), DemoDays.At(duty.From, "assign"), $"Assigned a {Words.Of(duty.Kind)}"),
        nameof(OfficerAssignment),
        duty.Id,
        duty.SchoolId,
        changes: null);

    private static OfficerAssignment Assign(
        School school, AssignmentKind kind, IReadOnlyCollection<OfficerAssignment> existing, Officer officer, DateOnly from, string? note = null) =>
        new Duty(school.Id, kind, existing).Assign(officer, from, note);
}
