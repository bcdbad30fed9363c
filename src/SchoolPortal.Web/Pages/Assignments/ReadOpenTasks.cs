using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Data.People;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Today;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>What waits today for an officer who goes, so that whoever hands their duties over sees what goes along.</summary>
public sealed class ReadOpenTasks(PortalDbContext db, SchoolListIndex index, Marks marks, Actor reader)
{
    public async Task<TasksToHand> HandleAsync(Officer officer, CancellationToken cancel)
    {
        var schools = await index.CurrentAsync(db, marks, cancel);
        var theirs = new Actor(officer.PersonId ?? officer.Id, officer.Name, officer.Title, await AuthoritiesAsync(officer, schools.Day, cancel));
        var (_, work) = await new OpenTasks(db, schools, theirs).ReadAsync(cancel);
        var seen = reader.JurisdictionFor(Operation.AssignOfficers);
        var here = work.Tasks.Where(task => schools.Find(task.School!.Value) is { } school && seen.Covers(school.Place)).ToList();
        return new TasksToHand(here.ToLookup(task => task.School!.Value), work.Tasks.Count - here.Count);
    }

    // Who has no account yet has no page of the day, but their schools wait for them all the same.
    private async Task<IReadOnlyList<Authority>> AuthoritiesAsync(Officer officer, DateOnly today, CancellationToken cancel)
    {
        if (officer.PersonId is { } person)
        {
            return await db.AuthoritiesOf(person, today, cancel);
        }

        var held = await HeldDuties.Between(db, officer.Id, today, today).Select(a => new { a.Kind, a.SchoolId }).ToListAsync(cancel);
        return held.ConvertAll(a => new Authority(OfficerAssignment.RoleOf(a.Kind), Scope.School, a.SchoolId));
    }
}

/// <summary>The open tasks of somebody who goes.</summary>
/// <param name="AtSchool">By school number, where the reader assigns officers.</param>
/// <param name="Elsewhere">How many there are at other schools.</param>
public sealed record TasksToHand(ILookup<int, TodayTask> AtSchool, int Elsewhere)
{
    /// <summary>None.</summary>
    public static TasksToHand None { get; } = new(Array.Empty<TodayTask>().ToLookup(task => 0), 0);
}
