using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>An officer leaves, or goes on leave: every duty they hold changes hands in one step, all of it or nothing.</summary>
public sealed class GoAway(PortalDbContext db, ChangeHands hands, TimeProvider clock)
{
    /// <summary>Refuses days on which the officer cannot leave, or be on leave; the form asks it before it shows any duty.</summary>
    /// <param name="officer">Who goes.</param>
    /// <param name="days">First and last day away; of who leaves, both the last day with schools.</param>
    /// <param name="isLeave">They come back.</param>
    /// <param name="cancel">Stops asking.</param>
    public async Task CheckAsync(Officer officer, (DateOnly From, DateOnly To) days, bool isLeave, CancellationToken cancel)
    {
        Duty.MustBeNear(isLeave ? "From" : "Last", days.From, clock.Today());
        if (isLeave)
        {
            _ = new OfficerLeave(officer.Id, days.From, days.To);
            await CheckLeaveAsync(db, officer, days.From, days.To, except: null, cancel);
        }
        else if (days.From < officer.ActiveFrom)
        {
            throw new RuleBroken("Last", $"{officer.Name} began on {NewZealandTime.Show(officer.ActiveFrom)}; enter that day or a later one");
        }
    }

    /// <summary>
    /// Their duties end on their last day, each with or without a successor. The officer is no longer with schools from the
    /// next day on, unless a duty remains that was refused or is at a school of somebody else.
    /// </summary>
    /// <returns>How many duties remain after the last day.</returns>
    public async Task<int> LeavesAsync(Actor actor, Officer officer, DateOnly lastDay, HandedDuties handed, CancellationToken cancel)
    {
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        await CheckAsync(officer, (lastDay, lastDay), isLeave: false, cancel);
        var plan = new HandsPlan(handed.Batch, lastDay.AddDays(1), handed.Each, done => $"{officer.Name} leaves on {NewZealandTime.Show(lastDay)}: {done} of {handed.Each.Count} duties changed hands")
        {
            LeaverId = officer.Id, HandoverNote = handed.Note, Why = "The officer leaves",
        };
        await hands.HandleAsync(actor, plan, cancel);
        var left = await db.OfficerAssignments.CountAsync(a => a.OfficerId == officer.Id && (a.To == null || (a.To > lastDay && a.To >= a.From)), cancel);
        if (left == 0)
        {
            var leaver = await db.Officers.SingleAsync(o => o.Id == officer.Id, cancel);
            leaver.Leave(lastDay);
            await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Noted that {officer.Name} leaves on {NewZealandTime.Show(lastDay)}"), cancel);
        }

        await together.CommitAsync(cancel);
        return left;
    }

    /// <summary>
    /// They are on leave, and others stand in for them in their duties. Nothing is to be undone when they come
    /// back. Refuses days of which some are leave already or after their last day with schools.
    /// </summary>
    public async Task OnLeaveAsync(Actor actor, Officer officer, DateOnly from, DateOnly to, HandedDuties handed, CancellationToken cancel)
    {
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        if (await hands.WasDoneAsync(handed.Batch, cancel))
        {
            return;
        }

        await CheckAsync(officer, (from, to), isLeave: true, cancel);
        var leave = new OfficerLeave(officer.Id, from, to);
        db.OfficerLeaves.Add(leave);
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Noted that {officer.Name} is on leave from {NewZealandTime.Show(from)} to {NewZealandTime.Show(to)}"), cancel);
        var each = handed.Each.Where(one => one.OfficerId is not null).ToList();
        var plan = new HandsPlan(handed.Batch, from, each, done => $"{officer.Name} is on leave from {NewZealandTime.Show(from)} to {NewZealandTime.Show(to)}: {done} of {handed.Each.Count} duties are covered")
        {
            Leave = leave, HandoverNote = handed.Note, Why = "The officer is on leave",
        };
        await hands.HandleAsync(actor, plan, cancel);
        await together.CommitAsync(cancel);
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
}

/// <summary>What was chosen for the duties of somebody who goes.</summary>
/// <param name="Batch">Made with the form.</param>
/// <param name="Each">The duties, and who takes each.</param>
/// <param name="Note">What the newcomers should know, or null.</param>
public sealed record HandedDuties(Guid Batch, IReadOnlyList<HandOver> Each, string? Note);
