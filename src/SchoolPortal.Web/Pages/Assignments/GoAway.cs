using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>An officer leaves, or goes on leave: every duty they hold changes hands in one step.</summary>
public sealed class GoAway(PortalDbContext db, ChangeHands hands, AreaKeeping keeping, TimeProvider clock)
{
    /// <summary>
    /// Their duties end on their last day, each with or without a successor. The officer is no longer with schools from the
    /// next day on, unless a duty remains that was refused or is at a school of somebody else.
    /// </summary>
    /// <returns>How many duties remain after the last day.</returns>
    public async Task<int> LeavesAsync(Actor actor, Guid officerId, DateOnly lastDay, HandedDuties handed, CancellationToken cancel)
    {
        var officer = await OfficerAsync(actor, officerId, cancel);
        if (lastDay < officer.ActiveFrom)
        {
            throw new RuleBroken("Last", $"{officer.Name} began on {NewZealandTime.Show(officer.ActiveFrom)}; enter that day or a later one");
        }

        MustBeNear("Last", lastDay);
        var plan = new HandsPlan(handed.Batch, lastDay.AddDays(1), handed.Each, done => $"{officer.Name} leaves on {NewZealandTime.Show(lastDay)}: {done} of {handed.Each.Count} duties changed hands")
        {
            LeaverId = officerId, HandoverNote = handed.Note, Why = "The officer leaves",
        };
        await hands.HandleAsync(actor, plan, cancel);
        var left = await db.OfficerAssignments.CountAsync(a => a.OfficerId == officerId && (a.To == null || (a.To > lastDay && a.To >= a.From)), cancel);
        if (left == 0)
        {
            officer = await db.Officers.SingleAsync(o => o.Id == officerId, cancel);
            officer.Leave(lastDay);
            await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Noted that {officer.Name} leaves on {NewZealandTime.Show(lastDay)}"), cancel);
        }

        return left;
    }

    /// <summary>
    /// They are on leave, and others stand in for them at the schools that they lead. Nothing is to be undone when they come
    /// back. Refuses days of which some are leave already or after their last day with schools.
    /// </summary>
    public async Task OnLeaveAsync(Actor actor, Guid officerId, DateOnly from, DateOnly to, HandedDuties handed, CancellationToken cancel)
    {
        if (await hands.WasDoneAsync(handed.Batch, cancel))
        {
            return;
        }

        var officer = await OfficerAsync(actor, officerId, cancel);
        await CheckLeaveAsync(db, officer, from, to, except: null, cancel);
        MustBeNear("From", from);
        var leave = new OfficerLeave(officerId, from, to);
        db.OfficerLeaves.Add(leave);
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Noted that {officer.Name} is on leave from {NewZealandTime.Show(from)} to {NewZealandTime.Show(to)}"), cancel);
        var each = handed.Each.Where(one => one.OfficerId is not null).ToList();
        var plan = new HandsPlan(handed.Batch, from, each, done => $"{officer.Name} is on leave from {NewZealandTime.Show(from)} to {NewZealandTime.Show(to)}: {done} of {handed.Each.Count} schools are covered")
        {
            Leave = leave, HandoverNote = handed.Note, Why = "The Lead Police Contact is on leave",
        };
        await hands.HandleAsync(actor, plan, cancel);
    }

    /// <summary>Refuses days of which some are leave already, and days on which the officer is not with schools.</summary>
    internal static async Task CheckLeaveAsync(PortalDbContext db, Officer officer, DateOnly from, DateOnly to, Guid? except, CancellationToken cancel)
    {
        if (to < from)
        {
            throw new RuleBroken("To", $"The leave begins on {NewZealandTime.Show(from)}; enter that day or a later one");
        }

        if (!officer.IsActive(from) || !officer.IsActive(to))
        {
            throw new RuleBroken("To", $"{officer.Name} is with schools from {NewZealandTime.Show(officer.ActiveFrom)}{(officer.ActiveTo is { } last ? $" to {NewZealandTime.Show(last)}" : "")}; enter days within that");
        }

        var other = await db.OfficerLeaves.Where(l => l.OfficerId == officer.Id && l.Id != except && l.From <= l.To && l.From <= to && l.To >= from).OrderBy(l => l.From).FirstOrDefaultAsync(cancel);
        if (other is not null)
        {
            throw new RuleBroken("From", $"{officer.Name} is on leave from {NewZealandTime.Show(other.From)} to {NewZealandTime.Show(other.To)} already; change that leave instead");
        }
    }

    /// <summary>The officer, kept by the actor. Refuses one of another area or district.</summary>
    private async Task<Officer> OfficerAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        var officer = await db.Officers.AsNoTracking().SingleAsync(o => o.Id == id, cancel);
        return await keeping.KeepsAsync(actor, officer.Station.AreaId, cancel)
            ? officer
            : throw new RuleBroken("", "You keep the officers of your own area or district; ask the supervisor of that area");
    }

    private void MustBeNear(string field, DateOnly day) => Duty.MustBeNear(field, day, clock.Today());
}

/// <summary>What was chosen for the duties of somebody who goes.</summary>
/// <param name="Batch">Made with the form.</param>
/// <param name="Each">The duties, and who takes each.</param>
/// <param name="Note">What the newcomers should know, or null.</param>
public sealed record HandedDuties(Guid Batch, IReadOnlyList<HandOver> Each, string? Note);
