using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SchoolPortal.Data;
using SchoolPortal.Data.Sqlite;

namespace SchoolPortal.Testing;

/// <summary>A real SQLite file of its own for each test, copied from one that was migrated once.</summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly Lazy<string> Migrated = new(Migrate);

    private readonly string path = NewPath();

    public TestDatabase() => File.Copy(Migrated.Value, path);

    /// <summary>A context as a request gets one.</summary>
    public PortalDbContext Open() => Open(path);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        foreach (var part in new[] { path, path + "-wal", path + "-shm" })
        {
            File.Delete(part);
        }
    }

    private static SqlitePortalDbContext Open(string file) =>
        new(PortalDatabase.Options<SqlitePortalDbContext>(DatabaseProvider.Sqlite, PortalDatabase.SqliteFile(file)));

    private static string Migrate()
    {
        var migrated = NewPath();
        using (var db = Open(migrated))
        {
            db.Database.Migrate();
            // The copy takes the one file, so everything must be in it.
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE);");
        }

        SqliteConnection.ClearAllPools();
        return migrated;
    }

    private static string NewPath() => Path.Combine(Path.GetTempPath(), $"schoolportal-{Guid.NewGuid():N}.db");
}
