using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data.History;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Data.Tests.History;

/// <summary>Whatever is kept in memory is believed as long as its mark stands, so each change must move the right one.</summary>
public sealed class ChangeMarksTests : IDisposable
{
    private static readonly DateTime At = new(2026, 11, 24, 1, 2, 3, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2026, 11, 24);

    private readonly TestDatabase database = new();
    private readonly School school = new(1, new SchoolFacts { Name = "Test School" }, "A test", Day);
    private readonly Person person = new("Aroha Ngata", "Principal", "principal@school.example");
    private readonly Session session;

    public ChangeMarksTests() => session = new Session(person.Id, At, Session.SchoolIdle, "A browser", "192.0.2.1");

    public static TheoryData<string, bool, bool> Changes => new()
    {
        { "a contact is named", false, true },
        { "a school closes", false, true },
        { "something is told in a school's history", false, true },
        { "a role is given", true, true },
        { "an officer is named", true, true },
        { "a person is renamed", true, true },
        { "a session ends", true, false },
        { "schools are written in bulk", false, true },
        { "a session is used", false, false },
        { "a sign-in is refused", false, false },
    };

    public void Dispose() => database.Dispose();

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_moves_the_marks_that_it_concerns(string change, bool access, bool records)
    {
        await using (var db = database.Open())
        {
            db.AddRange(school, person, session);
            await SaveAsync(db);
        }

        await using var work = database.Open();
        var before = await work.MarksAsync(CancellationToken.None);
        await MakeAsync(work, change);
        var after = await work.MarksAsync(CancellationToken.None);

        Assert.Equal((access, records), (before.Access != after.Access, before.Records != after.Records));
    }

    [Fact]
    public async Task What_is_rolled_back_moves_nothing()
    {
        await using var db = database.Open();
        var before = await db.MarksAsync(CancellationToken.None);
        await using (await db.Database.BeginTransactionAsync())
        {
            db.Add(person);
            await SaveAsync(db);
        }

        Assert.Equal(before, await db.MarksAsync(CancellationToken.None));
        Assert.Equal(0, await db.People.CountAsync());
    }

    [Fact]
    public async Task The_reader_of_a_request_sees_what_the_context_sees_also_after_the_next_change()
    {
        await using var db = database.Open();
        using var reader = new MarksReader(() => new Microsoft.Data.Sqlite.SqliteConnection(db.Database.GetConnectionString()));
        var first = await reader.ReadAsync(CancellationToken.None);

        db.Add(person);
        await SaveAsync(db);

        var next = await reader.ReadAsync(CancellationToken.None);
        Assert.NotEqual(first, next);
        Assert.Equal(await db.MarksAsync(CancellationToken.None), next);
    }

    [Fact]
    public async Task The_reader_opens_a_new_connection_after_one_that_failed()
    {
        var opened = new List<Microsoft.Data.Sqlite.SqliteConnection>();
        await using var db = database.Open();
        using var reader = new MarksReader(() =>
        {
            opened.Add(new Microsoft.Data.Sqlite.SqliteConnection(db.Database.GetConnectionString()));
            return opened[^1];
        });
        await reader.ReadAsync(CancellationToken.None);
        await opened[0].CloseAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => reader.ReadAsync(CancellationToken.None));

        Assert.Equal(await db.MarksAsync(CancellationToken.None), await reader.ReadAsync(CancellationToken.None));
        Assert.Equal(2, opened.Count);
    }

    private async Task MakeAsync(PortalDbContext db, string change)
    {
        switch (change)
        {
            case "a contact is named":
                db.Add(new SchoolContact(school.Id, ContactPosition.Principal, "Aroha Ngata", new Reach(null, "+6491234567", null), false, Day));
                break;
            case "a school closes":
                (await db.Schools.SingleAsync()).Close(Day);
                break;
            case "something is told in a school's history":
                db.Add(new AuditEvent(Deed, nameof(School), school.Id, school.Id, null));
                break;
            case "a role is given":
                db.Add(new Grant(person.Id, Role.Principal, Scope.School, school.Id, Day, null));
                break;
            case "an officer is named":
                db.Add(new Officer("Tāne O'Brien", Rank.Constable, db.Station("Porirua"), "officer@police.example", null, Day));
                break;
            case "a person is renamed":
                db.Entry(await db.People.SingleAsync()).Property(p => p.Name).CurrentValue = "Aroha Tait";
                break;
            case "a session ends":
                (await db.Sessions.SingleAsync()).End(At);
                break;
            case "schools are written in bulk":
                await using (var transaction = await db.Database.BeginTransactionAsync())
                {
                    await db.BulkUpdateAsync(await db.Schools.AsNoTracking().ToListAsync(), CancellationToken.None);
                    await transaction.CommitAsync();
                }

                break;
            case "a session is used":
                await db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, At.AddMinutes(1)));
                break;
            default:
                db.Add(new AuditEvent(Deed, nameof(Session), person.Id, null, null));
                break;
        }

        await SaveAsync(db);
    }

    private static Change Deed => new(Actor.Portal, At, "Changed it");

    private static Task SaveAsync(PortalDbContext db) => db.SaveAsync(Deed, CancellationToken.None);
}
