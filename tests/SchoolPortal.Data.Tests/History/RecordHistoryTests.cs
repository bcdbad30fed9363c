using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Data.Tests.History;

public sealed class RecordHistoryTests : IDisposable
{
    private static readonly DateTime At = new(2026, 11, 24, 1, 2, 3, DateTimeKind.Utc);
    private static readonly Actor Hana = new(Guid.CreateVersion7(), "Hana Māori", "Supervisor", []);

    private readonly TestDatabase database = new();

    public RecordHistoryTests()
    {
        // A station for officers to be at, of which no line of history is counted.
        using var db = database.Open();
        db.Station("Ōtāhuhu");
        db.SaveAsync(new Change(Hana, At, "Set up"), CancellationToken.None).GetAwaiter().GetResult();
        db.AuditEvents.ExecuteDelete();
    }

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Each_changed_record_gets_one_line_with_who_when_from_to_and_why()
    {
        await using var db = database.Open();
        var officer = Officer(db);
        var school = new School(1, new SchoolFacts { Name = "Test School" }, "A test", new DateOnly(2026, 1, 1));
        db.AddRange(officer, school);
        await db.SaveAsync(new Change(Hana, At, "Added both"), CancellationToken.None);
        officer.Leave(new DateOnly(2026, 12, 31));
        await db.SaveAsync(new Change(Hana, At.AddHours(1), "Noted the last day", "Retires"), CancellationToken.None);

        var lines = await db.AuditEvents.AsNoTracking().OrderBy(e => e.At).ThenBy(e => e.Subject).ToListAsync();
        Assert.Equal([nameof(Domain.Contacts.Officer), nameof(School), nameof(Domain.Contacts.Officer)], lines.Select(l => l.Subject));
        Assert.Equal([null, school.Id, null], lines.Select(l => l.SchoolId));
        var last = lines[^1];
        Assert.Equal((Hana.PersonId, "Hana Māori", "Supervisor", "Noted the last day", "Retires"), (last.PersonId!.Value, last.Who, last.Position, last.What, last.Why));
        Assert.Equal(
            new Dictionary<string, string?[]> { ["ActiveTo"] = [null, "2026-12-31"] },
            JsonSerializer.Deserialize<Dictionary<string, string?[]>>(last.Changes!));
    }

    [Fact]
    public async Task A_save_that_changes_nothing_writes_no_line_and_no_new_token()
    {
        await using var db = database.Open();
        var officer = Officer(db);
        db.Add(officer);
        await db.SaveAsync(new Change(Hana, At, "Added"), CancellationToken.None);
        var token = officer.Token;
        officer.Stay();
        await db.SaveAsync(new Change(Hana, At, "Nothing"), CancellationToken.None);

        Assert.Equal(token, officer.Token);
        Assert.Equal(1, await db.AuditEvents.CountAsync());
    }

    [Fact]
    public async Task A_change_that_nobody_answers_for_is_not_saved()
    {
        await using var db = database.Open();
        db.Add(Officer(db));

        await Assert.ThrowsAsync<NotSupportedException>(() => db.SaveChangesAsync());
        Assert.Throws<NotSupportedException>(() => db.SaveChanges());
        Assert.Equal(0, await db.Officers.CountAsync());
    }

    [Fact]
    public async Task Nothing_is_deleted_and_history_is_not_rewritten()
    {
        await using var db = database.Open();
        var officer = Officer(db);
        db.Add(officer);
        await db.SaveAsync(new Change(Hana, At, "Added"), CancellationToken.None);

        db.Remove(officer);
        await Assert.ThrowsAsync<NotSupportedException>(() => db.SaveAsync(new Change(Hana, At, "Deleted"), CancellationToken.None));
        db.ChangeTracker.Clear();

        var line = await db.AuditEvents.SingleAsync();
        db.Entry(line).Property(nameof(AuditEvent.What)).CurrentValue = "Something else";
        await Assert.ThrowsAsync<NotSupportedException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();

        db.Remove(await db.AuditEvents.SingleAsync());
        await Assert.ThrowsAsync<NotSupportedException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();
        Assert.Equal("Added", (await db.AuditEvents.SingleAsync()).What);
    }

    [Fact]
    public async Task The_second_of_two_who_change_one_record_is_told()
    {
        await using (var setup = database.Open())
        {
            setup.Add(Officer(setup));
            await setup.SaveAsync(new Change(Hana, At, "Added"), CancellationToken.None);
        }

        await using var mine = database.Open();
        await using var theirs = database.Open();
        (await mine.Officers.SingleAsync()).Leave(new DateOnly(2026, 12, 1));
        (await theirs.Officers.SingleAsync()).Leave(new DateOnly(2026, 12, 2));
        await mine.SaveAsync(new Change(Hana, At, "First"), CancellationToken.None);

        await Assert.ThrowsAsync<ChangedMeanwhile>(() => theirs.SaveAsync(new Change(Hana, At, "Second"), CancellationToken.None));
        await using var after = database.Open();
        Assert.Equal(new DateOnly(2026, 12, 1), (await after.Officers.SingleAsync()).ActiveTo);
        Assert.Equal(2, await after.AuditEvents.CountAsync());
    }

    [Theory]
    [InlineData(ContactPosition.Office, "+6491234567", null, false, false)]
    [InlineData(ContactPosition.Office, "+6491234567", "+64211234567", false, true)]
    [InlineData(ContactPosition.Principal, "+6491234567", null, true, true)]
    [InlineData(ContactPosition.Emergency1, "+6491234567", null, false, true)]
    public async Task Mobiles_and_who_is_called_outside_hours_are_marked_restricted(ContactPosition position, string phone, string? mobile, bool afterHours, bool restricted)
    {
        await using var db = database.Open();
        var school = new School(1, new SchoolFacts { Name = "Test School" }, "A test", new DateOnly(2026, 1, 1));
        db.AddRange(school, new SchoolContact(school.Id, position, "Aroha", new Reach(null, phone, mobile), afterHours, new DateOnly(2026, 1, 1)));
        await db.SaveAsync(new Change(Hana, At, "Named"), CancellationToken.None);

        Assert.Equal(restricted, (await db.AuditEvents.SingleAsync(e => e.Subject == nameof(SchoolContact))).Restricted);
    }

    private static Officer Officer(PortalDbContext db) => new("Somebody", Rank.Constable, db.Station("Ōtāhuhu"), "somebody@police.govt.nz", null, new DateOnly(2026, 1, 1));
}
