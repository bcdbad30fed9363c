using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Agreements;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Assigns an officer to a school from a day on; whoever held the duty ends the day before.</summary>
public sealed class AssignOfficer(PortalDbContext db, NoteNewContacts notes, TimeProvider clock)
{
    /// <summary>Refuses what <see cref="Duty.Assign"/> refuses, and a first day longer ago than may be set right.</summary>
    public async Task HandleAsync(Actor actor, Guid schoolId, NewDuty duty, CancellationToken cancel)
    {
        Duty.MustBeNear(nameof(duty.From), duty.From, clock.Today());
        var officer = await db.Officers.SingleOrDefaultAsync(o => o.Id == duty.OfficerId, cancel)
            ?? throw new RuleBroken(nameof(duty.OfficerId), "Choose an officer from the list");
        if (await db.Schools.Where(s => s.Id == schoolId).Select(s => s.Status).SingleAsync(cancel) is var status && status.IsOver())
        {
            throw new RuleBroken("", $"This school is {Words.Of(status)}; nobody is assigned to it any more");
        }

        var held = await db.OfficerAssignments
            .Where(a => a.SchoolId == schoolId && a.Kind == duty.Kind)
            .ToListAsync(cancel);
        db.OfficerAssignments.Add(new Duty(schoolId, duty.Kind, held).Assign(officer, duty.From, duty.HandoverNote));
        var what = $"Assigned {officer.Name} as {Words.Of(duty.Kind)} from {NewZealandTime.Show(duty.From)}";
        await db.SaveAsync(new Change(actor, clock.UtcNow(), what), cancel);
        await notes.HandleAsync([schoolId], cancel);
    }
}

/// <summary>Who is to hold which duty from when.</summary>
/// <param name="OfficerId">The officer.</param>
/// <param name="Kind">The duty.</param>
/// <param name="From">First day.</param>
/// <param name="HandoverNote">What the newcomer should know, or null.</param>
public sealed record NewDuty(Guid OfficerId, AssignmentKind Kind, DateOnly From, string? HandoverNote);
