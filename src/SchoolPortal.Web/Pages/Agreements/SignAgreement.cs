using SchoolPortal.Data;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>What a person enters to sign.</summary>
/// <param name="TypedName">Their full name.</param>
/// <param name="Position">The position they sign in.</param>
/// <param name="Passphrase">Given again, when the last time is too long ago.</param>
public sealed record SigningEntry(string TypedName, string Position, string? Passphrase);

/// <summary>
/// Signs for one's party. The fourth signature makes the record that is kept, and brings the agreement into force when its
/// start date has come.
/// </summary>
public sealed class SignAgreement(PortalDbContext db, RecentSignIn recent, BringAgreementsIntoForce intoForce, TimeProvider clock)
{
    /// <summary>The statement that each party ticks.</summary>
    public const string Statement =
        "I have read this agreement, I may sign it for the side that I stand for, and we mean to work by it in good faith.";

    /// <summary>Refuses a wrong passphrase, a second signature, and whatever the lifecycle table does not offer now.</summary>
    public async Task HandleAsync(Actor actor, Place place, int number, SigningEntry entry, CancellationToken cancel)
    {
        await recent.RequireAsync(entry.Passphrase, cancel);
        await db.RequireOpenSchoolAsync(place.SchoolId, cancel);
        var now = clock.UtcNow();
        var agreement = await db.WithPartsAsync(place.SchoolId, number, cancel);
        var change = new Change(actor, now, "Signed the agreement");
        var words = new SigningWords(entry.TypedName, entry.Position, Statement, "passphrase");
        agreement.Sign(actor.RolesAt(place), words, recent.IsRecent, change, party => actor.ActingAs(party, place));

        // Each signature takes a new token of the agreement, so that of two at once one is told, and neither is the last unseen.
        db.Entry(agreement).Property(a => a.State).IsModified = true;
        if (agreement.State != AgreementState.Signed)
        {
            await db.SaveAsync(change, cancel);
            return;
        }

        db.AgreementFiles.Add(RecordOf(agreement, now));
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveAsync(change, cancel);
        if (agreement.StartsOn <= clock.Today())
        {
            await intoForce.BringAsync(agreement, cancel);
        }

        await together.CommitAsync(cancel);
    }

    private static AgreementFile RecordOf(Agreement agreement, DateTime now)
    {
        var facts = FactsJson.Read(agreement.FrozenFacts!);
        var content = AgreementContent.Of(agreement, facts, DocumentStanding.FullySigned, all: true, NewZealandTime.DayOf(now));
        return new AgreementFile(agreement, AgreementFileKind.Signed, FormDocument.Write(content), now);
    }
}
