using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

using SchoolPortal.Data.People;

namespace SchoolPortal.Web.Security;

/// <summary>
/// Compares passphrases with their hashes: as slow for an account that does not exist as for one that does, and never more
/// at once than there are processors, so that a flood of sign-ins does not starve the pages.
/// </summary>
public sealed class PassphraseCheck : IDisposable
{
    private readonly SemaphoreSlim places = new(Environment.ProcessorCount);
    private readonly PasswordHasher<PortalUser> hasher;
    private readonly string hashOfNobody;

    public PassphraseCheck(IOptions<PasswordHasherOptions> options)
    {
        hasher = new PasswordHasher<PortalUser>(options);
        hashOfNobody = hasher.HashPassword(new PortalUser(), Guid.NewGuid().ToString());
    }

    /// <summary>True when the account exists and this is its passphrase.</summary>
    public async Task<bool> IsRightAsync(PortalUser? user, string passphrase, CancellationToken cancel)
    {
        await places.WaitAsync(cancel);
        try
        {
            var hash = user?.PasswordHash ?? hashOfNobody;
            var result = hasher.VerifyHashedPassword(user ?? new PortalUser(), hash, passphrase);
            return user?.PasswordHash is not null && result != PasswordVerificationResult.Failed;
        }
        finally
        {
            places.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => places.Dispose();
}
