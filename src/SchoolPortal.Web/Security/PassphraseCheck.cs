using Microsoft.AspNetCore.Identity;

using SchoolPortal.Data.People;

namespace SchoolPortal.Web.Security;

/// <summary>
/// Compares passphrases with their hashes: as slow for an account that does not exist as for one that does, and never more
/// at once than there are processors, so that a flood of sign-ins does not starve the pages.
/// </summary>
public sealed class PassphraseCheck : IDisposable
{
    private readonly SemaphoreSlim places = new(Environment.ProcessorCount);
    private readonly IPasswordHasher<PortalUser> hasher;
    private readonly string hashOfNobody;

    public PassphraseCheck(IPasswordHasher<PortalUser> hasher)
    {
        this.hasher = hasher;
        hashOfNobody = hasher.HashPassword(new PortalUser(), Guid.NewGuid().ToString());
    }

    /// <summary>
    /// True when the account exists and this is its passphrase. A hash made with fewer rounds than today's is then made anew on
    /// the account; the caller's save keeps it (requirement R62).
    /// </summary>
    public async Task<bool> IsRightAsync(PortalUser? user, string passphrase, CancellationToken cancel)
    {
        await places.WaitAsync(cancel);
        try
        {
            var result = hasher.VerifyHashedPassword(user ?? new PortalUser(), user?.PasswordHash ?? hashOfNobody, passphrase);
            if (user?.PasswordHash is null)
            {
                return false;
            }

            if (result == PasswordVerificationResult.SuccessRehashNeeded)
            {
                user.PasswordHash = hasher.HashPassword(user, passphrase);
            }

            return result != PasswordVerificationResult.Failed;
        }
        finally
        {
            places.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => places.Dispose();
}
