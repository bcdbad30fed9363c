using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Notices;

namespace SchoolPortal.Web.Pages.Invitations;

/// <summary>An invitation as whoever opens its link meets it.</summary>
/// <param name="Answer">How the link answers.</param>
/// <param name="Link">The link; null when unknown.</param>
/// <param name="Invitation">The invitation; null when unknown.</param>
/// <param name="HasAccount">The address it went to signs in already.</param>
public sealed record FoundInvitation(LinkAnswer Answer, MailedLink? Link, Invitation? Invitation, bool HasAccount);

/// <summary>Looks an invitation up by what stands in the e-mail. Changes nothing.</summary>
public sealed class FindInvitation(PortalDbContext db, MailedLinks links, TimeProvider clock)
{
    public async Task<FoundInvitation> HandleAsync(string token, CancellationToken cancel)
    {
        if (await links.FindAsync(NoticeKind.Invitation, token, cancel) is not { InvitationId: { } id } link)
        {
            return new FoundInvitation(LinkAnswer.Unknown, null, null, false);
        }

        var invitation = await db.Invitations.AsNoTracking().SingleAsync(i => i.Id == id, cancel);
        var answer = invitation.State == InvitationState.Accepted ? LinkAnswer.Used : link.AnswerOn(invitation.IsGood(clock.Today()), clock.UtcNow());

        // A withdrawn invitation says so, also when its days would be over by now.
        answer = answer == LinkAnswer.Expired && invitation.State != InvitationState.Open ? LinkAnswer.Ended : answer;
        return new FoundInvitation(answer, link, invitation, await db.People.AnyAsync(p => p.Email == invitation.Email, cancel));
    }
}
