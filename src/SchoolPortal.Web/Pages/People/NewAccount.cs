using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.People;

/// <summary>Adds an account, tied to the officer with the same address. The caller saves.</summary>
public sealed class NewAccount(PortalDbContext db, UserManager<PortalUser> users)
{
    /// <summary>An account with a passphrase that the portal made, or that was checked.</summary>
    public async Task<Person> AddAsync(Person person, string passphrase, CancellationToken cancel)
    {
        var user = UserOf(person);
        user.PasswordHash = users.PasswordHasher.HashPassword(user, passphrase);
        db.People.Add(person);
        db.Users.Add(user);
        var officer = await db.Officers.SingleOrDefaultAsync(o => o.Email == person.Email && o.PersonId == null, cancel);
        officer?.Change(officer.Name, officer.Rank, officer.Station, officer.Email, officer.Phone, person.Id);
        return person;
    }

    /// <summary>Refuses a passphrase that breaks the rules, beside this field.</summary>
    public async Task CheckAsync(Person person, string field, string passphrase)
    {
        foreach (var rule in users.PasswordValidators)
        {
            if ((await rule.ValidateAsync(users, UserOf(person), passphrase)).Errors.FirstOrDefault() is { } fault)
            {
                throw new RuleBroken(field, fault.Description);
            }
        }
    }

    private PortalUser UserOf(Person person) => new()
    {
        Id = person.Id,
        Email = person.Email,
        NormalizedEmail = users.NormalizeEmail(person.Email),
        UserName = person.Email,
        NormalizedUserName = users.NormalizeName(person.Email),
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };
}
