using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

using SchoolPortal.Data.People;
using SchoolPortal.Data.SqlServer;
using SchoolPortal.Data.Sqlite;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Assignments;
using SchoolPortal.Web.Pages.Audit;

using Xunit;

namespace SchoolPortal.Data.Tests;

/// <summary>One mind on two databases: what can be known of SQL Server without one.</summary>
public sealed class DatabaseParityTests : IDisposable
{
    private readonly SqlitePortalDbContext sqlite = new(PortalDatabase.Options<SqlitePortalDbContext>(DatabaseProvider.Sqlite, "Data Source=:memory:"));
    private readonly SqlServerPortalDbContext sqlServer = new(PortalDatabase.Options<SqlServerPortalDbContext>(DatabaseProvider.SqlServer, "Server=nowhere;Database=SchoolPortal"));

    public static TheoryData<DatabaseProvider> Both => [DatabaseProvider.Sqlite, DatabaseProvider.SqlServer];

    public static TheoryData<Role> EveryRole => [.. Roles.All];

    public void Dispose()
    {
        sqlite.Dispose();
        sqlServer.Dispose();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void The_migrations_say_all_that_the_model_says(DatabaseProvider provider) =>
        Assert.False(Of(provider).Database.HasPendingModelChanges(), "Remake or add the migrations of both databases.");

    [Fact]
    public void The_model_made_beforehand_is_that_of_the_code()
    {
        var code = Told(sqlite.GetService<IDesignTimeModel>().Model);
        var made = Told(sqlite.Model);
        Assert.True(code.SequenceEqual(made, StringComparer.Ordinal), $"Make src/SchoolPortal.Data/Sqlite/Model anew (docs/running.md). It differs in {string.Join("; ", code.Except(made, StringComparer.Ordinal).Concat(made.Except(code, StringComparer.Ordinal)).Take(4))}");

        // How a property is kept tells its converter too.
        static List<string> Told(IModel model) =>
        [
            .. model.GetEntityTypes().Select(t => $"{t.GetTableName()}: {t.ToDebugString(MetadataDebugStringOptions.LongDefault & ~MetadataDebugStringOptions.IncludeAnnotations)}"),
            .. model.GetEntityTypes().SelectMany(t => t.GetFlattenedProperties(), (t, p) => $"{t.Name}.{p.Name}: {p.GetColumnName()} {p.GetColumnType()} {p.GetTypeMapping().Converter?.GetType()}"),
        ];
    }

    [Fact]
    public void Both_databases_have_the_same_tables_with_the_same_columns()
    {
        var expected = Columns(sqlite);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Columns(sqlServer));
    }

    [Fact]
    public void Both_databases_have_the_same_indexes_with_the_same_filters()
    {
        var expected = Indexes(sqlite);
        Assert.Contains(expected, index => index.Contains(DatabaseRules.OneLead, StringComparison.Ordinal));
        Assert.Equal(expected, Indexes(sqlServer));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Every_text_has_a_length(DatabaseProvider provider)
    {
        var without = Properties(Of(provider))
            .Where(p => p.GetTypeMapping().Converter?.ProviderClrType == typeof(string) || p.ClrType == typeof(string))
            .Where(p => p.GetMaxLength() is null)
            .Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}");
        Assert.Empty(without);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Choices_are_kept_as_words(DatabaseProvider provider)
    {
        var asNumbers = Properties(Of(provider))
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).IsEnum)
            .Where(p => p.GetTypeMapping().Converter?.ProviderClrType != typeof(string))
            .Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}");
        Assert.Empty(asNumbers);
    }

    // SQL Server refuses several cascade paths to one table only when the script runs (error 1785); nothing is deleted anyway.
    [Theory]
    [MemberData(nameof(Both))]
    public void Nothing_is_deleted_with_something_else(DatabaseProvider provider) => Assert.Empty(
        Of(provider).Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys())
            .Where(key => key.DeleteBehavior != DeleteBehavior.Restrict)
            .Select(key => key.ToString()));

    [Theory]
    [InlineData(160)]
    [InlineData(170)]
    public void The_script_for_sql_server_can_be_read_by_it(int version)
    {
        var script = sqlServer.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        TSqlParser parser = version == 160 ? new TSql160Parser(initialQuotedIdentifiers: true) : new TSql170Parser(initialQuotedIdentifiers: true);

        parser.Parse(new StringReader(script), out var faults);

        Assert.Empty(faults.Select(f => $"{f.Line}: {f.Message}"));
        Assert.Contains($"CREATE TRIGGER [{DatabaseRules.NoOverlap}]", script, StringComparison.Ordinal);
    }

    [Fact]
    public void The_trigger_itself_can_be_read_by_sql_server()
    {
        var script = sqlServer.GetService<IMigrator>().GenerateScript();
        var begin = script.IndexOf("EXEC(N'", StringComparison.Ordinal) + "EXEC(N'".Length;
        var body = script[begin..script.IndexOf("')", begin, StringComparison.Ordinal)].Replace("''", "'", StringComparison.Ordinal);

        var parsed = new TSql170Parser(initialQuotedIdentifiers: true).Parse(new StringReader(body), out var faults);

        Assert.Empty(faults.Select(f => $"{f.Line}: {f.Message}"));
        Assert.IsType<CreateTriggerStatement>(((TSqlScript)parsed).Batches.Single().Statements.Single());
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public void Who_may_see_is_a_query_on_sql_server_too(Role role)
    {
        var scope = Grant.ScopeOf(role);
        var actor = new Actor(Guid.CreateVersion7(), "Somebody", "", [new(role, scope, scope == Scope.Nation ? null : Guid.CreateVersion7())]);
        foreach (var operation in Enum.GetValues<Operation>())
        {
            MustBeReadable(sqlServer.Schools.VisibleTo(actor, operation).OrderBy(s => s.SortName).Select(s => s.Facts.Name));
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("-name", OfficerSearch.Left)]
    [InlineData("-schools", OfficerSearch.Over)]
    [InlineData("station", null)]
    public void The_register_of_officers_is_a_query_on_sql_server_too(string? sort, string? show)
    {
        var search = new OfficerSearch { Q = "Hana 50%", District = "CMD", Area = Guid.NewGuid().ToString(), Station = Guid.NewGuid().ToString(), Show = show, Sort = sort };
        MustBeReadable(new OfficerRegister(sqlServer, TimeProvider.System).Rows(search).Skip(25).Take(25));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("-area", StationSearch.Closed)]
    [InlineData("-officers", StationSearch.Nowhere)]
    [InlineData("schools", StationSearch.NoPhone)]
    public void The_register_of_stations_is_a_query_on_sql_server_too(string? sort, string? show)
    {
        var search = new StationSearch { Q = "Ōtāhuhu 50%", District = "CMD", Area = Guid.NewGuid().ToString(), Show = show, Sort = sort };
        MustBeReadable(new StationRegister(sqlServer, TimeProvider.System).Rows(search).Skip(25).Take(25));
    }

    [Fact]
    public void The_audit_log_is_a_query_on_sql_server_too()
    {
        var search = new AuditSearch { Q = "100% [sure]", Person = "Hana", Subject = "Grant", From = "1/11/2026", To = "24/11/2026" };
        MustBeReadable(new AuditLog(sqlServer, TimeProvider.System).Rows(search).Skip(50).Take(50));
    }

    // Split queries are followed by a remark that is no SQL.
    private static void MustBeReadable<T>(IQueryable<T> query)
        where T : class
    {
        new TSql170Parser(initialQuotedIdentifiers: true).Parse(new StringReader(query.AsSingleQuery().ToQueryString()), out var faults);
        Assert.Empty(faults.Select(f => $"{f.Line}: {f.Message}"));
    }

    private PortalDbContext Of(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? sqlite : sqlServer;

    private static List<string> Columns(PortalDbContext db) =>
    [
        .. from table in db.Model.GetRelationalModel().Tables
           from column in table.Columns
           let line = $"{table.Name}.{column.Name}{(column.IsNullable ? " null" : "")}"
           orderby line
           select line,
    ];

    private static List<string> Indexes(PortalDbContext db) =>
    [
        .. from table in db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
           from index in table.Indexes
           let line = $"{table.Name}.{index.Name}{(index.IsUnique ? " unique" : "")} ({string.Join(", ", index.Columns.Select(c => c.Name))}) {index.Filter}".TrimEnd()
           // Identity's own filter stands in its provider's words.
           where !table.Name.StartsWith("AspNet", StringComparison.Ordinal)
           orderby line
           select line,
    ];

    // What stands within a JSON column is no column.
    private static IEnumerable<IProperty> Properties(PortalDbContext db) =>
        db.Model.GetEntityTypes().Where(e => !e.IsMappedToJson()).SelectMany(All);

    private static IEnumerable<IProperty> All(ITypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(p => All(p.ComplexType)));
}
