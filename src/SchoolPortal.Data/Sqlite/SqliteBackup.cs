using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;

namespace SchoolPortal.Data.Sqlite;

/// <summary>Copies a whole SQLite database page by page; readers and the writer of a running portal go on meanwhile.</summary>
internal static class SqliteBackup
{
    /// <summary>Writes a copy and checks that it is whole. A copy that is not is taken away again.</summary>
    public static async Task WriteAsync(SqlitePortalDbContext db, string file, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using (var copy = Open(file, SqliteOpenMode.ReadWriteCreate))
        {
            ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(copy);
            // One file and nothing beside it, wherever it is carried to.
            await RunAsync(copy, "PRAGMA journal_mode = DELETE;", cancel);
            if (await RunAsync(copy, "PRAGMA quick_check;", cancel) is "ok")
            {
                return;
            }
        }

        File.Delete(file);
        throw new RuleBroken("", "The copy is damaged, so it was not kept. Look at the disk, then try again");
    }

    /// <summary>Puts a copy in place of everything the database holds. Refuses what is not a whole copy of a portal, or of a later one.</summary>
    public static async Task ReadAsync(SqlitePortalDbContext db, string file, CancellationToken cancel)
    {
        await using (var copy = Open(file, SqliteOpenMode.ReadOnly))
        {
            var applied = await MigrationsAsync(copy, file, cancel);
            if (applied.Except(db.Database.GetMigrations()).Any())
            {
                throw new RuleBroken("", $"“{file}” comes from a later version of the portal. Restore it with that version");
            }

            await db.Database.OpenConnectionAsync(cancel);
            copy.BackupDatabase((SqliteConnection)db.Database.GetDbConnection());
            await db.Database.CloseConnectionAsync();
        }

        await db.Database.MigrateAsync(cancel);
    }

    private static async Task<IReadOnlyList<string>> MigrationsAsync(SqliteConnection copy, string file, CancellationToken cancel)
    {
        try
        {
            if (await RunAsync(copy, "PRAGMA quick_check;", cancel) is "ok" && await RunAsync(copy, "SELECT COUNT(*) FROM \"People\";", cancel) is not null)
            {
                using var command = copy.CreateCommand();
                command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\";";
                await using var rows = await command.ExecuteReaderAsync(cancel);
                var applied = new List<string>();
                while (await rows.ReadAsync(cancel))
                {
                    applied.Add(rows.GetString(0));
                }

                return applied;
            }
        }
        catch (SqliteException)
        {
            // Not a SQLite file, or one of something else: said below.
        }

        throw new RuleBroken("", $"“{file}” is not a whole backup of a portal, so nothing was changed");
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

#pragma warning disable CA2100 // Only the sentences above are run.
    private static async Task<object?> RunAsync(SqliteConnection connection, string sentence, CancellationToken cancel)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sentence;
        return await command.ExecuteScalarAsync(cancel);
    }
#pragma warning restore CA2100
}
