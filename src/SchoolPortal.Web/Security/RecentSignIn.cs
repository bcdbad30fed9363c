using Microsoft.AspNetCore.Identity;

using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Security;

/// <summary>
/// Changing who may do what asks for a passphrase given no longer ago than ten minutes, else for the passphrase itself
/// (requirement R22).
/// </summary>
public sealed class RecentSignIn(UserManager<PortalUser> users, PassphraseCheck passphrases, Session session, TimeProvider clock)
{
    /// <summary>True while nothing needs asking.</summary>
    public bool IsRecent => session.IsRecent(clock.UtcNow());

    /// <summary>Passes, or refuses beside the field <c>Input.Passphrase</c>; a wrong one counts towards the lock.</summary>
    public async Task RequireAsync(string? passphrase, CancellationToken cancel)
    {
        if (IsRecent)
        {
            return;
        }

        if (string.IsNullOrEmpty(passphrase))
        {
            throw new RuleBroken("Passphrase", "Enter your passphrase; you signed in more than ten minutes ago");
        }

        var user = await users.FindByIdAsync(session.PersonId.ToString()) ?? throw new InvalidOperationException("An account without sign-in.");
        if (await users.IsLockedOutAsync(user) || !await passphrases.IsRightAsync(user, passphrase, cancel))
        {
            await users.AccessFailedAsync(user);
            throw new RuleBroken("Passphrase", "That is not your passphrase. After five wrong tries an account rests for 15 minutes.");
        }

        await users.ResetAccessFailedCountAsync(user);
        session.Confirm(clock.UtcNow());
    }
}
