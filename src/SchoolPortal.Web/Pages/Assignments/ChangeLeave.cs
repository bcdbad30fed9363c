using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Cuts a leave short, makes it longer, or calls it off; those who stand in go with it.</summary>
public sealed class ChangeLeave(PortalDbContext db, AreaKeeping keeping, TimeProvider clock)
{
    /// <summary>
    /// All or nothing of the leave; of those who stand in, each for itself. Refuses a day that is past (they were away) and what
    /// <see cref="OfficerLeave.End"/> refuses.
    /// </summary>
    /// <returns>Schools where who stands in could not go on, each with the reason.</returns>
    public async Task<IReadOnlyList<string>> HandleAsync(Actor actor, Guid officerId, Guid leaveId, DateOnly lastDay, CancellationToken cancel)
    {
        var officer = await db.Officers.AsNoTracking().SingleAsync(o => o.Id == officerId, cancel);
        var leave = await db.OfficerLeaves.SingleOrDefaultAsync(l => l.Id == leaveId && l.OfficerId == officerId, cancel);
        if (leave is null || !await keeping.KeepsAsync(actor, officer.Station.AreaId, cancel))
        {
            throw new StepNotAllowed("This is no leave of an officer whom you keep. Ask the supervisor of that area.");
        }

        var yesterday = clock.Today().AddDays(-1);
        if (lastDay < yesterday && lastDay >= leave.From)
        {
            throw new RuleBroken("To", $"Enter {NewZealandTime.Show(yesterday)} or a later day; on the days before, others stood in");
        }

        if (lastDay >= leave.From)
        {
            await GoAway.CheckLeaveAsync(db, officer, leave.From, lastDay, leave.Id, cancel);
        }

        leave.End(lastDay);
        var refused = await MoveCoversAsync(leave, lastDay, cancel);
        var what = lastDay < leave.From ? $"Called off the leave of {officer.Name}" : $"Changed the last day of {officer.Name}\u2019s leave to {NewZealandTime.Show(lastDay)}";
        await db.SaveAsync(new Change(actor, clock.UtcNow(), what), cancel);
        return refused;
    }

    private async Task<IReadOnlyList<string>> MoveCoversAsync(OfficerLeave leave, DateOnly lastDay, CancellationToken cancel)
    {
        var covered = db.OfficerAssignments.Where(a => a.LeaveId == leave.Id).Select(a => a.SchoolId);
        var held = (await db.OfficerAssignments.Where(a => a.Kind != AssignmentKind.LeadPoliceContact && covered.Contains(a.SchoolId)).ToListAsync(cancel)).ToLookup(a => (a.SchoolId, a.Kind));
        var names = await db.Schools.Where(s => covered.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Facts.Name, cancel);
        var ids = held.SelectMany(some => some).Select(a => a.OfficerId).Distinct().ToList();
        var officers = await db.Officers.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancel);
        var refused = new List<string>();
        foreach (var duties in held)
        {
            var duty = new Duty(duties.Key.SchoolId, duties.Key.Kind, duties);

            // One after another may stand in during one leave: only the last of them goes on for longer.
            var covers = duty.InOrder.Where(a => a.LeaveId == leave.Id).ToList();
            foreach (var cover in covers.Where(c => c.To > lastDay || (c == covers[^1] && c.To < lastDay)))
            {
                try
                {
                    duty.MoveEnd(cover, officers[cover.OfficerId], lastDay < cover.From ? cover.From.AddDays(-1) : lastDay);
                }
                catch (RuleBroken rule)
                {
                    refused.Add($"{names[duties.Key.SchoolId]}: {rule.Message}");
                }
            }
        }

        return refused;
    }
}
