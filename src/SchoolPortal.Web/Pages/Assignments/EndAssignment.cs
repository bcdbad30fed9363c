using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Ends a duty at a school on its last day.</summary>
public sealed class EndAssignment(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Refuses what <see cref="Duty.End"/> refuses, and a last day longer ago than may be set right.</summary>
    /// <returns>The first day on which nobody holds the duty, or null when somebody is named to follow.</returns>
    public async Task<DateOnly?> HandleAsync(Actor actor, Guid schoolId, Guid assignmentId, DateOnly lastDay, string? why, CancellationToken cancel)
    {
        Duty.MustBeNear("To", lastDay, clock.Today());
        var kinds = db.OfficerAssignments.Where(a => a.Id == assignmentId).Select(a => a.Kind);
        var held = await db.OfficerAssignments
            .Where(a => a.SchoolId == schoolId && kinds.Contains(a.Kind))
            .ToListAsync(cancel);
        var kind = held.Find(a => a.Id == assignmentId)?.Kind ?? default;
        var duty = new Duty(schoolId, kind, held);
        var ended = duty.End(assignmentId, lastDay);
        var name = await db.Officers.Where(o => o.Id == ended.OfficerId).Select(o => o.Name).SingleAsync(cancel);
        var what = $"Ended the duty of {name} as {Words.Of(kind)} on {NewZealandTime.Show(lastDay)}";
        await db.SaveAsync(new Change(actor, clock.UtcNow(), what, why), cancel);

        var gap = lastDay.AddDays(1);
        return duty.On(gap) is null ? gap : null;
    }
}
