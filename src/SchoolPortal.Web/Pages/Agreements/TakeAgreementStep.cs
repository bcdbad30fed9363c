using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Takes any step of an agreement but signing.</summary>
public sealed class TakeAgreementStep(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Refuses what the lifecycle table does not offer now, and a missing reason.</summary>
    public async Task HandleAsync(Actor actor, Place place, int number, AgreementStep step, string? reason, CancellationToken cancel)
    {
        var agreement = await db.WithPartsAsync(place.SchoolId, number, cancel);
        var form = AgreementContent.FormOf(agreement);
        var roles = actor.RolesAt(place);
        var today = clock.Today();
        var words = StepWords.Of(step) ?? throw new StepNotAllowed("This step is not taken on this page.");
        var why = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        var change = new Change(actor, clock.UtcNow(), words.Deed, why);
        switch (step)
        {
            case AgreementStep.SendToSchool:
                agreement.SendToSchool(form, roles, change);
                break;
            case AgreementStep.AskForChanges:
                agreement.AskForChanges(roles, change);
                break;
            case AgreementStep.AgreeText:
                await AgreeTextAsync(agreement, form, roles, today, change, cancel);
                break;
            case AgreementStep.Reopen:
                agreement.Reopen(roles, change);
                break;
            case AgreementStep.Withdraw:
                agreement.Withdraw(roles, change);
                break;
            case AgreementStep.RecordReview:
                agreement.RecordReview(today, roles, change);
                break;
            case AgreementStep.End:
                agreement.End(today, roles, change);
                break;
            default:
                throw new StepNotAllowed($"\u201c{AgreementLifecycle.Table[step].Label}\u201d is not taken on this page.");
        }

        await db.SaveAsync(change, cancel);
    }

    private async Task AgreeTextAsync(
        Agreement agreement, FormDefinition form, IReadOnlySet<Role> roles, DateOnly today, Change change, CancellationToken cancel)
    {
        var facts = await LiveFacts.OfAsync(db, agreement.SchoolId, today, emergency: true, cancel);
        var content = AgreementContent.Of(agreement, facts, DocumentStanding.AwaitingSignatures, all: true, today);
        db.AgreementFiles.Add(agreement.AgreeText(form, roles, FactsJson.Write(facts), FormDocument.Write(content), change));
    }
}
