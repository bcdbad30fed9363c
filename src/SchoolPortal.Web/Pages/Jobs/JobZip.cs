using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>
/// The zip of a job, for the person who asked for it and as long as they may still have every file in it; sent piece by piece, so that
/// its size costs no memory.
/// </summary>
internal static class JobZip
{
    private const int PartsAtOnce = 16;

    public static async Task<IResult> GetAsync(
        Guid id, PortalDbContext db, IEnumerable<JobWork> kinds, Actor actor, TimeProvider clock, HttpResponse response, CancellationToken cancel)
    {
        var job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id && j.PersonId == actor.PersonId, cancel);
        if (job?.HasFile(clock.UtcNow()) != true || kinds.Single(k => k.Kind == job.Kind) is not FilesWork work)
        {
            return Results.NotFound();
        }

        if (!await MayStillAsync(db, job.Id, work, actor, cancel))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        response.ContentLength = job.FileLength;
        return Results.Stream(
            output => SendAsync(db, job, output, cancel), "application/zip", NameOf(job, work));
    }

    private static string NameOf(Job job, FilesWork work) =>
        $"{work.ZipName}{(job.Edition is { } edition ? $"-{edition}" : "")}-{NewZealandTime.DayOf(job.AskedAt):yyyy-MM-dd}.zip";

    private static async Task<bool> MayStillAsync(PortalDbContext db, Guid jobId, FilesWork work, Actor actor, CancellationToken cancel)
    {
        var places = await db.JobItems.AsNoTracking().Where(i => i.JobId == jobId && i.FileName != null)
            .Join(db.Schools, i => i.SchoolId, s => s.Id, (_, s) => new Place(s.Id, s.AreaId, s.DistrictId))
            .ToListAsync(cancel);
        return places.TrueForAll(place => work.MayAt(actor, place));
    }

    private static async Task SendAsync(PortalDbContext db, Job job, Stream output, CancellationToken cancel)
    {
        for (var sent = 0L; sent < job.FileLength;)
        {
            var parts = await db.JobFileParts.AsNoTracking().Where(p => p.JobId == job.Id && p.Start >= sent)
                .OrderBy(p => p.Start)
                .Take(PartsAtOnce)
                .ToListAsync(cancel);
            foreach (var part in parts)
            {
                await output.WriteAsync(part.Bytes, cancel);
            }

            sent = parts[^1].End;
        }
    }
}
