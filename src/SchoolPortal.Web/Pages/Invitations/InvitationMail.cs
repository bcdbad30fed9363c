using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Invitations;

/// <summary>What becomes of the e-mail of an invitation that is over.</summary>
internal static class InvitationMail
{
    /// <summary>What has not left yet need not leave any more, and the link of what has left is dead.</summary>
    public static async Task WithdrawMailAsync(this PortalDbContext db, Invitation invitation, string why, Change change, CancellationToken cancel)
    {
        foreach (var waiting in await db.Notices.Where(n => n.InvitationId == invitation.Id && n.State == NoticeState.Waiting).ToListAsync(cancel))
        {
            waiting.Withdraw(change with { Who = Actor.Portal, Why = why });
        }

        await db.MailedLinks.Where(l => l.InvitationId == invitation.Id && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.ExpiresAt, change.At), cancel);
    }
}
