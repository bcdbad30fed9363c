using System.Collections.Concurrent;
using System.Data.Common;

using Microsoft.AspNetCore.Identity;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Data.Forms;
using SchoolPortal.Data.History;
using SchoolPortal.Data.Sqlite;
using SchoolPortal.Data.SqlServer;

namespace SchoolPortal.Data;

/// <summary>Which database the portal keeps its records in.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded; one node.</summary>
    Sqlite,

    /// <summary>A server; any number of nodes.</summary>
    SqlServer,
}

/// <summary>The one place that knows how to open either database.</summary>
public static class PortalDatabase
{
    /// <summary>Registers the child that settings name; everybody else asks for <see cref="PortalDbContext"/>.</summary>
    public static IServiceCollection AddPortalDatabase(this IServiceCollection services, DatabaseProvider provider, string connection)
    {
        services.AddSingleton<KnownForms>();
        if (provider == DatabaseProvider.SqlServer)
        {
            services.AddSingleton(_ => new MarksReader(() => new SqlConnection(connection)));
            services.AddDbContextPool<PortalDbContext, SqlServerPortalDbContext>(options => Use(options, provider, connection));
        }
        else
        {
            services.AddSingleton(_ => new MarksReader(() => new SqliteConnection(connection)));
            services.AddDbContextPool<PortalDbContext, SqlitePortalDbContext>(options => Use(options, provider, connection));
        }

        return services;
    }

    /// <summary>Options for a context outside a host: commands, design time, tests.</summary>
    public static DbContextOptions<TContext> Options<TContext>(DatabaseProvider provider, string connection)
        where TContext : PortalDbContext
    {
        var options = new DbContextOptionsBuilder<TContext>().UseApplicationServiceProvider(OutsideAHost);
        Use(options, provider, connection);
        return options.Options;
    }

    /// <summary>A SQLite file with foreign keys on and a busy time-out.</summary>
    public static string SqliteFile(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    /// <summary>True when the fault is that the database cannot be reached, read or written now, not what was asked of it.</summary>
    public static bool IsOutOfReach(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            // SQLite: busy, locked, read-only, input/output error, full, cannot open. SQL Server: time-out, deadlock, refused, gone.
            if (cause is SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 13 or 14 }
                or SqlException { Number: -2 or 1205 or 4060 or 18456 }
                or SqlException { Class: >= 17 })
            {
                return true;
            }
        }

        return false;
    }

    // What a context asks of its application. Identity reads the version of its tables from there only; without this the passkey
    // table would silently be missing at design time and in tests.
    private static ServiceProvider OutsideAHost { get; } = new ServiceCollection()
        .AddSingleton<KnownForms>()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    private static void Use(DbContextOptionsBuilder options, DatabaseProvider provider, string connection)
    {
        if (provider == DatabaseProvider.SqlServer)
        {
            options.UseSqlServer(connection, o => o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
        }
        else
        {
            options.UseSqlite(connection, o => o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
                .AddInterceptors(WriteAheadLog.Instance);
        }
    }
}

/// <summary>
/// Readers and the one writer do not block each other. The mode stays in the file, so it is asked for once a file and
/// process, not at each of the many openings of a request. Full synchronisation stays on: what was answered as saved
/// survives a power cut (requirement R67).
/// </summary>
internal sealed class WriteAheadLog : DbConnectionInterceptor
{
    private readonly ConcurrentDictionary<string, bool> done = new(StringComparer.Ordinal);

    public static WriteAheadLog Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (done.TryAdd(connection.DataSource, true))
        {
            using var command = connection.CreateCommand();
            command.CommandText = Mode;
            command.ExecuteNonQuery();
        }
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (done.TryAdd(connection.DataSource, true))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Mode;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private const string Mode = "PRAGMA journal_mode = WAL;";
}

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqlitePortalDbContext>
{
    public SqlitePortalDbContext CreateDbContext(string[] args) =>
        new(PortalDatabase.Options<SqlitePortalDbContext>(DatabaseProvider.Sqlite, "Data Source=design.db"));
}

internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerPortalDbContext>
{
    public SqlServerPortalDbContext CreateDbContext(string[] args) =>
        new(PortalDatabase.Options<SqlServerPortalDbContext>(DatabaseProvider.SqlServer, "Server=design;Database=SchoolPortal"));
}
