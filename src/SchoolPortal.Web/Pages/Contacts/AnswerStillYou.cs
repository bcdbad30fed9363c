using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Notices;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>Whoever holds the link says that they still are, or no longer. The link is used up by it.</summary>
public sealed class AnswerStillYou(PortalDbContext db, FindStillYou find, MailedLinks links, TimeProvider clock)
{
    public async Task HandleAsync(string token, bool still, CancellationToken cancel)
    {
        if (await find.HandleAsync(token, cancel) is not { Answer: LinkAnswer.Good, Link: { } link })
        {
            throw new StepNotAllowed("This link cannot be used any more.");
        }

        var actor = new Actor(link.ContactId!.Value, link.ToName, "by the link in an e-mail", []);
        var change = new Change(actor, clock.UtcNow(), still ? "Confirmed to be a contact still" : "Said to be a contact no longer", "By the link in an e-mail, without signing in");
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        await links.UseAsync(link, cancel);
        foreach (var contact in await find.Asked(link).ToListAsync(cancel))
        {
            if (still)
            {
                contact.Confirm(clock.Today());
            }
            else
            {
                contact.PutInDoubt(ContactDoubt.SaidNo);
            }
        }

        await db.SaveAsync(change, cancel);
        await together.CommitAsync(cancel);
    }
}
