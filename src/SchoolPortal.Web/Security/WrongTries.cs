using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Security;

/// <summary>
/// Rests an account after five wrong passphrases in fifteen minutes (requirement R04). The tries are counted from the audit
/// log, so that every node counts alike, and tries while an account rests do not count, so that a rest ends. A network from
/// which the person has signed in lately is held to the tries made from there: somebody elsewhere cannot keep them out.
/// </summary>
public sealed class WrongTries(PortalDbContext db, TimeProvider clock)
{
    /// <summary>The audit log's reason for a try that counts.</summary>
    public const string Reason = "Wrong passphrase";

    private const int Most = 5;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(30);

    /// <summary>True while the account rests for somebody at this network address.</summary>
    public async Task<bool> AreTooManyAsync(Guid personId, string address, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var (tried, known) = (now - Rest, now - KnownFor);
        var tries = await db.AuditEvents.AsNoTracking()
            .Where(e => e.At > tried && e.SubjectId == personId && e.Why == Reason)
            .Select(e => e.Address)
            .ToListAsync(cancel);
        if (tries.Count < Most)
        {
            return false;
        }

        var signedInFrom = await db.Sessions.AsNoTracking()
            .Where(s => s.PersonId == personId && s.StartedAt > known)
            .Select(s => s.Address)
            .Distinct()
            .ToListAsync(cancel);
        return !signedInFrom.Exists(a => IsSame(a, address)) || tries.Count(a => IsSame(a, address)) >= Most;
    }

    /// <summary>A line of the audit log for a passphrase that was refused; nobody knows who gave it.</summary>
    /// <param name="what">What was refused.</param>
    /// <param name="why"><see cref="Reason"/> if the try counts.</param>
    /// <param name="personId">Whose account it was, or empty when there is none.</param>
    /// <param name="address">The network address it came from.</param>
    public AuditEvent Refused(string what, string why, Guid personId, string address) =>
        new(new Change(Stranger, clock.UtcNow(), what, why), nameof(Session), personId, null, null, address: address);

    private static Actor Stranger { get; } = new(Guid.Empty, "Somebody not signed in", "", []);

    private static bool IsSame(string? one, string other) => Network(one) == Network(other);

    private static string Network(string? address) => NetworkOf.Address(IPAddress.TryParse(address, out var parsed) ? parsed : null);
}
