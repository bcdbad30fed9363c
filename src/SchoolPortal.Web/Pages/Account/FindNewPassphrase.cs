using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Web.Pages.Notices;

namespace SchoolPortal.Web.Pages.Account;

/// <summary>Looks a link to a new passphrase up by what stands in the e-mail. Changes nothing.</summary>
public sealed class FindNewPassphrase(PortalDbContext db, MailedLinks links, TimeProvider clock)
{
    /// <summary>How it answers, and the link; null when unknown. A disabled account ends it.</summary>
    public async Task<(LinkAnswer Answer, MailedLink? Link)> HandleAsync(string token, CancellationToken cancel)
    {
        if (await links.FindAsync(NoticeKind.NewPassphrase, token, cancel) is not { } link)
        {
            return (LinkAnswer.Unknown, null);
        }

        var holds = await db.People.AnyAsync(p => p.Id == link.PersonId && p.DisabledAt == null, cancel);
        return (link.AnswerOn(holds, clock.UtcNow()), link);
    }
}
