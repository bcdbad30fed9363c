using System.Collections.Concurrent;
using System.Data.Common;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Data.History;

/// <summary>What the database says was changed last. Two equal marks mean that nothing changed in between, on any node.</summary>
/// <param name="Access">Moves when a session, person, grant, officer or assignment changes: with whatever decides who may do what.</param>
/// <param name="Records">Moves with every change of a record, and with all that stands in a school's history.</param>
public sealed record Marks(Guid Access, Guid Records);

/// <summary>
/// Asks for the marks at the start of each request. Every other question may be spared by the answer, so this one goes round
/// the context and costs as little as can be: a few connections stay open with their command prepared.
/// </summary>
public sealed class MarksReader(Func<DbConnection> connect) : IDisposable
{
    private const string Query = "SELECT \"Access\", \"Records\" FROM \"ChangeMarks\"";

    /// <summary>Few, so that on a busy server the pool's other connections stay free for the work itself.</summary>
    private static readonly int Most = Environment.ProcessorCount * 2;

    private readonly ConcurrentBag<DbCommand> ready = [];

    /// <summary>What was changed last.</summary>
    public async Task<Marks> ReadAsync(CancellationToken cancel)
    {
        var command = ready.TryTake(out var kept) ? kept : await PrepareAsync(cancel);
        var isGood = false;
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancel);
            await reader.ReadAsync(cancel);
            var marks = new Marks(reader.GetGuid(0), reader.GetGuid(1));
            isGood = ready.Count < Most;
            return marks;
        }
        finally
        {
            // One that failed may have lost its connection, so it is not used again.
            if (isGood)
            {
                ready.Add(command);
            }
            else
            {
                Close(command);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        while (ready.TryTake(out var command))
        {
            Close(command);
        }
    }

    private async Task<DbCommand> PrepareAsync(CancellationToken cancel)
    {
        var connection = connect();
        await connection.OpenAsync(cancel);
        var command = connection.CreateCommand();
        command.CommandText = Query;
        await command.PrepareAsync(cancel);
        return command;
    }

    private static void Close(DbCommand command)
    {
        command.Connection?.Dispose();
        command.Dispose();
    }
}

/// <summary>
/// The one row that holds the marks. Asking for it is one small query, and tells a node whether what it keeps in memory is
/// still true. Each save moves the marks that it concerns, as its last statement, so that nobody waits for the row for long.
/// </summary>
internal sealed class ChangeMarks
{
    private static readonly Guid AtFirst = new("0193f000-0000-7000-8000-000000000000");

    private static readonly HashSet<Type> DecideAccess =
        [typeof(Session), typeof(Person), typeof(Grant), typeof(Officer), typeof(OfficerAssignment)];

    public int Id { get; private set; } = 1;

    public Guid Access { get; private set; } = AtFirst;

    public Guid Records { get; private set; } = AtFirst;

    /// <summary>What the save that is about to happen moves.</summary>
    public static (bool Access, bool Records) MovedBy(ChangeTracker tracker)
    {
        var changed = tracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList();
        return (changed.Exists(e => DecideAccess.Contains(e.Metadata.ClrType)), changed.Exists(e => e.Entity is Entity or AuditEvent { SchoolId: not null }));
    }

    public static Task MoveAsync(PortalDbContext db, bool access, bool records, CancellationToken cancel)
    {
        var next = Guid.CreateVersion7();
        return db.Set<ChangeMarks>().ExecuteUpdateAsync(
            row =>
            {
                if (access)
                {
                    row.SetProperty(m => m.Access, next);
                }

                if (records)
                {
                    row.SetProperty(m => m.Records, next);
                }
            },
            cancel);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ChangeMarks>
    {
        public void Configure(EntityTypeBuilder<ChangeMarks> builder)
        {
            builder.ToTable("ChangeMarks");
            builder.Property(m => m.Id).ValueGeneratedNever();
            builder.HasData(new ChangeMarks());
        }
    }
}
