using SchoolPortal.Data;
using SchoolPortal.Documents.Agreements;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>What somebody enters of a paper that a party has signed.</summary>
/// <param name="Party">The party.</param>
/// <param name="TypedName">The name on the paper.</param>
/// <param name="Position">The position on the paper.</param>
/// <param name="SignedOn">The day on the paper.</param>
/// <param name="Scan">The paper, scanned.</param>
/// <param name="Passphrase">Given again, when the last time is too long ago.</param>
public sealed record PaperEntry(Role Party, string TypedName, string Position, DateOnly SignedOn, byte[] Scan, string? Passphrase);

/// <summary>Confirms that a party of the other side has signed on paper, and keeps the scan.</summary>
public sealed class ConfirmPaperSignature(PortalDbContext db, RecentSignIn recent, KeepSignature keep, TimeProvider clock)
{
    /// <summary>Refuses a wrong passphrase, what is no scan, and whatever the lifecycle table does not offer now; then nothing is kept.</summary>
    public async Task HandleAsync(Actor actor, Place place, int number, PaperEntry entry, CancellationToken cancel)
    {
        await recent.RequireAsync(entry.Passphrase, cancel);
        await db.RequireOpenSchoolAsync(place.SchoolId, cancel);
        if (Scan.Refusal(entry.Scan) is { } refusal)
        {
            throw new RuleBroken("Upload", refusal);
        }

        var agreement = await db.WithPartsAsync(place.SchoolId, number, cancel);
        var change = new Change(actor, clock.UtcNow(), $"Confirmed the signature of the {Words.Of(entry.Party)} on paper");
        var scan = new AgreementFile(agreement, AgreementFileKind.Scan, entry.Scan, change.At);
        var words = new SigningWords(entry.TypedName, entry.Position, SignAgreement.Statement, Signature.Paper);
        agreement.SignOnPaper(entry.Party, actor.RolesAt(place), words, entry.SignedOn, scan, recent.IsRecent, change);
        db.AgreementFiles.Add(scan);
        await keep.HandleAsync(agreement, change, cancel);
    }
}
