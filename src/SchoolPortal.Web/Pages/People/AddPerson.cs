using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.People;

/// <summary>Makes an account with a passphrase of its own making, for somebody who cannot be invited by e-mail.</summary>
public sealed class AddPerson(PortalDbContext db, NewAccount accounts, TimeProvider clock)
{
    /// <summary>Refuses an address that has an account already.</summary>
    /// <returns>The person's id, and the passphrase, which is shown once and kept nowhere but as a hash.</returns>
    public async Task<(Guid Id, string Passphrase)> HandleAsync(Actor actor, string name, string position, string email, CancellationToken cancel)
    {
        var address = email.Trim().ToLowerInvariant();
        if (await db.People.AnyAsync(p => p.Email == address, cancel))
        {
            throw new RuleBroken("Email", "There is an account with this email address already; look for it in the list");
        }

        var passphrase = OneTimePassphrase.Make();
        var person = await accounts.AddAsync(new Person(name, position, address), passphrase, cancel);
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Made an account for {person.Name}"), cancel);
        return (person.Id, passphrase);
    }
}
