using Microsoft.EntityFrameworkCore;

namespace SchoolPortal.Data.SqlServer;

/// <summary>What a nation runs.</summary>
public sealed class SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options) : PortalDbContext(options)
{
    public override Task BulkInsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel) =>
        BulkWrite.CopyAsync(this, rows, cancel);
}
