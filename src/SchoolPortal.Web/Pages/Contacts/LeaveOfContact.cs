using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>Leave of somebody of the school that is under way or to come, as pages say it.</summary>
/// <param name="ContactId">Who is away.</param>
/// <param name="StandIn">Who stands in.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record LeaveOfContact(Guid ContactId, string StandIn, DateOnly From, DateOnly To)
{
    /// <summary>One sentence.</summary>
    public string Text(DateOnly today) => From <= today
        ? $"Away until {NewZealandTime.Show(To)}: {StandIn} stands in."
        : $"Away from {NewZealandTime.Show(From)} to {NewZealandTime.Show(To)}: {StandIn} stands in.";

    /// <summary>Of everybody at a school.</summary>
    public static IQueryable<LeaveOfContact> At(PortalDbContext db, Guid schoolId, DateOnly today) => db.ContactLeaves
        .Where(l => l.SchoolId == schoolId && l.To >= today && l.From <= l.To)
        .Join(db.SchoolContacts, l => l.StandInId, c => c.Id, (l, c) => new LeaveOfContact(l.ContactId, c.Name, l.From, l.To));

    /// <summary>Somebody's time ends, and their leave with it. Refuses while they stand in for somebody else. Written with the caller's save.</summary>
    /// <param name="db">The database.</param>
    /// <param name="contact">Whose time ends.</param>
    /// <param name="field">Name of the input that says when.</param>
    /// <param name="cancel">Stops reading.</param>
    internal static async Task EndWithAsync(PortalDbContext db, SchoolContact contact, string field, CancellationToken cancel)
    {
        if (contact.To is not { } lastDay)
        {
            return;
        }

        if (await db.ContactLeaves.Where(l => l.StandInId == contact.Id && l.To > lastDay && l.From <= l.To)
            .Join(db.SchoolContacts, l => l.ContactId, c => c.Id, (l, c) => new { c.Name, l.To }).FirstOrDefaultAsync(cancel) is { } held)
        {
            throw new RuleBroken(field, $"{contact.Name} stands in for {held.Name} until {NewZealandTime.Show(held.To)}; change that leave first");
        }

        foreach (var leave in await db.ContactLeaves.Where(l => l.ContactId == contact.Id && l.To > lastDay && l.From <= l.To).ToListAsync(cancel))
        {
            var grant = await db.Grants.SingleOrDefaultAsync(g => g.Id == leave.GrantId && g.To == leave.To, cancel);
            leave.EndWith(lastDay);
            grant?.End(leave.To);
        }
    }
}
