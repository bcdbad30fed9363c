using System.Globalization;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Begins the next agreement of a school, filled in from the one in force or from the definition.</summary>
public sealed class StartAgreement(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Gives its number. Refuses while another one is in the making.</summary>
    public async Task<int> HandleAsync(Actor actor, Guid schoolId, CancellationToken cancel)
    {
        var earlier = await db.Agreements.Where(a => a.SchoolId == schoolId)
            .Select(a => new { a.Number, a.State })
            .ToListAsync(cancel);
        if (earlier.Find(a => AgreementStandings.InTheMaking.Contains(a.State)) is { } making)
        {
            throw new RuleBroken("", $"Agreement {making.Number} is already in the making. Go on with it, or withdraw it first.");
        }

        var inForce = earlier.Find(a => a.State == AgreementState.Active) is { } active
            ? await db.WithPartsAsync(schoolId, active.Number, cancel)
            : null;
        var form = FormDefinitions.PartnershipAgreement;
        var change = new Change(actor, clock.UtcNow(), "Started an agreement");
        var number = earlier.Select(a => a.Number).DefaultIfEmpty().Max() + 1;
        db.Agreements.Add(new Agreement(schoolId, number, form, StartingAnswers(form, inForce), inForce?.Id, change));
        await db.SaveAsync(change, cancel);
        return number;
    }

    private Answers StartingAnswers(FormDefinition form, Agreement? inForce)
    {
        if (inForce is null)
        {
            return form.StartingAnswers();
        }

        // A renewal begins where the one in force ends; everything else is as it was agreed, to be checked.
        var today = clock.Today();
        var start = inForce.EndsOn >= today ? inForce.EndsOn.Value.AddDays(1) : today;
        return form.StartingAnswers()
            .With(inForce.Answers())
            .With(Projections.KeyOf(form, Projections.TermStart), Answer.Of(start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }
}
