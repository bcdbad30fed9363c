using System.Data;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.People;

/// <summary>Ends a role on its last day; yesterday takes it away at once.</summary>
public sealed class EndRole(PortalDbContext db, RecentSignIn recent, TimeProvider clock)
{
    /// <summary>Refuses one's own administrator role, the last administrator's, a day before yesterday and an old sign-in without passphrase.</summary>
    public async Task HandleAsync(Actor actor, Guid personId, Guid grantId, DateOnly lastDay, string? passphrase, CancellationToken cancel)
    {
        await recent.RequireAsync(passphrase, cancel);
        var yesterday = clock.Today().AddDays(-1);
        if (lastDay < yesterday)
        {
            throw new RuleBroken("To", $"Enter {NewZealandTime.Show(yesterday)} to end the role at once, or a later day; they acted in it until now");
        }

        await using var alone = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);
        var grant = await db.Grants.SingleAsync(g => g.Id == grantId && g.PersonId == personId, cancel);
        if (grant.To < lastDay)
        {
            throw new RuleBroken("To", $"This role ends on {NewZealandTime.Show(grant.To.Value)} already; enter an earlier day");
        }

        if (grant.Role == Role.Administrator)
        {
            if (personId == actor.PersonId)
            {
                throw new RuleBroken("", "You cannot end your own administrator role; another administrator can");
            }

            await Administrators.MustRemainAsync(db, personId, lastDay.AddDays(1), cancel);
        }

        // A role that has not begun is withdrawn.
        grant.End(lastDay < grant.From ? grant.From.AddDays(-1) : lastDay);
        var name = await db.People.Where(p => p.Id == personId).Select(p => p.Name).SingleAsync(cancel);
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Ended the role {Words.Of(grant.Role)} of {name} on {NewZealandTime.Show(lastDay)}"), cancel);
        await alone.CommitAsync(cancel);
    }
}
