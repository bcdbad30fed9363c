using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Visits;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Visits;

/// <summary>Enters a visit, sets it right, or takes it back.</summary>
public sealed class EnterVisit(PortalDbContext db, Actor actor, TimeProvider clock)
{
    /// <summary>Refuses what <see cref="Visit"/> refuses.</summary>
    public async Task HandleAsync(CurrentSchool school, VisitTold told, CancellationToken cancel)
    {
        var visit = new Visit(school.Id, await DaysAsync(school, cancel), told, actor);
        db.Visits.Add(visit);
        await SaveAsync($"Entered a visit on {NewZealandTime.Show(told.On)}", why: null, cancel);
    }

    /// <summary>Refuses what <see cref="Visit.Correct"/> refuses.</summary>
    /// <param name="school">The school.</param>
    /// <param name="id">The visit.</param>
    /// <param name="told">How it was; null takes it back.</param>
    /// <param name="why">The reason, for history.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task CorrectAsync(CurrentSchool school, Guid id, VisitTold? told, string why, CancellationToken cancel)
    {
        var visit = await db.Visits.SingleAsync(v => v.Id == id && v.SchoolId == school.Id, cancel);
        if (told is null)
        {
            visit.TakeBack(actor);
        }
        else
        {
            visit.Correct(await DaysAsync(school, cancel), told, actor);
        }

        await SaveAsync($"{(told is null ? "Took back" : "Corrected")} a visit on {NewZealandTime.Show(visit.On)}", why, cancel);
    }

    private async Task<VisitDays> DaysAsync(CurrentSchool school, CancellationToken cancel) => new(
        clock.Today(), await db.Schools.Where(s => s.Id == school.Id).Select(s => s.Facts.DateOpened).SingleAsync(cancel), school.ClosedOn);

    private Task SaveAsync(string what, string? why, CancellationToken cancel) => db.SaveAsync(new Change(actor, clock.UtcNow(), what, why), cancel);
}
