using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using Xunit;

namespace SchoolPortal.Data.Tests.Schools;

/// <summary>
/// The directory that the portal holds, written out and read in again, proposes nothing, whatever schools and Police say beside it;
/// one that agrees with what they say ends exactly that, and undoing it brings it all back.
/// </summary>
public sealed class FactCorrectionRoundTripTests : IDisposable
{
    private static readonly Actor Administrator = new(Guid.CreateVersion7(), "Aroha Administrator", "Administrator", []);

    private static readonly SchoolFact[] Told = [.. SchoolFact.All.Where(fact => fact.Headings.Count > 0)];

    private static readonly string[] Cells = ["Yes", "7", "350", "2020-01-01", "-41.25", "174.25", "09 111 1111", "0602", "a@example.school.nz", "https://a.school.nz", "Ōtara, \"the corner\""];

    private readonly TestDatabase database = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task What_is_written_out_is_read_in_without_a_difference_and_what_agrees_ends_and_comes_back()
    {
        await using (var db = database.Open())
        {
            using var file = new MemoryStream(DirectoryFiles.Bytes(DirectoryFiles.SampleOf2026));
            var first = await new ProposeDirectoryImport(db, clock).HandleAsync(file, DirectoryFiles.SampleOf2026, null, Administrator, Cancel);
            await new ApplyDirectoryImport(db, clock).HandleAsync(first.Id, Administrator, Cancel);
        }

        await Gen.Select(Gen.Int[0, 41], Gen.Int[0, Told.Length - 1], Gen.Int[0, Cells.Length - 1], Gen.Bool).Array[1, 60].SampleAsync(CheckAsync, iter: 20, threads: 1);
    }

    private async Task CheckAsync((int School, int Fact, int Cell, bool IsSchool)[] sayings)
    {
        await SayAsync(sayings);
        var before = await StandingAsync();
        var same = await ProposeAsync(await WriteAsync(agreeing: false));
        Assert.True(same.ProposesNothing);

        var agreeing = await ProposeAsync(await WriteAsync(agreeing: true));
        if (before.Count == 0)
        {
            Assert.True(agreeing.ProposesNothing);
            return;
        }

        await using (var db = database.Open())
        {
            Assert.Equal(before, await StandingAsync());
            await new ApplyDirectoryImport(db, clock).HandleAsync(agreeing.Id, Administrator, Cancel);
        }

        Assert.Empty(await StandingAsync());
        await using (var db = database.Open())
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await new UndoDirectoryImport(db, clock).HandleAsync(agreeing.Id, Administrator, Cancel);
        }

        Assert.Equal(before, await StandingAsync());
        await using var again = database.Open();
        foreach (var said in await again.FactCorrections.Where(c => c.EndedAt == null).ToListAsync(Cancel))
        {
            said.End(said.Side, clock.UtcNow());
        }

        await again.SaveAsync(new Change(Administrator, clock.UtcNow(), "Took back"), Cancel);
    }

    private async Task SayAsync((int School, int Fact, int Cell, bool IsSchool)[] sayings)
    {
        await using var db = database.Open();
        var schools = await db.Schools.OrderBy(s => s.Number).ToListAsync(Cancel);
        var change = new Change(Administrator, clock.UtcNow(), "Said");
        foreach (var (school, fact, cell, isSchool) in sayings.DistinctBy(said => (said.School, said.Fact)))
        {
            try
            {
                db.FactCorrections.Add(new FactCorrection(schools[school], Told[fact].Key, Cells[cell], isSchool ? Side.School : Side.Police, change));
            }
            catch (RuleBroken)
            {
                // Not every fact takes every cell.
            }
        }

        await db.SaveAsync(change, Cancel);
    }

    private async Task<List<string>> StandingAsync()
    {
        await using var db = database.Open();
        var standing = await db.FactCorrections.AsNoTracking().Where(c => c.EndedAt == null).ToListAsync(Cancel);
        return [.. standing.Select(c => $"{c.SchoolId} {c.Fact} {c.Value} {c.Side} {c.SaidBy}").Order(StringComparer.Ordinal)];
    }

    private async Task<DirectoryImport> ProposeAsync(byte[] bytes)
    {
        clock.Advance(TimeSpan.FromMinutes(1));
        await using var db = database.Open();
        using var file = new MemoryStream(bytes);
        return await new ProposeDirectoryImport(db, clock).HandleAsync(file, "written.csv", new DateOnly(2026, 11, 1), Administrator, Cancel);
    }

    private async Task<byte[]> WriteAsync(bool agreeing)
    {
        await using var db = database.Open();
        var said = (await db.FactCorrections.AsNoTracking().Where(c => c.EndedAt == null).ToListAsync(Cancel)).ToLookup(c => c.SchoolId);
        var text = new StringBuilder("School_Id");
        foreach (var fact in Told)
        {
            text.Append(',').Append(fact.Headings[0]);
        }

        foreach (var school in await db.Schools.AsNoTracking().OrderBy(s => s.Number).ToListAsync(Cancel))
        {
            text.Append('\n').Append(school.Number);
            foreach (var fact in Told)
            {
                var value = agreeing && said[school.Id].FirstOrDefault(c => c.Fact == fact.Key) is { } other ? other.Value : fact.Keep(school.Facts);
                text.Append(",\"").Append((value ?? "").Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
        }

        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }
}
