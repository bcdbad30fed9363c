using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Security;

/// <summary>
/// Rests an account after five wrong passphrases in fifteen minutes (requirement R04). The tries are counted from the audit
/// log, so that every node counts alike; tries while an account rests do not count, so that a rest ends. A network from which
/// the person has signed in lately is held to the tries made from there: somebody elsewhere cannot keep them out.
/// </summary>
public sealed class WrongTries(PortalDbContext db, TimeProvider clock)
{
    /// <summary>The audit log's reason for a try that counts.</summary>
    public const string Reason = "Wrong passphrase";

    /// <summary>The audit log's reason from which counting begins anew.</summary>
    public const string Forgiven = "Wrong tries forgiven";

    private const int Most = 5;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(30);

    private static Actor Stranger { get; } = new(Guid.Empty, "Somebody not signed in", "", []);

    /// <summary>True while the account rests for somebody at this network address.</summary>
    public async Task<bool> AreTooManyAsync(Guid personId, string address, CancellationToken cancel)
    {
        var tries = await LatelyAsync(personId, cancel);
        if (tries.Count < Most)
        {
            return false;
        }

        var known = clock.UtcNow() - KnownFor;
        var signedInFrom = await db.Sessions.AsNoTracking()
            .Where(s => s.PersonId == personId && s.StartedAt > known)
            .Select(s => s.Address)
            .Distinct()
            .ToListAsync(cancel);
        return !signedInFrom.Exists(a => IsSame(a, address)) || tries.Count(t => IsSame(t.Address, address)) >= Most;
    }

    /// <summary>When somebody at a new address may try again, UTC; null while the account does not rest.</summary>
    public async Task<DateTime?> RestsUntilAsync(Guid personId, CancellationToken cancel)
    {
        var tries = await LatelyAsync(personId, cancel);
        return tries.Count < Most ? null : tries[^Most].At + Rest;
    }

    /// <summary>A line of the audit log for a passphrase that was refused; nobody knows who gave it.</summary>
    /// <param name="what">What was refused.</param>
    /// <param name="why"><see cref="Reason"/> if the try counts.</param>
    /// <param name="personId">Whose account it was, or empty when there is none.</param>
    /// <param name="address">The network address it came from.</param>
    public AuditEvent Refused(string what, string why, Guid personId, string address) =>
        new(new Change(Stranger, clock.UtcNow(), what, why), nameof(Session), personId, null, null, address: address);

    private async Task<List<Try>> LatelyAsync(Guid personId, CancellationToken cancel)
    {
        var since = clock.UtcNow() - Rest;
        var tries = await db.AuditEvents.AsNoTracking()
            .Where(e => e.At > since && e.SubjectId == personId && (e.Why == Reason || e.Why == Forgiven))
            .OrderBy(e => e.At)
            .Select(e => new Try(e.At, e.Address, e.Why == Forgiven))
            .ToListAsync(cancel);
        return tries[(tries.FindLastIndex(t => t.IsForgiveness) + 1)..];
    }

    private static bool IsSame(string? one, string other) => Network(one) == Network(other);

    private static string Network(string? address) => NetworkOf.Address(IPAddress.TryParse(address, out var parsed) ? parsed : null);

    private sealed record Try(DateTime At, string? Address, bool IsForgiveness);
}
