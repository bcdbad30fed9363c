using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Jobs;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>One step of the lifecycle at many schools, by the same use case as on its page.</summary>
public abstract class AgreementStepWork(PortalDbContext db, TakeAgreementStep take, AgreementStep step) : DeedWork
{
    private readonly LifecycleRow<AgreementState, AgreementStep> row = AgreementLifecycle.Table[step];
    private readonly StepWords words = StepWords.Of(step)!;

    public override string Before => words.Before;

    public override string NotYours => Lifecycle.NotForRole(row.Label);

    public override bool MayAt(Actor actor, Place place) => row.Who.Any(actor.RolesAt(place).Contains);

    public override async Task<string> DoAsync(Actor actor, JobSchool school, CancellationToken cancel)
    {
        // A school has one agreement at most in each of the states that these steps begin in.
        var number = await db.Agreements
            .Where(a => a.SchoolId == school.Place.SchoolId && row.From.Contains(a.State))
            .Select(a => (int?)a.Number)
            .SingleOrDefaultAsync(cancel)
            ?? throw new StepNotAllowed($"This school has no agreement that is \u201c{Words.Of(row.From[0])}\u201d, so \u201c{row.Label}\u201d is not possible.");
        await take.HandleAsync(actor, school.Place, number, step, reason: null, cancel);
        return words.Done;
    }
}

/// <summary>Begins the next term of many agreements.</summary>
public sealed class RenewAgreementsWork(PortalDbContext db, TakeAgreementStep take) : AgreementStepWork(db, take, AgreementStep.Renew)
{
    public override JobKind Kind => JobKind.RenewAgreements;
}

/// <summary>Sends many drafts to their schools for review.</summary>
public sealed class SendAgreementsWork(PortalDbContext db, TakeAgreementStep take) : AgreementStepWork(db, take, AgreementStep.SendToSchool)
{
    public override JobKind Kind => JobKind.SendAgreements;
}
