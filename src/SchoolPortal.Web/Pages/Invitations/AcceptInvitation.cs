using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Notices;
using SchoolPortal.Web.Pages.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Invitations;

/// <summary>
/// Whoever holds the link takes the invitation up: with a new account, or with their passphrase where the address has one. The
/// link is used up by it, and nobody is signed in by it.
/// </summary>
public sealed class AcceptInvitation(
    PortalDbContext db, FindInvitation find, MailedLinks links, NewAccount accounts, UserManager<PortalUser> users, PassphraseCheck passphrases, WrongTries tries, TimeProvider clock)
{
    private const string Refused = "That is not the passphrase of this account, or it rests after five wrong tries. Wait 15 minutes, or ask an administrator.";

    /// <param name="token">What stood in the e-mail.</param>
    /// <param name="name">For a new account: their name as they write it.</param>
    /// <param name="position">For a new account: what they are.</param>
    /// <param name="passphrase">Chosen, or of the account there is.</param>
    /// <param name="address">The network address it comes from.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Invitation> HandleAsync(string token, string name, string position, string passphrase, string address, CancellationToken cancel)
    {
        var found = await find.HandleAsync(token, cancel);
        if (found is not { Answer: LinkAnswer.Good, Link: { } link, Invitation: { } shown })
        {
            throw new StepNotAllowed("This link cannot be used any more.");
        }

        var known = await db.People.SingleOrDefaultAsync(p => p.Email == shown.Email, cancel);
        var person = known ?? new Person(name, position, shown.Email);
        if (known is not null)
        {
            await MustBeTheirsAsync(known, passphrase, address, cancel);
        }
        else
        {
            await accounts.CheckAsync(person, "Passphrase", passphrase);
        }

        var actor = new Actor(person.Id, person.Name, person.Position, []);
        var change = new Change(actor, clock.UtcNow(), $"Accepted the invitation as {Words.Of(shown.Role)} of {shown.PlaceName}", "By the link in an e-mail");
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        await links.UseAsync(link, cancel);
        if (known is null)
        {
            await accounts.AddAsync(person, passphrase, cancel);
        }

        var invitation = await db.Invitations.SingleAsync(i => i.Id == shown.Id, cancel);
        db.Grants.Add(invitation.Accept(person.Id, change));
        await db.SaveAsync(change, cancel);
        await together.CommitAsync(cancel);
        return invitation;
    }

    /// <summary>Wrong tries count as at sign-in; a disabled account is refused in the same words.</summary>
    private async Task MustBeTheirsAsync(Person person, string passphrase, string address, CancellationToken cancel)
    {
        var user = await users.FindByIdAsync(person.Id.ToString());
        var rests = await tries.AreTooManyAsync(person.Id, address, cancel);
        var right = await passphrases.IsRightAsync(user, passphrase, cancel);
        if (rests || !right || person.DisabledAt is not null)
        {
            var why = rests ? "The account rests" : !right ? WrongTries.Reason : "The account is disabled";
            db.AuditEvents.Add(tries.Refused("Invitation refused", why, person.Id, address));
            await db.SaveChangesAsync(cancel);
            throw new RuleBroken("Passphrase", Refused);
        }
    }
}
