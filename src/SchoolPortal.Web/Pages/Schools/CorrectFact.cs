using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>Keeps what a school or Police say of a fact beside what the directory says, and takes it back.</summary>
public sealed class CorrectFact(PortalDbContext db, Actor actor, TimeProvider clock)
{
    /// <summary>Refuses what <see cref="FactCorrection"/> refuses. What was said of the same fact before ends.</summary>
    /// <param name="current">The school.</param>
    /// <param name="fact">The key of the fact.</param>
    /// <param name="typed">What is right; null when the school has none.</param>
    /// <param name="cancel">Stops it before it is saved.</param>
    public async Task SayAsync(CurrentSchool current, string fact, string? typed, CancellationToken cancel)
    {
        var school = await db.Schools.SingleAsync(s => s.Id == current.Id, cancel);
        var what = SchoolFact.All.FirstOrDefault(known => known.Key == fact)?.Label ?? fact;
        var change = new Change(actor, clock.UtcNow(), $"Said that the directory is wrong: {what}");
        var said = new FactCorrection(school, fact, typed, SideOf(current), change);

        // The one before ends first: the database holds no two that stand.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.FactCorrections.SingleOrDefaultAsync(c => c.SchoolId == school.Id && c.Fact == fact && c.EndedAt == null, cancel) is { } before)
        {
            before.End(SideOf(current), change.At);
            await db.SaveAsync(change, cancel);
        }

        db.FactCorrections.Add(said);
        await db.SaveAsync(change, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The directory's value stands alone again. Refuses the other side where the fact is a side's own.</summary>
    public async Task TakeBackAsync(CurrentSchool current, Guid id, CancellationToken cancel)
    {
        var said = await db.FactCorrections.SingleOrDefaultAsync(c => c.Id == id && c.SchoolId == current.Id && c.EndedAt == null, cancel)
            ?? throw new StepNotAllowed("This was taken back already, or a directory agreed with it. What stands now is shown here.");
        said.End(SideOf(current), clock.UtcNow());
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Took back that the directory is wrong: {SchoolFact.Find(said.Fact).Label}"), cancel);
    }

    /// <summary>Who may correct as one of the school's people speaks for the school.</summary>
    private static Side SideOf(CurrentSchool school) =>
        school.Roles.Any(role => Permissions.RolesFor(Operation.CorrectFacts).Contains(role) && Roles.SideOf(role) == Side.School) ? Side.School : Side.Police;
}
