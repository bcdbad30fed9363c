using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Demo;

/// <summary>Officers who are away, will be away, and are about to leave: some of their schools have somebody for the time, some have not.</summary>
internal sealed class DemoLeave(PortalDbContext db, DemoDays days, DemoPeople people)
{
    private const string OnLeave = "Ōtara";
    private const string StandsIn = "Howick";
    private const string Leaver = "Manurewa";
    private const string Successor = "Papakura";

    /// <summary>Notes the leaves, and hands over.</summary>
    /// <param name="lead">Who will be away in three weeks.</param>
    /// <param name="relief">Who stands in then.</param>
    /// <param name="officers">The officers of the stations, by town.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task HandleAsync(Officer lead, Officer relief, Dictionary<string, Officer> officers, CancellationToken cancel)
    {
        await LeaveAsync(officers[OnLeave], officers[StandsIn], new OfficerLeave(officers[OnLeave].Id, days.Ago(3), days.Today.AddDays(11)), cancel);
        await LeaveAsync(lead, relief, new OfficerLeave(lead.Id, days.Today.AddDays(21), days.Today.AddDays(34)), cancel);
        await HandOverAsync(officers[Leaver], officers[Successor], days.Today.AddDays(20), cancel);
    }

    /// <summary>Two of three schools have somebody for the days.</summary>
    private async Task LeaveAsync(Officer officer, Officer standIn, OfficerLeave leave, CancellationToken cancel)
    {
        db.OfficerLeaves.Add(leave);
        var schools = await db.OfficerAssignments
            .Where(a => a.OfficerId == officer.Id && a.Kind == AssignmentKind.LeadPoliceContact && a.To == null)
            .OrderBy(a => a.SchoolId)
            .Select(a => a.SchoolId)
            .ToListAsync(cancel);
        var reliefs = await db.OfficerAssignments.Where(a => schools.Contains(a.SchoolId) && a.Kind == AssignmentKind.ReliefLeadPoliceContact).ToListAsync(cancel);
        db.OfficerAssignments.AddRange(schools.Where((_, place) => place % 3 != 2).Select(id =>
            new Duty(id, AssignmentKind.ReliefLeadPoliceContact, reliefs.Where(a => a.SchoolId == id)).Cover(standIn, leave, leave.From, "Ring the school before you call in.")));
        await db.SaveAsync(new Change(DemoPeople.As(people.Supervisor), DemoDays.At(days.Ago(5), $"leave {officer.Station.Name}"), $"Noted that {officer.Name} is on leave"), cancel);
    }

    /// <summary>Half of the schools have a successor.</summary>
    private async Task HandOverAsync(Officer leaver, Officer successor, DateOnly lastDay, CancellationToken cancel)
    {
        var duties = await db.OfficerAssignments.Where(a => a.OfficerId == leaver.Id && a.To == null).OrderBy(a => a.SchoolId).ToListAsync(cancel);
        foreach (var (duty, place) in duties.Select((duty, place) => (duty, place)))
        {
            var held = new Duty(duty.SchoolId, duty.Kind, [duty]);
            if (place % 2 == 0)
            {
                db.OfficerAssignments.Add(held.Assign(successor, lastDay.AddDays(1), "The school knows of the change."));
            }
            else
            {
                duty.End(lastDay);
            }
        }

        leaver.Leave(lastDay);
        await db.SaveAsync(new Change(DemoPeople.As(people.National), DemoDays.At(days.Ago(2), "leaver"), $"Noted that {leaver.Name} leaves on {NewZealandTime.Show(lastDay)}"), cancel);
    }
}
