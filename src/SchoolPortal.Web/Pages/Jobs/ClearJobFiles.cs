using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Jobs;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>Deletes the files of jobs whose time is over, and what is there of one that was called off.</summary>
public sealed class ClearJobFiles(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Doing it again deletes nothing more.</summary>
    public Task HandleAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        return db.JobFileParts
            .Where(part => db.Jobs.Any(job => job.Id == part.JobId
                && (job.FileUntil <= now || job.State == JobState.Cancelled || job.State == JobState.BrokenOff)))
            .ExecuteDeleteAsync(cancel);
    }
}
