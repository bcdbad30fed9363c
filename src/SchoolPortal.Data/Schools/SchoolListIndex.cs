using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>
/// Keeps the list of schools in memory, because searching it in the database costs ten times the rest of the page. Every
/// change writes history, so one count of the latest history tells whether anything changed, on this node or another; only
/// the schools that it names are read again.
/// </summary>
public sealed class SchoolListIndex(TimeProvider clock) : IDisposable
{
    /// <summary>
    /// History carries the time at which a change was decided and is seen when it is committed. The count goes back this far,
    /// so that a save which took its time is not missed.
    /// </summary>
    private static readonly TimeSpan Slowest = TimeSpan.FromMinutes(5);

    /// <summary>More changed schools than this, and reading everything is quicker.</summary>
    private const int ManySchools = 400;

    private static readonly string[] Everywhere = [nameof(Officer), nameof(District), nameof(Area), nameof(SchoolTerm)];

    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private volatile Kept? kept;

    /// <summary>The list as it is now.</summary>
    public async Task<SchoolListSnapshot> CurrentAsync(PortalDbContext db, CancellationToken cancel)
    {
        if (kept is { } known && await IsCurrentAsync(db, known, cancel))
        {
            return known.Snapshot;
        }

        await oneAtATime.WaitAsync(cancel);
        try
        {
            if (kept is not { } before || !await IsCurrentAsync(db, before, cancel))
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

    private async Task<bool> IsCurrentAsync(PortalDbContext db, Kept known, CancellationToken cancel) =>
        known.Snapshot.Day == clock.Today()
        && clock.UtcNow() - known.Since < 2 * Slowest
        && await CountAsync(db, known.Since, cancel) == known.Events;

    private static Task<int> CountAsync(PortalDbContext db, DateTime since, CancellationToken cancel) =>
        db.AuditEvents.CountAsync(e => e.At >= since, cancel);

    private async Task<Kept> RefreshAsync(PortalDbContext db, Kept? before, CancellationToken cancel)
    {
        // Counted before it is read: what is saved in between makes the next request look again.
        var since = clock.UtcNow() - Slowest;
        var events = await CountAsync(db, since, cancel);
        var day = clock.Today();
        if (before?.Snapshot.Day == day && await CountAsync(db, before.Since, cancel) == before.Events)
        {
            return before with { Since = since, Events = events };
        }

        if (before?.Snapshot.Day != day || await ChangedAsync(db, before.Since, cancel) is not { } changed)
        {
            return new Kept(await ReadAsync(db, day, cancel), since, events);
        }

        var rows = await SchoolListRows.LoadAsync(db, day, changed, cancel);
        var others = before.Snapshot.Rows.Where(r => !changed.Contains(r.Place.SchoolId));
        return new Kept(new SchoolListSnapshot(day, others.Concat(rows), before.Snapshot.Districts, before.Snapshot.Areas), since, events);
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
        return new SchoolListSnapshot(
            day,
            await SchoolListRows.LoadAsync(db, day, only: null, cancel),
            districts,
            [.. areas.OrderBy(a => a.Order).ThenBy(a => a.Line.Name, StringComparer.Ordinal).Select(a => a.Line)]);
    }

    private sealed record Kept(SchoolListSnapshot Snapshot, DateTime Since, int Events);
}
