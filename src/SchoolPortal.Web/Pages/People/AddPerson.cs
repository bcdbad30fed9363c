using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.People;

/// <summary>Makes an account with a passphrase of its own making, and ties it to the officer with the same address.</summary>
public sealed class AddPerson(PortalDbContext db, UserManager<PortalUser> users, TimeProvider clock)
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

        var person = new Person(name, position, address);
        var user = new PortalUser
        {
            Id = person.Id,
            Email = address,
            NormalizedEmail = users.NormalizeEmail(address),
            UserName = address,
            NormalizedUserName = users.NormalizeName(address),
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        var passphrase = OneTimePassphrase.Make();
        user.PasswordHash = users.PasswordHasher.HashPassword(user, passphrase);
        db.People.Add(person);
        db.Users.Add(user);

        var officer = await db.Officers.SingleOrDefaultAsync(o => o.Email == address && o.PersonId == null, cancel);
        officer?.Change(officer.Name, officer.Rank, officer.Station, officer.Email, officer.Phone, person.Id);
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Made an account for {person.Name}"), cancel);
        return (person.Id, passphrase);
    }
}
