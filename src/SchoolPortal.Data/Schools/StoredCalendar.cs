using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>The terms that were entered, as a calendar.</summary>
public static class StoredCalendar
{
    /// <summary>Of every year that is known.</summary>
    public static async Task<SchoolCalendar> CalendarAsync(this PortalDbContext db, CancellationToken cancel) =>
        new(await db.SchoolTerms.AsNoTracking().ToListAsync(cancel));
}
