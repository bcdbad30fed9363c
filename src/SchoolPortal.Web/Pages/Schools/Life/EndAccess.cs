using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Invitations;

namespace SchoolPortal.Web.Pages.Schools.Life;

/// <summary>
/// With a school's last day the roles that people hold for it alone end, and invitations into it are withdrawn. Who goes on at a
/// school that follows is given a role there by those who answer for that school.
/// </summary>
internal sealed class EndAccess(PortalDbContext db)
{
    private readonly List<Invitation> withdrawn = [];

    /// <summary>Ends them, without saving, and says so.</summary>
    public async Task<IReadOnlyList<string>> HandleAsync(School school, DateOnly lastDay, IReadOnlyList<School> successors, Change change, CancellationToken cancel)
    {
        var grants = await db.Grants.Where(g => g.PlaceId == school.Id && (g.To == null || (g.To > lastDay && g.To >= g.From))).ToListAsync(cancel);
        grants.ForEach(grant => grant.End(grant.From > lastDay ? grant.From.AddDays(-1) : lastDay));
        withdrawn.AddRange(await db.Invitations
            .Where(i => i.PlaceId == school.Id && (i.State == InvitationState.Proposed || i.State == InvitationState.Open)).ToListAsync(cancel));
        withdrawn.ForEach(invitation => invitation.Withdraw(change.Who.RolesAt(school.Place), change with { Why = $"{school.Facts.Name} is {Words.Of(school.Status)}." }));

        var people = grants.Select(grant => grant.PersonId).Distinct().Count();
        var next = successors.Count == 0 ? "" : $" Whoever goes on at {Words.And([.. successors.Select(s => s.Facts.Name)])} is invited there; the records of {school.Facts.Name} are then read from there.";
        return
        [
            people == 0 ? "Nobody holds a role for it alone." : $"{(people == 1 ? "1 person loses their role" : $"{people} people lose their roles")} for it after {NewZealandTime.Show(lastDay)}, and can then no longer open its records.{next}",
            .. withdrawn.Count == 0 ? Array.Empty<string>() : [withdrawn.Count == 1 ? "1 invitation that nobody has taken up is withdrawn." : $"{withdrawn.Count} invitations that nobody has taken up are withdrawn."],
        ];
    }

    /// <summary>Kills the links that have left already; part of the transaction that saves.</summary>
    public async Task StopMailAsync(Change change, CancellationToken cancel)
    {
        foreach (var invitation in withdrawn)
        {
            await db.WithdrawMailAsync(invitation, "The school is no more.", change, cancel);
        }
    }
}
