using Microsoft.AspNetCore.Identity;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Demo;

/// <summary>
/// Makes accounts of the demonstration. All of them share one passphrase and one hash of it: hashing is slow on purpose,
/// and thirty hashes would make the first start wait.
/// </summary>
internal sealed class DemoAccounts(PortalDbContext db, IPasswordHasher<PortalUser> hasher, ILookupNormalizer names)
{
    /// <summary>The passphrase of every demo account. No secret: it is printed at start and in the README.</summary>
    public const string Passphrase = "kowhai ferry lantern seven";

    private readonly Lazy<string> hash = new(() => hasher.HashPassword(new PortalUser(), Passphrase));

    /// <summary>The address of a demo account; nothing can be sent to a name under <c>.example</c>.</summary>
    public static string Address(string before) => $"{before}@demo.schoolportal.example";

    /// <summary>Adds an account, not saved yet. A person of the demonstration is called by what they are.</summary>
    public Person Add(string before, string name, string position)
    {
        var person = new Person(name, position, Address(before));
        db.People.Add(person);
        db.Users.Add(new PortalUser
        {
            Id = person.Id,
            UserName = person.Email,
            NormalizedUserName = names.NormalizeName(person.Email),
            Email = person.Email,
            NormalizedEmail = names.NormalizeEmail(person.Email),
            PasswordHash = hash.Value,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        });
        return person;
    }

    /// <summary>Adds an account with a role over a place from a day on.</summary>
    public Person Add(string before, string name, string position, Role role, Guid? placeId, DateOnly from, Person? grantedBy, string? sections = null)
    {
        var person = Add(before, name, position);
        db.Grants.Add(new Grant(person.Id, role, Grant.ScopeOf(role), placeId, from, grantedBy?.Id, sections));
        return person;
    }
}
