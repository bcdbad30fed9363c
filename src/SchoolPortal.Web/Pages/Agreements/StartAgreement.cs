using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Begins an agreement that follows no other, filled in from the definition, in the template that is in use.</summary>
public sealed class StartAgreement(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Gives its number. Refuses while another one is in force or in the making.</summary>
    public async Task<int> HandleAsync(Actor actor, Guid schoolId, CancellationToken cancel)
    {
        await db.RequireOpenSchoolAsync(schoolId, cancel);
        var number = await db.NextAgreementNumberAsync(schoolId, cancel);
        if (await db.InForceAsync(schoolId, cancel) is { } inForce)
        {
            throw new RuleBroken("", $"Agreement {inForce.Number} is still there. Propose a variation of it, or renew it when its end is near.");
        }

        var form = (await db.CurrentTemplateAsync(FormDefinitions.PartnershipAgreement.Key, clock.Today(), cancel)).Form;
        var change = new Change(actor, clock.UtcNow(), "Started an agreement");
        db.Agreements.Add(new Agreement(schoolId, number, form, form.StartingAnswers(), change));
        await db.SaveAsync(change, cancel);
        return number;
    }
}
