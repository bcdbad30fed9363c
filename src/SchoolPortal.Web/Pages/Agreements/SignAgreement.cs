using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>What a person enters to sign.</summary>
/// <param name="TypedName">Their full name.</param>
/// <param name="Position">The position they sign in.</param>
/// <param name="Passphrase">Given again, when the last time is too long ago.</param>
public sealed record SigningEntry(string TypedName, string Position, string? Passphrase);

/// <summary>Signs for one's party.</summary>
public sealed class SignAgreement(PortalDbContext db, RecentSignIn recent, KeepSignature keep, TimeProvider clock)
{
    /// <summary>The statement that each party ticks.</summary>
    public const string Statement =
        "I have read this agreement, I may sign it for the side that I stand for, and we mean to work by it in good faith.";

    /// <summary>Refuses a wrong passphrase, a second signature, and whatever the lifecycle table does not offer now.</summary>
    public async Task HandleAsync(Actor actor, Place place, int number, SigningEntry entry, CancellationToken cancel)
    {
        await recent.RequireAsync(entry.Passphrase, cancel);
        await db.RequireOpenSchoolAsync(place.SchoolId, cancel);
        var agreement = await db.WithPartsAsync(place.SchoolId, number, cancel);
        var change = new Change(actor, clock.UtcNow(), "Signed the agreement");
        var words = new SigningWords(entry.TypedName, entry.Position, Statement, "passphrase");
        agreement.Sign(actor.RolesAt(place), words, recent.IsRecent, change, party => actor.ActingAs(party, place));
        await keep.HandleAsync(agreement, change, cancel);
    }
}
