using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Brings signed agreements into force on the day they begin; the one in force before is superseded with it.</summary>
public sealed class BringAgreementsIntoForce(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Every signed agreement whose start date has come. Doing it again does nothing.</summary>
    public async Task HandleAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        var due = await db.Agreements
            .Where(a => a.State == AgreementState.Signed && a.StartsOn <= today
                && db.Schools.Any(s => s.Id == a.SchoolId && s.Status != SchoolStatus.Closed && s.Status != SchoolStatus.Merged))
            .Select(a => new { a.SchoolId, a.Number })
            .ToListAsync(cancel);
        foreach (var one in due)
        {
            await using var together = await db.Database.BeginTransactionAsync(cancel);
            await BringAsync(await db.WithPartsAsync(one.SchoolId, one.Number, cancel), cancel);
            await together.CommitAsync(cancel);
        }
    }

    /// <summary>
    /// One agreement, tracked, within the caller's transaction. The one before leaves its place in a save of its own: the
    /// database allows one in force, and the order of updates within a save is not ours.
    /// </summary>
    public async Task BringAsync(Agreement agreement, CancellationToken cancel)
    {
        var change = new Change(Actor.Portal, clock.UtcNow(), "The agreement came into force");
        if (await db.InForceAsync(agreement.SchoolId, cancel) is { } before)
        {
            before.Supersede(change);
            await db.SaveAsync(change with { What = $"Superseded by agreement {agreement.Number}" }, cancel);
        }

        agreement.ComeIntoForce(clock.Today(), change);
        await db.SaveAsync(change, cancel);
    }
}
