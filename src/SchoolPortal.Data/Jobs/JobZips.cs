using Microsoft.EntityFrameworkCore;

namespace SchoolPortal.Data.Jobs;

/// <summary>The zip of a job, kept in parts.</summary>
public static class JobZips
{
    /// <summary>How much of it is there: where the next part begins.</summary>
    public static Task<long> EndOfZipAsync(this PortalDbContext db, Guid jobId, CancellationToken cancel) => db.JobFileParts
        .Where(p => p.JobId == jobId)
        .OrderByDescending(p => p.Start)
        .Select(p => p.End)
        .FirstOrDefaultAsync(cancel);
}
