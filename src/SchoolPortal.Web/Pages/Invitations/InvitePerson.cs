using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Invitations;

/// <summary>Whom to invite to what.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Position">What they are.</param>
/// <param name="Email">Their work e-mail address.</param>
/// <param name="Role">The role.</param>
/// <param name="SchoolNumber">For a role at one school: its number as typed.</param>
/// <param name="PlaceId">For a role of an area or district: its id.</param>
/// <param name="Sections">For a contributor: keys of the sections they are to keep.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, or null.</param>
public sealed record NewInvitation(
    string Name, string Position, string Email, Role Role, string? SchoolNumber, Guid? PlaceId, IReadOnlyList<string> Sections, DateOnly From, DateOnly? To);

/// <summary>
/// Invites somebody by e-mail, or proposes it to those who may. Whether the address has an account already is told to nobody
/// here: the e-mail tells its owner.
/// </summary>
public sealed class InvitePerson(PortalDbContext db, RolePlaces places, SendInvitation send, RecentSignIn recent, TimeProvider clock)
{
    /// <summary>Refuses a role that the actor may not even propose there, one that is held or offered already, a school that is over, days that are past, and an old sign-in without passphrase.</summary>
    public async Task<Invitation> HandleAsync(Actor actor, NewInvitation asked, string? passphrase, CancellationToken cancel)
    {
        await recent.RequireAsync(passphrase, cancel);
        var place = await places.ReadAsync(asked.Role, asked.SchoolNumber, asked.PlaceId, cancel);
        if (!actor.MayPropose(asked.Role, place.Place))
        {
            throw new RuleBroken("", $"You may not invite anybody as {Words.Of(asked.Role)} {place.Words}");
        }

        if (place.IsOver)
        {
            throw new RuleBroken("SchoolNumber", $"{place.Name} is closed, so nobody is invited to it any more");
        }

        if (asked.From < clock.Today())
        {
            throw new RuleBroken("From", "Enter today or a later day");
        }

        var (now, today) = (clock.UtcNow(), clock.Today());
        var change = new Change(actor, now, $"Invited {asked.Name} as {Words.Of(asked.Role)} {place.Words}");
        var invitation = new Invitation(
            asked.Name, asked.Position, asked.Email,
            new InvitedRole(asked.Role, place.Id, place.Name, asked.From, asked.To, string.Join(' ', asked.Sections)),
            isProposal: !actor.MayInvite(asked.Role, place.Place), change);
        if (await db.Grants.AnyAsync(
            g => g.Role == asked.Role && g.PlaceId == place.Id && (g.To == null || g.To >= today) && db.People.Any(p => p.Id == g.PersonId && p.Email == invitation.Email), cancel))
        {
            throw new RuleBroken("Email", $"Somebody with this email address is {Words.Of(asked.Role)} {place.Words} already");
        }

        if (await db.Invitations.AnyAsync(
            i => i.Email == invitation.Email && i.Role == asked.Role && i.PlaceId == place.Id && (i.State == InvitationState.Proposed || i.State == InvitationState.Open), cancel))
        {
            throw new RuleBroken("Email", $"This address has an invitation as {Words.Of(asked.Role)} {place.Words} already; look for it in the list, where it can be sent again");
        }

        db.Invitations.Add(invitation);
        if (invitation.State == InvitationState.Open)
        {
            await send.AddAsync(invitation, change, cancel);
        }

        await db.SaveAsync(invitation.State == InvitationState.Open ? change : change with { What = change.What.Replace("Invited", "Proposed to invite", StringComparison.Ordinal) }, cancel);
        return invitation;
    }
}
