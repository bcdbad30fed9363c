using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Takes any step of an agreement but signing.</summary>
public sealed class TakeAgreementStep(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Refuses what the lifecycle table does not offer now, a missing reason, and a school that has closed.</summary>
    public async Task HandleAsync(Actor actor, Place place, int number, AgreementStep step, string? reason, CancellationToken cancel)
    {
        await db.RequireOpenSchoolAsync(place.SchoolId, cancel);
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
            case AgreementStep.Vary:
                await VaryAsync(agreement, form, roles, today, change, cancel);
                break;
            case AgreementStep.Renew:
                await RenewAsync(agreement, roles, today, change, cancel);
                break;
            case AgreementStep.GiveNotice:
                agreement.GiveNotice(form, await db.CalendarAsync(today, cancel), today, roles, change);
                await TellAsync(agreement, $"Notice to end agreement {number} was given; its last day is {NewZealandTime.Show(agreement.EndsOn!.Value)}", roles, change, cancel);
                break;
            case AgreementStep.TakeBackNotice:
                agreement.TakeBackNotice(today, roles, change);
                await TellAsync(agreement, $"The notice to end agreement {number} was taken back", roles, change, cancel);
                break;
            case AgreementStep.End:
                agreement.End(today, roles, change);
                await TellAsync(agreement, $"Agreement {number} was ended by both sides", roles, change, cancel);
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
        var template = await db.TemplateOfAsync(agreement, cancel);
        var content = AgreementContent.Of(agreement, template, facts, DocumentStanding.AwaitingSignatures, all: true, today);
        db.AgreementFiles.Add(agreement.AgreeText(form, roles, FactsJson.Write(facts), FormDocument.Write(content), change));
    }

    private async Task VaryAsync(
        Agreement agreement, FormDefinition form, IReadOnlySet<Role> roles, DateOnly today, Change change, CancellationToken cancel)
    {
        var variation = agreement.Vary(await db.NextAgreementNumberAsync(agreement.SchoolId, cancel), form, today, roles, change);
        db.Agreements.Add(variation);
        db.Acknowledgements.AddRange(Acknowledgement.OfStep(
            agreement, AcknowledgementKind.Variation, variation.Id, WithReason($"A variation of agreement {agreement.Number} is proposed", change), roles, today));
    }

    private async Task RenewAsync(
        Agreement agreement, IReadOnlySet<Role> roles, DateOnly today, Change change, CancellationToken cancel)
    {
        var number = await db.NextAgreementNumberAsync(agreement.SchoolId, cancel);
        var template = await db.CurrentTemplateAsync(FormDefinitions.PartnershipAgreement.Key, today, cancel);
        db.Agreements.Add(agreement.Renew(number, template.Form, today, roles, change));
    }

    /// <summary>Tells both sides how the agreement is to end; what they were told of that before is out of date.</summary>
    private async Task TellAsync(Agreement agreement, string text, IReadOnlySet<Role> except, Change change, CancellationToken cancel)
    {
        var today = NewZealandTime.DayOf(change.At);
        var before = await db.Acknowledgements
            .Where(a => a.AboutId == agreement.Id && a.Kind == AcknowledgementKind.Ending && a.GivenAt == null && a.ClosedOn == null)
            .ToListAsync(cancel);
        before.ForEach(asked => asked.Close(today));
        db.Acknowledgements.AddRange(Acknowledgement.OfStep(
            agreement, AcknowledgementKind.Ending, agreement.Id, WithReason(text, change), except, today));
    }

    private static string WithReason(string text, Change change) => $"{text}: \u201c{change.Why}\u201d";
}
