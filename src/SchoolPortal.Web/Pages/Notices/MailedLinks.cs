using System.Buffers.Text;
using System.Security.Cryptography;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Readiness;

/// <summary>Makes the link of a notice as it leaves: random, kept as a hash alone.</summary>
public sealed class MakeReadinessLink(PortalDbContext db, TimeProvider clock)
{
    private const int Bytes = 32;

    /// <summary>Gives its address in the portal, which stands nowhere else.</summary>
    public async Task<string> HandleAsync(Notice notice, CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var now = clock.UtcNow();
        db.ReadinessLinks.Add(new ReadinessLink(HashOf(token), notice, now));
        await db.SaveAsync(new Change(Actor.Portal, now, "Made a link"), cancel);
        return $"/ready/{token}";
    }

    /// <summary>What is kept of a token.</summary>
    internal static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));
}
