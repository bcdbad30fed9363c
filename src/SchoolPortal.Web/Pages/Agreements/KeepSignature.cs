using SchoolPortal.Data;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>
/// Saves a signature just given, in the portal or on paper. The fourth makes the record that is kept, and brings the agreement
/// into force when its start date has come.
/// </summary>
public sealed class KeepSignature(PortalDbContext db, BringAgreementsIntoForce intoForce, TimeProvider clock)
{
    /// <summary>Saves the agreement as it stands after the signature.</summary>
    public async Task HandleAsync(Agreement agreement, Change change, CancellationToken cancel)
    {
        // Each signature takes a new token of the agreement, so that of two at once one is told, and neither is the last unseen.
        db.Entry(agreement).Property(a => a.State).IsModified = true;
        if (agreement.State != AgreementState.Signed)
        {
            await db.SaveAsync(change, cancel);
            return;
        }

        db.AgreementFiles.Add(RecordOf(agreement, await db.TemplateOfAsync(agreement, cancel), change.At));
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveAsync(change, cancel);
        if (agreement.StartsOn <= clock.Today())
        {
            await intoForce.BringAsync(agreement, cancel);
        }

        await together.CommitAsync(cancel);
    }

    private static AgreementFile RecordOf(Agreement agreement, FormTemplate template, DateTime now)
    {
        var facts = FactsJson.Read(agreement.FrozenFacts!);
        var content = AgreementContent.Of(agreement, template, facts, DocumentStanding.FullySigned, all: true, NewZealandTime.DayOf(now));
        return new AgreementFile(agreement, AgreementFileKind.Signed, FormDocument.Write(content), now);
    }
}
