using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data.History;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>
/// Keeps the list of schools in memory, because searching it in the database costs ten times the rest of the page. The marks
/// tell whether anything changed, on this node or another; history tells which schools, and only those are read again.
/// </summary>
public sealed class SchoolListIndex(TimeProvider clock) : IDisposable
{
    /// <summary>
    /// History carries the time at which a change was decided and is seen when it is committed. It is searched this much
    /// further back, so that a save which took its time is not missed.
    /// </summary>
    private static readonly TimeSpan Slowest = TimeSpan.FromMinutes(5);

    /// <summary>More changed schools than this, and reading everything is quicker.</summary>
    private const int ManySchools = 400;

    private static readonly string[] Everywhere = [nameof(Officer), nameof(OfficerLeave), nameof(District), nameof(Area), nameof(Station), nameof(SchoolTerm)];

    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private volatile Kept? kept;

    /// <summary>The list as it was when the marks were read, or later.</summary>
    public async ValueTask<SchoolListSnapshot> CurrentAsync(PortalDbContext db, Marks marks, CancellationToken cancel)
    {
        if (kept is { } known && IsCurrent(known, marks))
        {
            return known.Snapshot;
        }

        await oneAtATime.WaitAsync(cancel);
        try
        {
            if (kept is not { } before || !IsCurrent(before, marks))
            {
                kept = await RefreshAsync(db, kept, cancel);
            }

            return kept.Snapshot;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private bool IsCurrent(Kept known, Marks marks) => known.Mark == marks.Records && known.Snapshot.Day == clock.Today();

    private async Task<Kept> RefreshAsync(PortalDbContext db, Kept? before, CancellationToken cancel)
    {
        // Asked before it is read: what is saved in between makes the next request look again.
        var since = clock.UtcNow() - Slowest;
        var mark = (await db.MarksAsync(cancel)).Records;
        var day = clock.Today();
        if (before?.Snapshot.Day != day || await ChangedAsync(db, before.Since, cancel) is not { } changed)
        {
            return new Kept(await ReadAsync(db, day, cancel), since, mark);
        }

        var known = before.Snapshot;
        var rows = await SchoolListRows.LoadAsync(db, known.Calendar, day, changed, cancel);
        return new Kept(known.With(changed, rows), since, mark);
    }

    /// <summary>The schools that history names; null when everything must be read again.</summary>
    private static async Task<HashSet<Guid>?> ChangedAsync(PortalDbContext db, DateTime since, CancellationToken cancel)
    {
        var latest = db.AuditEvents.Where(e => e.At >= since);
        if (await latest.AnyAsync(e => Everywhere.Contains(e.Subject), cancel))
        {
            return null;
        }

        var named = await latest.Where(e => e.SchoolId != null).Select(e => e.SchoolId!.Value).Distinct().Take(ManySchools + 1).ToListAsync(cancel);
        return named.Count > ManySchools ? null : [.. named];
    }

    private static async Task<SchoolListSnapshot> ReadAsync(PortalDbContext db, DateOnly day, CancellationToken cancel)
    {
        var districts = await db.Districts.OrderBy(d => d.Order).Select(d => new DistrictLine(d.Id, d.Code, d.Name)).ToListAsync(cancel);
        var areas = await db.Areas
            .Join(db.Districts, a => a.DistrictId, d => d.Id, (a, d) => new { d.Order, Line = new AreaLine(a.Id, a.DistrictId, a.Name) })
            .ToListAsync(cancel);
        var stations = await db.Stations.Where(s => !s.IsClosed).OrderBy(s => s.SortName)
            .Select(s => new StationLine(s.Id, s.AreaId, s.Name, s.SortName, s.Address, s.Phone, s.Hours, s.IsAlwaysOpen, GeoPoint.Of(s.Latitude, s.Longitude)))
            .ToListAsync(cancel);
        var calendar = new SchoolCalendar(await db.SchoolTerms.AsNoTracking().Where(t => t.Year >= day.Year - 1 && t.Year <= day.Year + 1).ToListAsync(cancel));
        return new SchoolListSnapshot(
            calendar,
            day,
            districts,
            [.. areas.OrderBy(a => a.Order).ThenBy(a => a.Line.Name, StringComparer.Ordinal).Select(a => a.Line)],
            stations,
            await SchoolListRows.LoadAsync(db, calendar, day, only: null, cancel));
    }

    private sealed record Kept(SchoolListSnapshot Snapshot, DateTime Since, Guid Mark);
}
