using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>Asks for a job. It is worked on in the background, by whichever node is free.</summary>
public sealed class BeginJob(PortalDbContext db, IEnumerable<JobWork> kinds, JobBell bell, TimeProvider clock)
{
    /// <summary>
    /// Gives its id. Refuses when the person may do this at none of the schools, and while an earlier job of theirs is under
    /// way. Schools at which they may not are taken along, and refused one by one with the reason.
    /// </summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="kind">For what.</param>
    /// <param name="edition">Which of several; not looked at where there is but one.</param>
    /// <param name="choice">At which schools.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task<Guid> HandleAsync(Actor actor, JobKind kind, string? edition, JobChoice choice, CancellationToken cancel)
    {
        var work = kinds.Single(k => k.Kind == kind);
        if (!choice.Schools.Any(school => work.MayAt(actor, school.Place)))
        {
            throw new RuleBroken("Kind", "You may do this at none of the schools chosen");
        }

        var editions = await work.EditionsAsync(cancel);
        if (editions?.Choices.Contains(edition) == false)
        {
            throw new RuleBroken($"Editions[{kind}]", $"{editions.Question} Choose one of the list");
        }

        if (await db.Jobs.AnyAsync(j => j.PersonId == actor.PersonId && JobLifecycle.Unfinished.Contains(j.State), cancel))
        {
            throw new RuleBroken("", "You have a job under way already. Wait until it is done, or cancel it.");
        }

        var change = new Change(actor, clock.UtcNow(), $"Asked for a job: {Words.Of(kind)}");
        var job = new Job(kind, editions is null ? null : edition, choice.InWords, choice.Schools.Count, change);
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        db.Jobs.Add(job);
        await db.SaveAsync(change, cancel);
        await db.BulkInsertAsync([.. choice.Schools.Select((school, position) => new JobItem(job.Id, position, school.Place.SchoolId))], cancel);
        await together.CommitAsync(cancel);
        bell.Ring();
        return job.Id;
    }
}
