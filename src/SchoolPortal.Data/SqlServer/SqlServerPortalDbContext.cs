using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;

namespace SchoolPortal.Data.SqlServer;

/// <summary>What a nation runs.</summary>
public sealed class SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options) : PortalDbContext(options)
{
    public override Task BulkInsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel) =>
        BulkWrite.CopyAsync(this, rows, cancel);

    public override Task BackUpAsync(string file, CancellationToken cancel) => throw OwnBackup();

    public override Task RestoreAsync(string file, CancellationToken cancel) => throw OwnBackup();

    private static RuleBroken OwnBackup() =>
        new("", "SQL Server makes and restores its own backups, with BACKUP DATABASE and RESTORE DATABASE or the plan of whoever runs it; docs/operating.md says what belongs to one");
}
