using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.People;

namespace SchoolPortal.Web.Pages.Invitations;

/// <summary>Approves, refuses, sends again or withdraws an invitation.</summary>
public sealed class TakeInvitationStep(PortalDbContext db, RolePlaces places, SendInvitation send, TimeProvider clock)
{
    /// <summary>The steps that somebody may take at it now, in the order of the table.</summary>
    public static IReadOnlyList<LifecycleRow<InvitationState, InvitationStep>> Offered(Actor actor, Invitation invitation, Place place)
    {
        var decides = actor.MayInvite(invitation.Role, place);
        return
        [
            .. InvitationLifecycle.Table.Offered(invitation.State, actor.RolesAt(place))
                .Where(row => decides || (invitation.InvitedBy == actor.PersonId && row.Step is InvitationStep.SendAgain or InvitationStep.Withdraw)),
        ];
    }

    /// <summary>Refuses a step that the table does not offer, that the actor may not take, or without its reason.</summary>
    public async Task<Invitation> HandleAsync(Actor actor, Guid id, InvitationStep step, string? why, CancellationToken cancel)
    {
        var invitation = await db.Invitations.VisibleTo(db, actor).SingleOrDefaultAsync(i => i.Id == id, cancel)
            ?? throw new StepNotAllowed("This is not one of the invitations that you look after.");
        var place = (await places.FindAsync(invitation.Scope, invitation.PlaceId, cancel))!.Place;
        var roles = actor.RolesAt(place);
        var row = InvitationLifecycle.Table[step];
        if (row.From.Contains(invitation.State) && !Offered(actor, invitation, place).Any(offered => offered.Step == step))
        {
            throw new StepNotAllowed($"Only somebody who may invite a {Words.Of(invitation.Role)} there may take the step \u201c{row.Label}\u201d.");
        }

        var change = new Change(actor, clock.UtcNow(), $"{row.Label}: the invitation of {invitation.Name} as {Words.Of(invitation.Role)} of {invitation.PlaceName}", string.IsNullOrWhiteSpace(why) ? null : why.Trim());
        switch (step)
        {
            case InvitationStep.Approve:
                invitation.Approve(roles, change);
                await send.AddAsync(invitation, change, cancel);
                break;
            case InvitationStep.SendAgain:
                invitation.SendAgain(roles, change);
                await db.WithdrawMailAsync(invitation, "It was sent again.", change, cancel);
                await send.AddAsync(invitation, change, cancel);
                break;
            case InvitationStep.Refuse:
                invitation.Refuse(roles, change);
                break;
            default:
                invitation.Withdraw(roles, change);
                await db.WithdrawMailAsync(invitation, "The invitation was withdrawn.", change, cancel);
                break;
        }

        await db.SaveAsync(change, cancel);
        return invitation;
    }
}
