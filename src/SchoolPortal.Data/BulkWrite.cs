using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SchoolPortal.Domain;

namespace SchoolPortal.Data;

/// <summary>Writes many rows in the context's transaction, from the same model as everything else.</summary>
internal static class BulkWrite
{
    /// <summary>One command, compiled once and run for each row: SQLite's quickest way.</summary>
    public static async Task InsertAsync<T>(DbContext context, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        var plan = new Plan(context, typeof(T));
        using var command = plan.Command(
            $"INSERT INTO {plan.Table} ({string.Join(", ", plan.Columns.Select(plan.Quoted))}) "
            + $"VALUES ({string.Join(", ", plan.Columns.Select(Plan.Parameter))})");
        foreach (var row in rows)
        {
            plan.Fill(command, row);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>SQL Server's bulk copy, with the checks that an ordinary insert has.</summary>
    public static async Task CopyAsync<T>(DbContext context, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        var plan = new Plan(context, typeof(T));
        using var table = new DataTable();
        using var copy = new SqlBulkCopy(
            (SqlConnection)context.Database.GetDbConnection(), SqlBulkCopyOptions.CheckConstraints, (SqlTransaction)plan.Transaction);
        copy.DestinationTableName = plan.Table;
        foreach (var column in plan.Columns)
        {
            table.Columns.Add(column.Name, column.StoredType == typeof(DateOnly) ? typeof(DateTime) : column.StoredType);
            copy.ColumnMappings.Add(column.Name, column.Name);
        }

        foreach (var row in rows)
        {
            table.Rows.Add([.. plan.Columns.Select(column => Copied(column.Value(row)))]);
        }

        await copy.WriteToServerAsync(table, cancel);
    }

    /// <summary>Writes every column of each row anew, unless its version token is no longer the one that was read.</summary>
    public static async Task UpdateAsync<T>(DbContext context, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : Entity
    {
        var plan = new Plan(context, typeof(T));
        var token = plan.Columns.Single(column => column.Name == nameof(Entity.Token));
        var id = plan.Columns.Single(column => column.Name == nameof(Entity.Id));
        using var command = plan.Command(
            $"UPDATE {plan.Table} SET {string.Join(", ", plan.Columns.Where(column => column != id).Select(column => Set(plan, column, token)))} "
            + $"WHERE {plan.Quoted(id)} = {Plan.Parameter(id)} AND {plan.Quoted(token)} = {Plan.Parameter(token)}");
        var next = token.AddTo(command, NextToken);
        foreach (var row in rows)
        {
            plan.Fill(command, row);
            next.Value = token.Stored(Guid.CreateVersion7());
            if (await command.ExecuteNonQueryAsync(cancel) != 1)
            {
                throw new ChangedMeanwhile("Somebody else saved one of these records meanwhile, so nothing was changed. Look at how they stand now, then decide again.");
            }
        }
    }

    /// <summary>A data table holds days as midnights.</summary>
    private static object Copied(object value) => value is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : value;

    private const string NextToken = "@next";

    private static string Set(Plan plan, BulkColumn column, BulkColumn token) =>
        $"{plan.Quoted(column)} = {(column == token ? NextToken : Plan.Parameter(column))}";

    /// <summary>How the rows of one kind go into their table.</summary>
    private sealed class Plan
    {
        private readonly DbConnection connection;
        private readonly ISqlGenerationHelper sql;

        public Plan(DbContext context, Type type)
        {
            var entity = context.Model.FindEntityType(type)!;
            connection = context.Database.GetDbConnection();
            sql = context.GetService<ISqlGenerationHelper>();
            Table = sql.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());
            Columns = BulkColumn.Of(entity);
            Transaction = context.Database.CurrentTransaction?.GetDbTransaction()
                ?? throw new InvalidOperationException("Many rows are written only within a transaction, so that they come all or not at all.");
        }

        public string Table { get; }

        public IReadOnlyList<BulkColumn> Columns { get; }

        public DbTransaction Transaction { get; }

        public static string Parameter(BulkColumn column) => $"@{column.Name}";

        public string Quoted(BulkColumn column) => sql.DelimitIdentifier(column.Name);

        public DbCommand Command(string text)
        {
            var command = connection.CreateCommand();
            command.Transaction = Transaction;
#pragma warning disable CA2100 // The text is made of the model's own names, quoted, and of parameters.
            command.CommandText = text;
#pragma warning restore CA2100
            foreach (var column in Columns)
            {
                column.AddTo(command, Parameter(column));
            }

            return command;
        }

        public void Fill(DbCommand command, object row)
        {
            for (var index = 0; index < Columns.Count; index++)
            {
                command.Parameters[index].Value = Columns[index].Value(row);
            }
        }
    }
}
