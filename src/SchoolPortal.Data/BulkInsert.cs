using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SchoolPortal.Data;

/// <summary>Writes many new rows in the context's transaction; each of the two databases has its own quickest way.</summary>
internal static class BulkInsert
{
    /// <summary>One prepared command, run for each row.</summary>
    public static async Task PreparedAsync<T>(DbContext context, IReadOnlyCollection<T> rows, CancellationToken cancel) where T : class
    {
        var (entity, columns) = Plan<T>(context);
        var connection = context.Database.GetDbConnection();
        using var command = connection.CreateCommand();
        command.Transaction = Transaction(context);
#pragma warning disable CA2100 // The text is made of the model's own names, quoted, and of parameters.
        command.CommandText = InsertText(context.GetService<ISqlGenerationHelper>(), entity, columns);
#pragma warning restore CA2100
        var parameters = columns.Select((column, index) => column.Parameter(command, index)).ToArray();
        command.Parameters.AddRange(parameters);
        await command.PrepareAsync(cancel);
        foreach (var row in rows)
        {
            for (var index = 0; index < parameters.Length; index++)
            {
                parameters[index].Value = columns[index].Value(row);
            }

            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>SQL Server's bulk copy, with the checks that an ordinary insert has.</summary>
    public static async Task CopiedAsync<T>(DbContext context, IReadOnlyCollection<T> rows, CancellationToken cancel) where T : class
    {
        var (entity, columns) = Plan<T>(context);
        using var table = new DataTable();
        using var copy = new SqlBulkCopy(
            (SqlConnection)context.Database.GetDbConnection(), SqlBulkCopyOptions.CheckConstraints, (SqlTransaction)Transaction(context));
        copy.DestinationTableName = context.GetService<ISqlGenerationHelper>().DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());
        foreach (var column in columns)
        {
            table.Columns.Add(column.Name, column.StoredType);
            copy.ColumnMappings.Add(column.Name, column.Name);
        }

        foreach (var row in rows)
        {
            table.Rows.Add([.. columns.Select(column => column.Value(row))]);
        }

        await copy.WriteToServerAsync(table, cancel);
    }

    private static (IEntityType Entity, IReadOnlyList<BulkColumn> Columns) Plan<T>(DbContext context)
    {
        var entity = context.Model.FindEntityType(typeof(T))!;
        return (entity, BulkColumn.Of(entity));
    }

    private static DbTransaction Transaction(DbContext context) =>
        context.Database.CurrentTransaction?.GetDbTransaction()
        ?? throw new InvalidOperationException("Many rows are written only within a transaction, so that they come all or not at all.");

    private static string InsertText(ISqlGenerationHelper sql, IEntityType entity, IReadOnlyList<BulkColumn> columns) =>
        $"INSERT INTO {sql.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema())} "
        + $"({string.Join(", ", columns.Select(column => sql.DelimitIdentifier(column.Name)))}) "
        + $"VALUES ({string.Join(", ", columns.Select((_, index) => $"@p{index}"))})";
}
