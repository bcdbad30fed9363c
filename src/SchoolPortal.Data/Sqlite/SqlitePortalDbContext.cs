using Microsoft.EntityFrameworkCore;

namespace SchoolPortal.Data.Sqlite;

/// <summary>The embedded default.</summary>
public sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options) : PortalDbContext(options)
{
    public override Task BulkInsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel) =>
        BulkWrite.InsertAsync(this, rows, cancel);

    public override Task BackUpAsync(string file, CancellationToken cancel) => SqliteBackup.WriteAsync(this, file, cancel);

    public override Task RestoreAsync(string file, CancellationToken cancel) => SqliteBackup.ReadAsync(this, file, cancel);
}
