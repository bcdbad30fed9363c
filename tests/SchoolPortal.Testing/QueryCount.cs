using System.Data.Common;

using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SchoolPortal.Testing;

/// <summary>Counts the commands that the database is sent, so that a test can say how many a page needs.</summary>
public sealed class QueryCount : DbCommandInterceptor
{
    private readonly List<string> commands = [];

    /// <summary>The text of each command since the last <see cref="Reset"/>.</summary>
    public IReadOnlyList<string> Commands
    {
        get
        {
            lock (commands)
            {
                return [.. commands];
            }
        }
    }

    /// <summary>Begins to count anew.</summary>
    public void Reset()
    {
        lock (commands)
        {
            commands.Clear();
        }
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Note(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    private void Note(DbCommand command)
    {
        lock (commands)
        {
            commands.Add(command.CommandText);
        }
    }
}
