using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Ends what is over: agreements whose notice has run out, and everything unfinished at schools that have closed or merged.</summary>
public sealed class EndAgreements(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Every one of them. Doing it again does nothing.</summary>
    public async Task HandleAsync(CancellationToken cancel)
    {
        await ByNoticeAsync(cancel);
        await WithSchoolsAsync(cancel);
    }

    private async Task ByNoticeAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        var over = await db.Agreements
            .Where(a => a.State == AgreementState.Active && a.NoticeFrom != null && a.EndsOn < today)
            .ToListAsync(cancel);
        var change = new Change(Actor.Portal, clock.UtcNow(), "The agreement ended by notice");
        over.ForEach(agreement => agreement.EndByNotice(today, change));
        await db.SaveAsync(change, cancel);
    }

    private async Task WithSchoolsAsync(CancellationToken cancel)
    {
        var unfinished = await db.Agreements
            .Where(a => a.State == AgreementState.Active || AgreementStandings.InTheMaking.Contains(a.State))
            .Join(
                db.Schools.Where(s => s.Status == SchoolStatus.Closed || s.Status == SchoolStatus.Merged),
                a => a.SchoolId,
                s => s.Id,
                (agreement, school) => new { Agreement = agreement, school.Status, school.ClosedOn })
            .ToListAsync(cancel);
        foreach (var of in unfinished.GroupBy(each => each.Status))
        {
            var change = new Change(Actor.Portal, clock.UtcNow(), "The agreement ended with the school", $"The school has {Words.Of(of.Key)}");
            foreach (var each in of)
            {
                if (each.Agreement.State == AgreementState.Active)
                {
                    each.Agreement.EndWithSchool(each.ClosedOn ?? clock.Today(), change);
                }
                else
                {
                    each.Agreement.WithdrawWithSchool(change);
                }
            }

            await db.SaveAsync(change, cancel);
        }
    }
}
