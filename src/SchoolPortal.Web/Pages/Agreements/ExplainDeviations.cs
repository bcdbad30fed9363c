using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>A reason as it was read and as it is now; null for none.</summary>
public sealed record Explanation(string? Was, string? Reason);

/// <summary>Says why an agreement is not the standard text in places.</summary>
public sealed class ExplainDeviations(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Refuses all of them when one was changed by somebody else meanwhile.</summary>
    /// <param name="actor">Who says it.</param>
    /// <param name="schoolId">The school.</param>
    /// <param name="number">The agreement's number.</param>
    /// <param name="explanations">By the key of the question.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task HandleAsync(
        Actor actor, Guid schoolId, int number, IReadOnlyDictionary<string, Explanation> explanations, CancellationToken cancel)
    {
        await db.RequireOpenSchoolAsync(schoolId, cancel);
        var agreement = await db.WithPartsAsync(schoolId, number, cancel);
        var change = new Change(actor, clock.UtcNow(), $"Said why agreement {number} is not the standard text in places");
        foreach (var (field, (was, reason)) in explanations.Where(e => e.Value.Was != e.Value.Reason))
        {
            agreement.ExplainDeviation(field, was, reason, change);
        }

        await db.SaveAsync(change, cancel);
    }
}
