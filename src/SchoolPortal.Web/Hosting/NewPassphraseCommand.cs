using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Hosting;

/// <summary>
/// <c>new-passphrase EMAIL</c>: for somebody who lost theirs and has shown who they are to whoever runs the portal. Their
/// sessions end, and their account no longer rests.
/// </summary>
internal static class NewPassphraseCommand
{
    public const string Verb = "new-passphrase";

    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words)
    {
        if (words is not [var email])
        {
            return await Commands.MisusedAsync(Verb);
        }

        var db = services.GetRequiredService<PortalDbContext>();
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        var now = services.GetRequiredService<TimeProvider>().UtcNow();
        var user = await users.FindByEmailAsync(email) ?? throw new RuleBroken("", $"There is no account with the address {email}");
        var passphrase = OneTimePassphrase.Make();
        user.PasswordHash = users.PasswordHasher.HashPassword(user, passphrase);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        foreach (var session in await db.Sessions.Where(session => session.PersonId == user.Id && session.EndedAt == null).ToListAsync())
        {
            session.End(now);
        }

        var change = new Change(Actor.Portal, now, "Set a passphrase anew from the command line", WrongTries.Forgiven);
        db.AuditEvents.Add(new AuditEvent(change, nameof(Person), user.Id, schoolId: null, changes: null));
        await db.SaveAsync(change, CancellationToken.None);
        Console.WriteLine($"{email} signs in with this passphrase from now on; it is shown now and never again:");
        Console.WriteLine();
        Console.WriteLine($"  {passphrase}");
        return 0;
    }
}
