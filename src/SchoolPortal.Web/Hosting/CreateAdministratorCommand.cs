using System.ComponentModel.DataAnnotations;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.People;

namespace SchoolPortal.Web.Hosting;

/// <summary>
/// <c>create-administrator EMAIL</c>: the first account of a portal, which makes all others. There is no account with a
/// passphrase that anybody could know beforehand (requirement R11).
/// </summary>
internal static class CreateAdministratorCommand
{
    public const string Verb = "create-administrator";

    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words)
    {
        if (words is not [var email] || !new EmailAddressAttribute().IsValid(email))
        {
            return await Commands.MisusedAsync(Verb);
        }

        var db = services.GetRequiredService<PortalDbContext>();
        var clock = services.GetRequiredService<TimeProvider>();
        await using var together = await db.Database.BeginTransactionAsync();
        var (id, passphrase) = await services.GetRequiredService<AddPerson>()
            .HandleAsync(Actor.Portal, "System administrator", "System administrator", email, CancellationToken.None);
        db.Grants.Add(new Grant(id, Role.Administrator, Scope.Nation, null, clock.Today(), grantedBy: null));
        await db.SaveAsync(new Change(Actor.Portal, clock.UtcNow(), "Made a system administrator from the command line"), CancellationToken.None);
        await together.CommitAsync();

        Console.WriteLine($"{email} can sign in as system administrator with this passphrase, which is shown now and never again:");
        Console.WriteLine();
        Console.WriteLine($"  {passphrase}");
        Console.WriteLine();
        Console.WriteLine("Sign in and change it under Account.");
        return 0;
    }
}
